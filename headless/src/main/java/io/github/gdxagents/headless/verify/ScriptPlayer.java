package io.github.gdxagents.headless.verify;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;

/** Repeats a short script of random actions all game long, in each game another one. */
final class ScriptPlayer implements FramePlayer {

    private static final ConsoleAction[] ACTIONS = ConsoleAction.values();
    private static final int LONGEST = 100;

    private final RandomStream random;
    private final ConsoleAction[] script = new ConsoleAction[LONGEST];
    private int length;
    private int at;

    ScriptPlayer(RandomStream random) {
        this.random = random;
    }

    @Override
    public void start() {
        length = 1 + random.below(LONGEST);
        for (int i = 0; i < length; i++) {
            script[i] = ACTIONS[random.below(ACTIONS.length)];
        }
        at = -1;
    }

    @Override
    public ConsoleAction next(AtariCourt court) {
        at = (at + 1) % length;
        return script[at];
    }
}
