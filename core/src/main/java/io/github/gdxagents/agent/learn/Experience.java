package io.github.gdxagents.agent.learn;

import java.util.List;
import java.util.Map;

/**
 * What a learner has played that is not in the weights yet.
 *
 * @param episodes finished episodes of the update in progress, by their number in it
 * @param games where the games stand that go on over many updates
 * @param returns moments of the discounted returns seen so far, as {@code Moments.toList} gives them
 */
record Experience(Map<Integer, Trajectory> episodes, List<GameProgress> games, List<Double> returns) {}
