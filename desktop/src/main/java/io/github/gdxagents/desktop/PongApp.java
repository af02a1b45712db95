package io.github.gdxagents.desktop;

import com.badlogic.gdx.Game;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.Screen;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.GdxRuntimeException;
import io.github.gdxagents.desktop.asset.PolicyFile;
import io.github.gdxagents.desktop.asset.ShippedPolicies;
import io.github.gdxagents.desktop.asset.Sounds;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.desktop.input.Gamepads;
import io.github.gdxagents.desktop.input.KeyBindings;
import io.github.gdxagents.desktop.play.MatchSession;
import io.github.gdxagents.desktop.play.PolicyException;
import io.github.gdxagents.desktop.play.PolicySource;
import io.github.gdxagents.desktop.play.ReplayFolder;
import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.desktop.screen.ControlsScreen;
import io.github.gdxagents.desktop.screen.LanderScreen;
import io.github.gdxagents.desktop.screen.LearnScreen;
import io.github.gdxagents.desktop.screen.MatchScreen;
import io.github.gdxagents.desktop.screen.MenuScreen;
import io.github.gdxagents.desktop.screen.ReplayScreen;
import io.github.gdxagents.desktop.screen.ReplaysScreen;
import io.github.gdxagents.desktop.screen.ResultScreen;
import io.github.gdxagents.desktop.screen.ScreenHost;
import io.github.gdxagents.desktop.settings.Settings;
import io.github.gdxagents.desktop.view.Look;
import io.github.gdxagents.desktop.view.Toast;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayException;
import io.github.gdxagents.pong.replay.ReplayFiles;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** The application: owns what all screens share, and goes from one to the next. */
public final class PongApp extends Game implements ScreenHost {

    private static final String LOOK = "look";

    /** Seeds that nobody chose are 1 to this. */
    private static final long MOST_SEED = 1_000_000;

    private final LaunchOptions options;
    private final Consumer<String> resultLine;
    private MatchSetup setup;
    private Look look = Look.MODERN;

    private boolean created;
    private boolean resultTold;
    private String problem = "the window was closed before the match ended";
    private int windowWidth;
    private int windowHeight;

    private @Nullable Parts parts;
    private PolicySource policies;

    /** What can only be made once there is a window. */
    private record Parts(
            SpriteBatch batch,
            Settings settings,
            Ui ui,
            Sounds sounds,
            KeyBindings bindings,
            Gamepads gamepads,
            Toast toast) {}

    /**
     * An application.
     *
     * @param options what the command line asked for
     * @param resultLine where the line about a match's end goes
     */
    public PongApp(LaunchOptions options, Consumer<String> resultLine) {
        this.options = options;
        this.resultLine = resultLine;
        this.setup = options.setup();
        this.policies = options.policy()
                .<PolicySource>map(PolicyFile::new)
                .orElseGet(() -> new ShippedPolicies(path -> Gdx.files.internal(path)));
    }

