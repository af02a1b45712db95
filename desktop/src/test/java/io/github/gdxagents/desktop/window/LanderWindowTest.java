package io.github.gdxagents.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.desktop.window.Picture.Colours;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lander, as a person flies it and watches it. */
@RequiresDisplay
class LanderWindowTest {

    /** Words about a crash, or about a speed that would be one. */
    private static final int BAD = 0xFF7B72;

    private static final Colours LOOK = Colours.MODERN;

    @TempDir
    private Path folder;

    @Test
    void personFliesCrashesLetsThePilotLandAndGoesBack() throws IOException, InterruptedException {
        try (RunningProgram program = RunningProgram.start(folder).awaitWindow()) {
            program.picture().assertShowsButtons(11);
            program.keys("Down", "Return");
            program.awaitPicture("a lander in flight", LanderWindowTest::showsALander);
            enginesHaveFlames(program);
            program.keys("r");
            program.awaitPicture("a crash", picture -> word(picture, BAD).width > 100);
            // Another flight, and its pilot is the program's.
            program.keys("p", "Return");
            program.awaitPicture("no word", picture -> word(picture, BAD).isEmpty() && showsALander(picture));
            program.awaitPicture("a landing", picture -> word(picture, LOOK.right()).width > 100);
            program.keys("p", "l");
            program.awaitPicture("the other look", picture -> picture.count(Colours.ATARI.background()) > 100_000);
            program.keys("l", "r");
            for (int[] size : new int[][] {{1000, 500}, {600, 700}, {480, 320}}) {
                program.resize(size[0], size[1]);
                program.awaitPicture(
                        size[0] + " × " + size[1],
                        picture -> picture.width() == size[0] && picture.height() == size[1] && showsThePad(picture));
            }
            program.keys("Escape");
            program.picture().assertShowsButtons(11);
            program.keys("Escape");
            assertEquals(0, program.exitCode(), program.err());
            assertEquals("", program.out());
        }
    }

    private static void enginesHaveFlames(RunningProgram program) throws IOException, InterruptedException {
        // From the beginning: a slow computer may have used most of the way down for its pictures.
        program.keys("r");
        program.hold("Up");
        program.hold("Right");
        program.awaitPicture("a flame below and one on the left", picture -> {
            Rectangle hull = hull(picture);
            Rectangle below = new Rectangle(hull.x - hull.width / 2, hull.y + hull.height, 2 * hull.width, hull.height);
            Rectangle left = new Rectangle(hull.x - hull.width, hull.y, hull.width, hull.height / 2);
            Rectangle right = new Rectangle(hull.x + hull.width, hull.y, hull.width, hull.height / 2);
            return flames(picture, below) > 100 && flames(picture, left) > 20 && flames(picture, right) == 0;
        });
        program.letGo("Right");
        program.letGo("Up");
    }

    private static int flames(Picture picture, Rectangle part) {
        return picture.count(LOOK.left(), part.intersection(sky(picture)));
    }

    /** The biggest white thing in the middle of the window. */
    private static Rectangle hull(Picture picture) {
        return picture.bounds(LOOK.ball(), sky(picture));
    }

    /** The window without the instruments and the line at its foot. */
    private static Rectangle sky(Picture picture) {
        int left = picture.width() / 4;
        return new Rectangle(left, 0, picture.width() - left, picture.height() * 94 / 100);
    }

    /** Where the word is that says how a flight ended. */
    private static Rectangle word(Picture picture, int colour) {
        int left = picture.width() / 4;
        return picture.bounds(colour, new Rectangle(left, 0, picture.width() - left, picture.height() * 3 / 10));
    }

    private static boolean showsALander(Picture picture) {
        return picture.count(LOOK.ball(), sky(picture)) > 500 && showsThePad(picture);
    }

    /** The pad with its flags: five of the world's 20 metres, and the flags fly outwards. */
    private static boolean showsThePad(Picture picture) {
        Rectangle lower = new Rectangle(0, picture.height() * 4 / 10, picture.width(), picture.height() * 54 / 100);
        double metre = Math.min(picture.width() / 20.0, picture.height() * 0.957 / 13);
        double width = picture.bounds(LOOK.right(), lower).getWidth();
        return Math.abs(width - 6.1 * metre) < 0.25 * metre;
    }
}
