package io.github.gdxagents.lander;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/** The lander for training: an episode is a flight, a decision lasts {@value LanderTask#DECISION_TICKS} ticks. */
public final class LanderEnvironment implements Environment {

    private final LanderTask task;
    private final Lander lander = new Lander();
    private final LanderReward rewards = new LanderReward();
    private float reward;
    private boolean ended = true;

    /**
     * A lander of the default numbers.
     *
     * @param task how it is flown
     */
    public LanderEnvironment(LanderTask task) {
        this.task = task;
    }

    @Override
    public ObservationSpec observationSpec() {
        return task.observationSpec();
    }

    @Override
    public ActionSpec actionSpec() {
        return task.actionSpec();
    }

    @Override
    public void reset(RandomStream random) {
        lander.reset(random);
        rewards.reset(lander);
        reward = 0;
        ended = false;
    }

    @Override
    public void observe(Observation into) {
        task.observe(lander, into);
    }

    @Override
    public Outcome step(Action action) {
        if (ended) {
            throw new IllegalStateException("the flight is over: reset comes before the next step");
        }
        for (int tick = 0; tick < LanderTask.DECISION_TICKS && !lander.status().ended(); tick++) {
            task.step(lander, action);
        }
        reward = (float) rewards.gained(lander);
        ended = lander.status().ended() || lander.timeUp();
        if (lander.status().ended()) {
            return Outcome.TERMINATED;
        }
        return ended ? Outcome.TRUNCATED : Outcome.RUNNING;
    }

    @Override
    public float reward() {
        return reward;
    }

    /**
     * The flight, to be looked at.
     *
     * @return the environment's own
     */
    public LanderView view() {
        return lander;
    }

    @Override
    public void close() {
        lander.close();
    }
}
