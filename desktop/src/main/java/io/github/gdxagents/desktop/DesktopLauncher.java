package io.github.gdxagents.desktop;

import com.badlogic.gdx.ApplicationListener;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics.DisplayMode;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowAdapter;
import com.badlogic.gdx.backends.lwjgl3.audio.Lwjgl3Audio;
import com.badlogic.gdx.backends.lwjgl3.audio.OpenALLwjgl3Audio;
import com.badlogic.gdx.backends.lwjgl3.audio.mock.MockAudio;
import com.badlogic.gdx.graphics.glutils.HdpiMode;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.lwjgl.openal.ALC10;
import picocli.CommandLine;

/** The program: {@code java -jar gdx-agents-desktop.jar}. */
public final class DesktopLauncher {

    static final String NAME = "gdx-agents-desktop.jar";

    /** Marks the program's own messages in the log. */
    static final String TAG = "gdx-agents";

    /** Name of the file in which settings are kept. */
    static final String SETTINGS = "gdx-agents";

    /** Width of a new window. */
    static final int WIDTH = 1280;

    /** Height of a new window. */
    static final int HEIGHT = 800;

    /** What desktops keep of a screen's height for bars of their own, about. */
    private static final int BARS = 80;

    private DesktopLauncher() {}

    /**
     * Opens the window, and ends the process when it is closed.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        // Films are made without a second toolkit for windows beside ours.
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exitCode = run(arguments, out, err, DesktopLauncher::open);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /**
     * Does what a command line says.
     *
     * @param window shows what was asked for, until it is closed
     * @return 0 fine, 1 something failed, 2 wrong usage or input
     */
    static int run(
            String[] arguments, PrintWriter out, PrintWriter err, BiConsumer<LaunchOptions, PrintWriter> window) {
        return new CommandLine(new DesktopCommand(window))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, rest) -> {
                    err.println("Error: " + e.getMessage());
                    err.println("Try '" + NAME + " --help'.");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, command, result) -> {
                    err.println("Error: " + sentence(e));
                    if ("1".equals(System.getenv("GDX_AGENTS_DEBUG"))) {
                        e.printStackTrace(err);
                    }
                    return e instanceof DesktopCommand.InputException
                            ? CommandLine.ExitCode.USAGE
                            : CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    private static String sentence(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** Shows the application in a window until it is closed. */
    private static void open(LaunchOptions options, PrintWriter out) {
        if (!"1".equals(System.getenv("GDX_AGENTS_DEBUG"))) {
            // GLFW's own complaints come with stack traces; what matters of them is in the exception.
            Lwjgl3ApplicationConfiguration.errorStream = new PrintStream(OutputStream.nullOutputStream());
        }
        PongApp app = new PongApp(options, out::println);
        try {
            new QuietApplication(app, configuration(options, app));
        } catch (GdxRuntimeException | UnsatisfiedLinkError e) {
            if (app.hasWindow()) {
                throw e;
            }
            throw new IllegalStateException(
                    "no window can be opened here (" + sentence(e) + "): a display with OpenGL 2 or later is needed;"
                            + " without one, gdx-agents-headless.jar record plays matches into GIFs",
                    e);
        }
        app.missingResult().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
    }

    private static Lwjgl3ApplicationConfiguration configuration(LaunchOptions options, PongApp app) {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setTitle("gdx-agents Pong");
        DisplayMode screen = Lwjgl3ApplicationConfiguration.getDisplayMode();
        configuration.setWindowedMode(Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height - BARS));
        configuration.setWindowSizeLimits(480, 320, -1, -1);
        configuration.setHdpiMode(HdpiMode.Pixels);
        configuration.useVsync(true);
        // Where there is no vertical sync, a picture for each of 120 parts of a second is enough.
        configuration.setForegroundFPS(120);
        configuration.setIdleFPS(30);
        if (options.fullscreen()) {
            configuration.setFullscreenMode(screen);
        }
        configuration.setWindowListener(new Lwjgl3WindowAdapter() {
            @Override
            public void filesDropped(String[] files) {
                for (String file : files) {
                    app.open(Path.of(file));
                }
            }
        });
        return configuration;
    }

    /** An application that says in one line that there is no sound. */
    private static final class QuietApplication extends Lwjgl3Application {

        QuietApplication(ApplicationListener listener, Lwjgl3ApplicationConfiguration configuration) {
            super(listener, configuration);
        }

        @Override
        public Lwjgl3Audio createAudio(Lwjgl3ApplicationConfiguration configuration) {
            // The first of all calls from the constructor. What the program prints is its result alone.
            setApplicationLogger(new ErrorStreamLogger());
            try {
                Lwjgl3Audio audio = new OpenALLwjgl3Audio(16, 9, 512);
                if (ALC10.alcGetCurrentContext() != 0) {
                    return audio;
                }
                audio.dispose();
            } catch (GdxRuntimeException | UnsatisfiedLinkError e) {
                Gdx.app.debug(TAG, "OpenAL does not work here", e);
            }
            Gdx.app.log(TAG, "no sound device was found: playing without sound");
            return new MockAudio();
        }
    }
}
