package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ObservationSpec;

/** What one agent in a running game and the learner share. */
final class Seat {

    /** Recordings of one seat: enough for what is played during an update. */
    static final int RECORDINGS = 8;

    final RecordingRing recordings;
    final WeightsExchange weights;
    /** The learner's. */
    final RewardScale rewards;
    /** The learner's: number of the newest weights that this seat has, or was offered. */
    long offered;

    Seat(LearnerConfig config, ObservationSpec observations, ActionSpec actions, PolicyNetwork first) {
        int length = config.actorCritic().rollout();
        this.recordings = new RecordingRing(RECORDINGS, () -> new Recording(observations, actions, length));
        this.weights = new WeightsExchange(first);
        this.rewards = new RewardScale(config);
    }
}
