package io.github.gdxagents.agent.learn;

/**
 * An episode that came to its end during training.
 *
 * @param score sum of its rewards
 * @param decisions how many it had
 */
public record FinishedEpisode(double score, long decisions) {}
