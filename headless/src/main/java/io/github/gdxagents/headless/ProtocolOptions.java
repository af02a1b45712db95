package io.github.gdxagents.headless;

import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the game is played, as far as the command line says so. */
final class ProtocolOptions {

    @Option(
            names = "--frame-skip",
            paramLabel = "N|MIN-MAX",
            description = "frames that a decision lasts: a number, or a range of equally likely numbers such as 2-4")
    private @Nullable String frameSkip;

    @Option(
            names = "--sticky",
            paramLabel = "P",
            description = "probability that a frame repeats the action of the frame before")
    private @Nullable Double sticky;

    @Option(names = "--noops", paramLabel = "N", description = "up to so many frames without action at the start")
    private @Nullable Integer noOps;

    @Option(
            names = "--actions",
            paramLabel = "2|3|4|6",
            description = "2: up, down; 3: and stay; 4: and FIRE; 6: up, down and stay, each also with FIRE")
    private @Nullable Integer actions;

    /** A game with what the command line says in place of its own protocol's values. */
    AtariGame over(AtariGame game) {
        AtariProtocol result = game.protocol();
        try {
            result = frameSkip == null ? result : result.withFrameSkip(frameSkip);
            result = sticky == null ? result : result.withSticky(sticky);
            result = noOps == null ? result : result.withMaxNoOps(noOps);
            result = actions == null ? result : result.withActions(ActionSet.ofSize(actions));
            return game.withProtocol(result);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }
}
