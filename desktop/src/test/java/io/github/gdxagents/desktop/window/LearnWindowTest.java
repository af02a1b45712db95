package io.github.gdxagents.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.desktop.window.Picture.Colours;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresDisplay
class LearnWindowTest {

    private static final int CURVE = 0x58A6FF;

    @TempDir
    private Path folder;

    @Test
    void curveGrowsWhileAnAgentLearnsAndEscapeGoesBack() throws IOException, InterruptedException {
        try (RunningProgram program = RunningProgram.start(folder).awaitWindow()) {
            program.picture().assertShowsButtons(11);
            program.keys("Down", "Down", "Return");
            program.awaitPicture(
                    "a lander and the beginning of a curve",
                    picture -> picture.count(Colours.MODERN.ball()) > 100 && curve(picture) > 2);
            int before = curve(program.picture());
            program.awaitPicture("a longer curve", picture -> curve(picture) > before + 5);
            program.keys("t", "f", "l");
            program.awaitPicture("the other look", picture -> picture.count(Colours.ATARI.background()) > 100_000);
            for (int[] size : new int[][] {{1000, 500}, {500, 800}, {480, 320}}) {
                program.resize(size[0], size[1]);
                program.awaitPicture(
                        size[0] + " × " + size[1],
                        picture -> picture.width() == size[0] && picture.height() == size[1] && curve(picture) > 0);
            }
            program.keys("l", "Escape");
            program.picture().assertShowsButtons(11);
            program.keys("Escape");
            assertEquals(0, program.exitCode(), program.err());
            assertEquals("", program.out());
        }
    }

    /** How many pixels wide the curve is. */
    private static int curve(Picture picture) {
        return picture.bounds(CURVE).width;
    }
}