    @Override
    public void create() {
        created = true;
        Settings settings = new Settings(Gdx.app.getPreferences(DesktopLauncher.SETTINGS), this::tell);
        look = Look.named(settings.get(LOOK, look.label()));
        Ui ui = new Ui();
        ui.fit(Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
        parts = new Parts(
                new SpriteBatch(),
                settings,
                ui,
                new Sounds(settings),
                new KeyBindings(settings),
                Gamepads.find(reason -> Gdx.app.log(DesktopLauncher.TAG, reason)),
                new Toast(ui));
        if (options.replay().isPresent()) {
            showReplay(options.replay().get(), "replay");
        } else if (options.startsMatch()) {
            showMatch(setup);
        } else {
            showMenu();
        }
    }

    /** Whether there ever was a window: an error later is no missing display. */
    boolean hasWindow() {
        return created;
    }

    /** What is to be said where a result was asked for and the program ended without one. */
    Optional<String> missingResult() {
        return options.exit() && !resultTold ? Optional.of(problem) : Optional.empty();
    }

    private Parts parts() {
        return Objects.requireNonNull(parts, "create comes first");
    }

    @Override
    public void render() {
        super.render();
        if (Gdx.input.isKeyJustPressed(Keys.F12)) {
            // Before the sentence about the last picture comes over it.
            savePicture();
        }
        parts().toast().draw(batch(), Gdx.graphics.getDeltaTime());
        if (Gdx.input.isKeyJustPressed(Keys.F11)) {
            toggleFullscreen();
        }
    }

    private void savePicture() {
        Pixmap picture = Pixmap.createFromFrameBuffer(
                0, 0, Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
        // What shines through on screen does not in a file.
        ByteBuffer pixels = picture.getPixels();
        for (int alpha = 3; alpha < pixels.limit(); alpha += 4) {
            pixels.put(alpha, (byte) 255);
        }
        try {
            Path file = new ReplayFolder(options.replays()).fresh("picture", ".png");
            PixmapIO.writePNG(
                    Gdx.files.absolute(file.toAbsolutePath().toString()), picture, Deflater.DEFAULT_COMPRESSION, true);
            tell("picture saved as " + file);
        } catch (UncheckedIOException | GdxRuntimeException e) {
            tell("the picture could not be saved: " + e.getMessage());
        } finally {
            picture.dispose();
        }
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        parts().toast().fit(width, height);
    }

    /** Goes to another screen; the one before is disposed of once nothing draws it any more. */
    private void go(Supplier<Screen> next) {
        Gdx.app.postRunnable(() -> {
            Screen before = getScreen();
            try {
                setScreen(next.get());
            } catch (PolicyException | IllegalArgumentException e) {
                tell(String.valueOf(e.getMessage()));
                if (options.exit()) {
                    problem = String.valueOf(e.getMessage());
                    quit();
                    return;
                }
                if (before != null) {
                    return;
                }
                setScreen(new MenuScreen(this));
            }
            if (before != null) {
                before.dispose();
            }
        });
    }

    @Override
    public void showMenu() {
        go(() -> new MenuScreen(this));
    }

    @Override
    public void showLander() {
        long seed = landerSeed();
        go(() -> new LanderScreen(this, seed));
    }

    @Override
    public void showLearning() {
        long seed = landerSeed();
        go(() -> new LearnScreen(this, seed));
    }

    @Override
    public void showReplays() {
        go(() -> new ReplaysScreen(this));
    }

    @Override
    public void showControls() {
        go(() -> new ControlsScreen(this));
    }

    @Override
    public void showMatch(MatchSetup next) {
        go(() -> {
            MatchScreen screen = new MatchScreen(this, next);
            setup = next;
            return screen;
        });
    }

    @Override
    public void showResult(MatchSession session, Replay replay) {
        resultLine.accept(session.resultLine());
        resultTold = true;
        if (options.exit()) {
            session.close();
            quit();
        } else {
            go(() -> new ResultScreen(this, session, replay));
        }
    }

    @Override
    public void showReplay(Replay replay, String name) {
        go(() -> new ReplayScreen(this, replay, name));
    }

    /**
     * Takes a file that was dropped on the window: a replay is played, anything else is the agent's policy from the next match on.
     *
     * @param file what was dropped
     */
    public void open(Path file) {
        try {
            if (file.toString().endsWith(ReplayFiles.SUFFIX)) {
                showReplay(ReplayFolder.read(file), String.valueOf(file.getFileName()));
            } else {
                PolicySource dropped = new PolicyFile(file);
                tell("the agent plays with " + dropped.policy(setup.court()).name() + " from the next match on");
                policies = dropped;
            }
        } catch (ReplayException | PolicyException | UncheckedIOException e) {
            tell(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void tell(String sentence) {
        Gdx.app.log(DesktopLauncher.TAG, sentence);
        hint(sentence);
    }

    @Override
    public void hint(String sentence) {
        parts().toast().show(sentence);
    }

    @Override
    public void toggleFullscreen() {
        if (Gdx.graphics.isFullscreen()) {
            Gdx.graphics.setWindowedMode(
                    windowWidth > 0 ? windowWidth : DesktopLauncher.WIDTH,
                    windowHeight > 0 ? windowHeight : DesktopLauncher.HEIGHT);
        } else {
            windowWidth = Gdx.graphics.getWidth();
            windowHeight = Gdx.graphics.getHeight();
            Gdx.graphics.setFullscreenMode(Gdx.graphics.getDisplayMode());
        }
    }

    @Override
    public void quit() {
        Gdx.app.exit();
    }

    @Override
    public SpriteBatch batch() {
        return parts().batch();
    }

    @Override
    public Ui ui() {
        return parts().ui();
    }

    @Override
    public Sounds sounds() {
        return parts().sounds();
    }

    @Override
    public KeyBindings bindings() {
        return parts().bindings();
    }

    @Override
    public PolicySource policies() {
        return policies;
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public void setLook(Look chosen) {
        look = chosen;
        parts().settings().put(LOOK, look.label());
        parts().settings().keep();
    }

    @Override
    public Gamepads gamepads() {
        return parts().gamepads();
    }

    @Override
    public void showNewMatch(MatchSetup next) {
        showMatch(options.fixedSeed() ? next : next.withSeed(freshSeed()));
    }

    private long landerSeed() {
        return options.fixedSeed() ? setup.seed() : freshSeed();
    }

    /** Short enough to be typed again: the result screen shows it. */
    private static long freshSeed() {
        return Math.floorMod(System.nanoTime() / 1000, MOST_SEED) + 1;
    }

    @Override
    public void setSetup(MatchSetup next) {
        setup = next;
    }

    @Override
    public MatchSetup setup() {
        return setup;
    }

    @Override
    public Speed speed() {
        return options.speed();
    }

    @Override
    public Path replayFolder() {
        return options.replays();
    }

    @Override
    public void dispose() {
        Screen last = getScreen();
        super.dispose();
        if (last != null) {
            last.dispose();
        }
        Parts made = parts;
        if (made != null) {
            made.sounds().dispose();
            made.ui().dispose();
            made.batch().dispose();
        }
    }
}
