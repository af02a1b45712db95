package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** One copy of an environment and the agent in it, playing one episode at a time, a piece at a time. One thread at a time. */
final class EpisodePlayer implements AutoCloseable {

    private final Environment environment;
    private final SparseVector observation;
    private final PolicyAgent agent;

    private @Nullable Trajectory recording;
    private double score;
    private long decisions;

    EpisodePlayer(Environment environment, PolicyNetwork network, ActionChoice choice) {
        this.environment = environment;
        this.observation = new SparseVector(environment.observationSize());
        this.agent = new PolicyAgent(network, choice, new RandomStream(0));
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
        environment.reset(chance);
    }

    /** Plays on, at most so many decisions; says whether the episode is over. */
    boolean advance(int most) {
        Outcome outcome = Outcome.RUNNING;
        for (int i = 0; i < most && !outcome.ended(); i++) {
            environment.observe(observation);
            int action = agent.act(observation);
            outcome = environment.step(action);
            float reward = environment.reward();
            score += reward;
            decisions++;
            if (recording != null) {
                recording.add(observation, action, reward, outcome != Outcome.RUNNING);
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
