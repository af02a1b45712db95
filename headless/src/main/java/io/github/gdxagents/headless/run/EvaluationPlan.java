package io.github.gdxagents.headless.run;

/**
 * How a run finds out how good it is: fresh episodes, neither trained on nor reported later, played with a policy that stands still.
 *
 * @param every decisions of training between two evaluations, 0 or more; 0: none
 * @param episodes the most that are played, 1 to 100,000; fewer where a part of them is enough to tell
 */
public record EvaluationPlan(long every, int episodes) {

    /**
     * Checks the ranges.
     *
     * @param every decisions of training between two evaluations, 0 or more; 0: none
     * @param episodes the most that are played, 1 to 100,000; fewer where a part of them is enough to tell
     */
    public EvaluationPlan {
        if (every < 0) {
            throw new InputException("evaluate-every must be 0 or more decisions, but was " + every);
        }
        if (episodes < 1 || episodes > 100_000) {
            throw new InputException("evaluate-episodes must be from 1 to 100000, but was " + episodes);
        }
    }

    /**
     * For a game of which nothing is known, not even how long its episodes are.
     *
     * @return a look every 20,000 decisions, at up to 50 episodes
     */
    public static EvaluationPlan ofNamedGames() {
        return new EvaluationPlan(20_000, 50);
    }

    /** Whether an evaluation falls between two moments of training: after {@code before}, at or before {@code now}. */
    boolean isDue(long before, long now) {
        return every > 0 && now / every > before / every;
    }
}
