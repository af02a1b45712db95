package io.github.gdxagents.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.desktop.window.Picture.Colours;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matches, as a person plays them. */
@RequiresDisplay
class MatchWindowTest {

    @TempDir
    private Path folder;

    @Test
    void personPlaysPausesResizesAndClosesTheWindow() throws IOException, InterruptedException {
        try (RunningProgram program = RunningProgram.start(folder, "--left", "human", "--right", "agent", "--seed", "2")
                .awaitWindow()) {
            Picture first = program.awaitPicture("both paddles", Picture::showsPaddles);
            first.assertShowsCourt(Colours.MODERN);
            heldKeysMoveThePaddle(program);
            pauseStopsTheBall(program);
            helpAndLooks(program);
            glassBoxTakesItsPartOfTheWindow(program);
            for (int[] size : new int[][] {{1000, 500}, {600, 700}, {480, 320}}) {
                program.resize(size[0], size[1]);
                Picture resized = program.awaitPicture(
                        size[0] + " × " + size[1],
                        picture -> picture.width() == size[0] && picture.height() == size[1] && picture.showsPaddles());
                resized.assertShowsCourt(Colours.MODERN);
            }
            program.closeWindow();
            assertEquals(0, program.exitCode(), program.err());
            assertEquals("", program.out());
        }
    }

    private static void heldKeysMoveThePaddle(RunningProgram program) throws IOException, InterruptedException {
        program.hold("w");
        Picture above = program.awaitPicture("the paddle above", picture -> picture.leftPaddle(Colours.MODERN).y < 200);
        program.letGo("w");
        program.hold("s");
        Picture below = program.awaitPicture("the paddle below", picture -> picture.leftPaddle(Colours.MODERN).y > 500);
        program.letGo("s");
        assertEquals(
                above.leftPaddle(Colours.MODERN).x, below.leftPaddle(Colours.MODERN).x, "it goes up and down only");
        program.mouse(640, 300);
        program.awaitPicture("the paddle at the mouse", picture -> {
            Rectangle paddle = picture.leftPaddle(Colours.MODERN);
            return Math.abs(paddle.getCenterY() - 300) < 15;
        });
        program.mouse(1, 1);
    }

    private static void pauseStopsTheBall(RunningProgram program) throws IOException, InterruptedException {
        program.awaitPicture(
                "the ball", picture -> !picture.ball(Colours.MODERN).isEmpty());
        program.keys("p");
        Picture paused = program.picture();
        paused.assertShowsButtons(4);
        Thread.sleep(200);
        Picture still = program.picture();
        assertTrue(still.sameCourt(paused), still.file() + " equals " + paused.file());
        // Enter: "Go on" is what the keyboard is on.
        program.keys("Return");
        Picture on = program.awaitPicture(
                "the ball again", picture -> !picture.ball(Colours.MODERN).isEmpty());
        program.awaitPicture("the ball elsewhere", picture -> {
            Rectangle ball = picture.ball(Colours.MODERN);
            return !ball.isEmpty() && !ball.equals(on.ball(Colours.MODERN));
        });
    }

    private static void helpAndLooks(RunningProgram program) throws IOException, InterruptedException {
        program.keys("h");
        Picture help = program.picture();
        help.assertShowsButtons(1);
        program.keys("h", "l");
        program.awaitPicture("the other look", picture -> picture.showsPaddles(Colours.ATARI))
                .assertShowsCourt(Colours.ATARI);
        program.keys("l");
    }

    private static void glassBoxTakesItsPartOfTheWindow(RunningProgram program)
            throws IOException, InterruptedException {
        program.keys("Tab");
        Picture open = program.picture();
        // The court is as large as fits into what is left of the width: 62 of 100 parts.
        open.leftPart(open.width() - Math.round(0.38f * open.width())).assertShowsScreen(Colours.MODERN);
        assertTrue(open.differentColours() > 100, open.file() + " shows weights");
        program.keys("Tab");
        program.picture().assertShowsScreen(Colours.MODERN);
    }

    @Test
    void resultIsShownSavedAndFollowedByARematch() throws IOException, InterruptedException {
        try (RunningProgram program = RunningProgram.start(
                        folder, "--left random --right tracker:hard --points 1 --speed max --seed 5".split(" "))
                .awaitWindow()) {
            program.awaitLines(1);
            Picture result = program.awaitPicture(
                    "the result", picture -> !picture.chosenButton().isEmpty());
            result.assertShowsButtons(4);
            program.keys("Down", "Return");
            program.picture();
            try (Stream<Path> files = Files.list(folder.resolve("replays"))) {
                assertEquals(
                        1,
                        files.filter(file -> file.toString().endsWith("-s5.replay"))
                                .count());
            }
            Rectangle save = program.picture().chosenButton();
            // The button above: rematch.
            program.click((int) save.getCenterX(), (int) save.getCenterY() - save.height - 6);
            List<String> lines = program.awaitLines(2);
            assertTrue(lines.get(0).endsWith("seed 5"), lines.get(0));
            assertTrue(lines.get(1).endsWith("seed 6"), lines.get(1));
            assertNotEquals(lines.get(0), lines.get(1));
            program.awaitPicture(
                    "the second result", picture -> !picture.chosenButton().isEmpty());
            program.keys("Escape");
            program.picture().assertShowsButtons(10);
            program.keys("Escape");
            assertEquals(0, program.exitCode(), program.err());
            assertEquals(2, program.out().lines().count());
        }
    }
}
