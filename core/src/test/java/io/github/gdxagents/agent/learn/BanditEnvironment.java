package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;

/**
 * The toy that learning is tested on: each decision shows one of a few contexts, and one action pays 1 there, the others 0. The
 * best score is the number of decisions. Contexts and the length of the episode are drawn from the episode's stream.
 */
public class BanditEnvironment implements Environment {

    private final int contexts;
    private final int actions;
    private final int minSteps;
    private final int maxSteps;

    private RandomStream random = new RandomStream(0);
    private int context;
    private int left;
    private boolean truncates;
    private float reward;

    /** A bandit with episodes of {@code minSteps} to {@code maxSteps} decisions (both inclusive). */
    public BanditEnvironment(int contexts, int actions, int minSteps, int maxSteps) {
        this.contexts = contexts;
        this.actions = actions;
        this.minSteps = minSteps;
        this.maxSteps = maxSteps;
    }

    @Override
    public ObservationSpec observationSpec() {
        return ObservationSpec.features(contexts);
    }

    @Override
    public ActionSpec actionSpec() {
        return ActionSpec.discrete(actions);
    }

    @Override
    public void reset(RandomStream episodeRandom) {
        random = episodeRandom;
        left = minSteps + random.below(maxSteps - minSteps + 1);
        truncates = random.below(2) == 0;
        context = random.below(contexts);
        reward = 0;
    }

    @Override
    public void observe(Observation into) {
        into.features().add(context, 1);
    }

    @Override
    public Outcome step(Action action) {
        if (left == 0) {
            throw new IllegalStateException("the episode is over");
        }
        reward = action.choice() == (2 * context + 1) % actions ? 1 : 0;
        context = random.below(contexts);
        left--;
        if (left > 0) {
            return Outcome.CUT;
        }
        return truncates ? Outcome.TRUNCATED : Outcome.TERMINATED;
    }

    @Override
    public float reward() {
        return reward;
    }

    @Override
    public void close() {
        left = 0;
    }
}
