package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.NetworkConfig;

/**
 * All that is chosen about learning; the hyper-parameters. {@link LearnerSettings} names each of them.
 *
 * @param network the network
 * @param optimizer how gradients become weights
 * @param gamma the discount, 0 to 1
 * @param batchEpisodes how many whole episodes one update learns from, 1 to 10,000
 */
public record LearnerConfig(NetworkConfig network, OptimizerConfig optimizer, double gamma, int batchEpisodes) {

    /**
     * Checks the ranges.
     *
     * @param network the network
     * @param optimizer how gradients become weights
     * @param gamma the discount, 0 to 1
     * @param batchEpisodes how many whole episodes one update learns from, 1 to 10,000
     */
    public LearnerConfig {
        if (!(gamma >= 0 && gamma <= 1)) {
            throw new IllegalArgumentException("gamma must be from 0 to 1, but was " + gamma);
        }
        if (batchEpisodes < 1 || batchEpisodes > 10_000) {
            throw new IllegalArgumentException("batch-episodes must be from 1 to 10000, but was " + batchEpisodes);
        }
    }
}
