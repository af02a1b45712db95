package io.github.gdxagents.desktop;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import java.nio.file.Path;
import java.util.Optional;

/** Plays a match in a real window as fast as it is drawn, and prints what its frames cost. */
final class FrameCostProgram {

    private static final int WARM_UP = 300;
    private static final int FRAMES = 1_000;
    private static final int BATCH = 500;

    private FrameCostProgram() {}

    public static void main(String[] arguments) {
        LaunchOptions options = new LaunchOptions(
                new MatchSetup(CourtKind.ATARI, PlayerKind.AGENT, PlayerKind.TRACKER, 21, 1),
                false,
                true,
                Optional.empty(),
                Optional.empty(),
                Path.of(arguments[0]),
                Speed.NORMAL,
                false,
                false);
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setWindowedMode(DesktopLauncher.WIDTH, DesktopLauncher.HEIGHT);
        configuration.useVsync(false);
        configuration.setForegroundFPS(0);
        configuration.disableAudio(true);
        FrameCost cost = new FrameCost(new PongApp(options, line -> {}), WARM_UP, FRAMES, BATCH);
        new Lwjgl3Application(cost, configuration);
        System.out.println(cost);
    }
}
