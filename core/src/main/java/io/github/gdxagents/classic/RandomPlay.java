package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.ArrayList;
import java.util.List;

/**
 * How good chance is at a game: each allowed choice equally likely, each continuous value anywhere in its range. What a trained policy
 * is worth shows only beside it. Works for any environment. Stateless.
 */
public final class RandomPlay {

    private RandomPlay() {}

    /**
     * Plays episodes, those that an evaluation with the same seed plays.
     *
     * @param environments makes the game
     * @param seed which episodes
     * @param episodes how many, 1 or more
     * @return their scores
     * @throws IllegalArgumentException if no episode was asked for
     */
    public static EvaluationReport run(EnvironmentFactory environments, long seed, int episodes) {
        if (episodes < 1) {
            throw new IllegalArgumentException("episodes must be 1 or more, but was " + episodes);
        }
        List<Double> scores = new ArrayList<>();
        long decisions = 0;
        try (Environment environment = environments.create()) {
            Observation observation = new Observation(environment.observationSpec(), environment.actionSpec());
            Action action = new Action(environment.actionSpec());
            for (int episode = 0; episode < episodes; episode++) {
                environment.reset(Seeds.stream(seed, Seeds.Purpose.EVALUATION_ENVIRONMENT, 0, episode));
                RandomStream chance = Seeds.stream(seed, Seeds.Purpose.EVALUATION_ACTIONS, 0, episode);
                double score = 0;
                Outcome outcome;
                do {
                    observation.clear();
                    environment.observe(observation);
                    choose(chance, observation.mask(), action);
                    outcome = environment.step(action);
                    score += environment.reward();
                    decisions++;
                } while (!outcome.ended());
                scores.add(score);
            }
        }
        return new EvaluationReport(scores, decisions);
    }

    /**
     * Draws an action. Allocates nothing.
     *
     * @param random where the draws come from
     * @param mask what is forbidden; leaves a choice in each branch
     * @param into overwritten
     */
    public static void choose(RandomStream random, ActionMask mask, Action into) {
        ActionSpec spec = into.spec();
        for (int branch = 0; branch < spec.branches().size(); branch++) {
            int choices = spec.branches().get(branch);
            int choice = random.below(choices);
            while (!mask.isAllowed(branch, choice)) {
                choice = random.below(choices);
            }
            into.choose(branch, choice);
        }
        for (int value = 0; value < spec.ranges().size(); value++) {
            ValueRange range = spec.ranges().get(value);
            double part = random.uniform();
            into.setValue(value, (float) Math.min(range.high(), range.low() + part * (range.high() - range.low())));
        }
    }
}
