package io.github.gdxagents.agent.learn;

/**
 * What is chosen about an {@link ActorCritic}. With one pass, no clipping and a whole batch it is a plain actor-critic.
 *
 * @param lambda λ of generalised advantage estimation, 0 to 1
 * @param games how many games are played side by side for one update, 1 to 1,024
 * @param rollout decisions of each game in one update, 1 to 100,000
 * @param passes how often each decision is learned from, 1 to 1,000
 * @param clip how far the probability of an action may move before its gradient is cut off, as a part of 1; 0: any distance
 * @param entropyBonus weight of the entropy, 0 or more
 * @param entropyFloor part of that weight which is left when the learning rate is at its floor, 0 to 1
 * @param eventWeight weight of foreseeing the next event ({@link Environment#event()}), a cross-entropy; 0: it is not learned
 * @param valueWeight weight of the value's loss {@code ½ (V − R)²}, 0 or more
 * @param maxKl an update stops before a step when the policy has moved this far from the one that played, in nats; 0: never
 * @param decisiveOnly whether decisions whose choice cannot matter are left out, see {@link Environment#decisive()}
 * @param valuePasses for a separate critic: passes for the value alone after those of the policy alone; 0: both learn together
 * @param valueRate for those passes: the learning rate
 * @param scaleRewards whether rewards are divided by the deviation of the discounted returns seen so far
 */
public record ActorCriticConfig(
        double lambda,
        int games,
        int rollout,
        int passes,
        double clip,
        double entropyBonus,
        double entropyFloor,
        double eventWeight,
        double valueWeight,
        double maxKl,
        boolean decisiveOnly,
        int valuePasses,
        double valueRate,
        boolean scaleRewards) {

    /**
     * The numbers where there is no actor-critic. They also complete the files of older versions, which know only some of these
     * names or none: a change of them would change old runs.
     */
    public static final ActorCriticConfig UNUSED =
            new ActorCriticConfig(0.95, 8, 128, 4, 0.2, 0.01, 1, 0, 0.5, 0, false, 0, 1e-3, false);

    /**
     * Checks the ranges.
     *
     * @param lambda λ of generalised advantage estimation, 0 to 1
     * @param games how many games are played side by side for one update, 1 to 1,024
     * @param rollout decisions of each game in one update, 1 to 100,000
     * @param passes how often each decision is learned from, 1 to 1,000
     * @param clip how far the probability of an action may move before its gradient is cut off, as a part of 1; 0: any distance
     * @param entropyBonus weight of the entropy, 0 or more
     * @param entropyFloor part of that weight which is left when the learning rate is at its floor, 0 to 1
     * @param eventWeight weight of foreseeing the next event ({@link Environment#event()}), a cross-entropy; 0: it is not learned
     * @param valueWeight weight of the value's loss {@code ½ (V − R)²}, 0 or more
     * @param maxKl an update stops before a step when the policy has moved this far from the one that played, in nats; 0: never
     * @param decisiveOnly whether decisions whose choice cannot matter are left out, see {@link Environment#decisive()}
     * @param valuePasses for a separate critic: passes for the value alone after those of the policy alone; 0: both learn together
     * @param valueRate for those passes: the learning rate
     * @param scaleRewards whether rewards are divided by the deviation of the discounted returns seen so far
     */
    public ActorCriticConfig {
        check("gae-lambda", lambda >= 0 && lambda <= 1, "from 0 to 1", lambda);
        check("games", games >= 1 && games <= 1024, "from 1 to 1024", games);
        check("rollout", rollout >= 1 && rollout <= 100_000, "from 1 to 100000", rollout);
        check("games times rollout", (long) games * rollout <= 10_000_000, "at most 10 million", games * rollout);
        check("passes", passes >= 1 && passes <= 1000, "from 1 to 1000", passes);
        check("clip", clip >= 0 && clip < 1, "from 0 to under 1", clip);
        check("entropy-bonus", entropyBonus >= 0 && entropyBonus <= 10, "from 0 to 10", entropyBonus);
        check("entropy-floor", entropyFloor >= 0 && entropyFloor <= 1, "from 0 to 1", entropyFloor);
        check("event-weight", eventWeight >= 0 && eventWeight <= 100, "from 0 to 100", eventWeight);
        check("value-weight", valueWeight >= 0 && valueWeight <= 100, "from 0 to 100", valueWeight);
        check("max-kl", maxKl >= 0 && maxKl <= 100, "from 0 to 100", maxKl);
        check("value-passes", valuePasses >= 0 && valuePasses <= 1000, "from 0 to 1000", valuePasses);
        check("value-rate", valueRate > 0 && valueRate <= 10, "above 0 and at most 10", valueRate);
    }

    private static void check(String name, boolean fits, String range, Number value) {
        if (!fits) {
            throw new IllegalArgumentException(name + " must be " + range + ", but was " + value);
        }
    }
}
