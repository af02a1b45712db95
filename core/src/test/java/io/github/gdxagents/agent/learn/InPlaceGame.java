package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;

/** A running game around an environment, and the agent in it: what a game's own loop does with a learning agent. */
final class InPlaceGame {

    private final LearningAgent agent;
    private final Environment environment;
    private final RandomStream random;

    InPlaceGame(LearningAgent agent, Environment environment, long seed) {
        this.agent = agent;
        this.environment = environment;
        this.random = new RandomStream(seed);
    }

    /** Plays an episode; returns its score. */
    double episode() {
        environment.reset(random);
        Outcome outcome = Outcome.RUNNING;
        while (!outcome.ended()) {
            environment.observe(agent.observation());
            Action action = agent.act();
            outcome = environment.step(action);
            agent.reward(environment.reward());
            if (outcome == Outcome.CUT) {
                agent.cut();
            }
        }
        if (outcome == Outcome.TRUNCATED) {
            environment.observe(agent.observation());
        }
        agent.endEpisode(outcome);
        return agent.score();
    }

    /** Plays episodes, learns between them, and takes finished weights. */
    void episodes(int count) {
        for (int episode = 0; episode < count; episode++) {
            episode();
            learn();
        }
    }

    private void learn() {
        while (agent.learn()) {
            agent.takeWeights();
        }
        agent.takeWeights();
    }

    /** Mean score of some episodes, without learning. */
    double meanOf(int count) {
        double sum = 0;
        for (int episode = 0; episode < count; episode++) {
            sum += episode();
        }
        return sum / count;
    }
}
