package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import org.jspecify.annotations.Nullable;

/** One copy of an environment and the agent in it, playing one episode at a time, a piece at a time. One thread at a time. */
final class EpisodePlayer implements AutoCloseable {

    private final Environment environment;
    private final Observation observation;
    private final Action action;
    private final PolicyAgent agent;

    private @Nullable Trajectory recording;
    private double score;
    private long decisions;

    EpisodePlayer(Environment environment, PolicyNetwork network, ActionChoice choice) {
        this.environment = environment;
        this.observation = new Observation(environment.observationSpec(), environment.actionSpec());
        this.action = new Action(environment.actionSpec());
        this.agent = new PolicyAgent(network, environment.observationSpec(), choice, new RandomStream(0));
    }

    /** Begins an episode; it is recorded if there is something to record it to. */
    void start(RandomStream chance, RandomStream actions, @Nullable Trajectory into) {
        recording = into;
        if (into != null) {
            into.clear();
        }
        score = 0;
        decisions = 0;
        agent.useRandom(actions);
        agent.begin();
        environment.reset(chance);
    }

    /** Plays on, at most so many decisions; says whether the episode is over. */
    boolean advance(int most) {
        Outcome outcome = Outcome.RUNNING;
        for (int i = 0; i < most && !outcome.ended(); i++) {
            observation.clear();
            environment.observe(observation);
            agent.act(observation, action);
            outcome = environment.step(action);
            float reward = environment.reward();
            score += reward;
            decisions++;
            if (recording != null) {
                recording.add(agent.input(), observation.mask(), action, reward, outcome != Outcome.RUNNING);
            }
        }
        return outcome.ended();
    }

    double score() {
        return score;
    }

    long decisions() {
        return decisions;
    }

    @Override
    public void close() {
        environment.close();
    }
}
