package io.github.gdxagents.headless.verify;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;
import java.util.List;

/** Holds a random action for a random time, 1 to 20 decisions, then another one. */
final class RandomPlayer implements FramePlayer {

    private static final int LONGEST = 20;

    private final RandomStream random;
    private final List<ConsoleAction> actions;
    private ConsoleAction held = ConsoleAction.NOOP;
    private int left;

    RandomPlayer(RandomStream random, List<ConsoleAction> actions) {
        this.random = random;
        this.actions = actions;
    }

    @Override
    public void start() {
        left = 0;
    }

    @Override
    public ConsoleAction next(AtariCourt court) {
        if (left == 0) {
            held = actions.get(random.below(actions.size()));
            left = 1 + random.below(LONGEST);
        }
        left--;
        return held;
    }
}
