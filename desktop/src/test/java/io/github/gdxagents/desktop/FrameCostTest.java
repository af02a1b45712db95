package io.github.gdxagents.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Audio;
import com.badlogic.gdx.Files;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.Net;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.backends.headless.HeadlessApplication;
import com.badlogic.gdx.backends.headless.mock.graphics.MockGraphics;
import com.badlogic.gdx.graphics.GL20;
import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.desktop.screen.LanderScreen;
import io.github.gdxagents.desktop.screen.MatchScreen;
import io.github.gdxagents.desktop.view.Look;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a frame of a match, or of a lander, costs without OpenGL: the whole program runs, but what it draws goes nowhere. The numbers are printed; the
 * bound of the time is wide, since machines are busy with other things, too.
 */
class FrameCostTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int WARM_UP = 3_000;
    private static final int FRAMES = 3_000;
    private static final int BATCH = 500;

    /** Frames of a lander that lie within a flight: the next one has a new world, and what that allocates is not asked here. */
    private static final int PART_OF_A_FLIGHT = 200;

    private final Application oldApplication = Gdx.app;
    private final Graphics oldGraphics = Gdx.graphics;
    private final Audio oldAudio = Gdx.audio;
    private final Input oldInput = Gdx.input;
    private final Files oldFiles = Gdx.files;
    private final Net oldNet = Gdx.net;
    private final GL20 oldGl = Gdx.gl;

    @TempDir
    private Path folder;

    /** An application whose loop is the test's own. */
    private static final class StillApplication extends HeadlessApplication {

        StillApplication() {
            super(new ApplicationAdapter() {});
        }

        @Override
        protected void mainLoop() {
            // Frames come from the test.
        }

        @Override
        public Preferences getPreferences(String name) {
            return new FakePreferences();
        }
    }

    /** A window of which each frame takes a 60th of a second. */
    private static final class SteadyGraphics extends MockGraphics {

        @Override
        public int getWidth() {
            return WIDTH;
        }

        @Override
        public int getHeight() {
            return HEIGHT;
        }

        @Override
        public int getBackBufferWidth() {
            return WIDTH;
        }

        @Override
        public int getBackBufferHeight() {
            return HEIGHT;
        }

        @Override
        public float getDeltaTime() {
            return 1 / 60f;
        }
    }

    private StillApplication application;

    @BeforeEach
    void setUp() {
        application = new StillApplication();
        Gdx.graphics = new SteadyGraphics();
        Gdx.gl20 = new NoDrawing();
        Gdx.gl = Gdx.gl20;
    }

    @AfterEach
    void tearDown() {
        Gdx.app = oldApplication;
        Gdx.graphics = oldGraphics;
        Gdx.audio = oldAudio;
        Gdx.input = oldInput;
        Gdx.files = oldFiles;
        Gdx.net = oldNet;
        Gdx.gl = oldGl;
        Gdx.gl20 = oldGl;
    }

    @ParameterizedTest
    @EnumSource
    void frameOfAMatchAllocatesNothingAndIsSoonDone(CourtKind court) {
        for (Look look : Look.values()) {
            PongApp app = new PongApp(options(court), line -> {});
            FrameCost cost = new FrameCost(app, WARM_UP, FRAMES, BATCH);
            app.create();
            app.setLook(look);
            application.executeRunnables();
            app.resize(WIDTH, HEIGHT);
            while (!cost.done()) {
                application.executeRunnables();
                cost.render();
            }
            MatchScreen screen = assertInstanceOf(MatchScreen.class, app.getScreen(), "the match was too short");
            assertTrue(screen.session().match().ticks() >= WARM_UP + FRAMES - 2);
            System.out.println(
                    "Frames of a match, without OpenGL: " + court.label() + ", " + look.label() + ": " + cost);
            app.dispose();
            assertEquals(0, cost.bytes(), cost::toString);
            assertTrue(cost.milliseconds(99) < 2, cost::toString);
        }
    }

    @Test
    void frameOfALanderAllocatesNothingAndIsSoonDone() {
        for (Look look : Look.values()) {
            PongApp app = new PongApp(options(CourtKind.ATARI), line -> {});
            FrameCost cost = new FrameCost(app, WARM_UP, FRAMES, PART_OF_A_FLIGHT);
            app.create();
            app.setLook(look);
            app.showLander();
            application.executeRunnables();
            app.resize(WIDTH, HEIGHT);
            LanderScreen screen = assertInstanceOf(LanderScreen.class, app.getScreen());
            screen.session().setPiloted(true);
            while (!cost.done()) {
                application.executeRunnables();
                cost.render();
            }
            assertTrue(screen.session().flights() > 5);
            System.out.println("Frames of a lander, without OpenGL: " + look.label() + ": " + cost);
            app.dispose();
            assertEquals(0, cost.bytes(), cost::toString);
            assertTrue(cost.milliseconds(99) < 2, cost::toString);
        }
    }

    private LaunchOptions options(CourtKind court) {
        // Two equals play long.
        return new LaunchOptions(
                new MatchSetup(court, PlayerKind.AGENT, PlayerKind.TRACKER, 21, 1),
                false,
                true,
                Optional.empty(),
                Optional.empty(),
                folder,
                Speed.NORMAL,
                false,
                false);
    }
}
