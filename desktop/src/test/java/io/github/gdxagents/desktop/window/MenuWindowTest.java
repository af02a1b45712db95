package io.github.gdxagents.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.desktop.PlayedMatch;
import io.github.gdxagents.desktop.play.ReplayFolder;
import io.github.gdxagents.desktop.window.Picture.Colours;
import io.github.gdxagents.pong.match.PlayerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A walk through all screens that are no match. */
@RequiresDisplay
class MenuWindowTest {

    private static final int ERROR = 0xFF7B72;

    @TempDir
    private Path folder;

    @Test
    void menuControlsAndReplaysShowWhatTheyShouldAndQuitEndsTheProgram() throws IOException, InterruptedException {
        ReplayFolder replays = new ReplayFolder(folder.resolve("replays"));
        Path good = replays.save(PlayedMatch.replay(PlayerKind.TRACKER, PlayerKind.RANDOM, 3));
        Path damaged = replays.save(PlayedMatch.replay(PlayerKind.TRACKER, PlayerKind.RANDOM, 4));
        Files.write(damaged, new byte[50]);
        Files.setLastModifiedTime(good, FileTime.fromMillis(1_000_000));
        try (RunningProgram program = RunningProgram.start(folder).awaitWindow()) {
            Picture menu = program.picture();
            assertEquals(1280, menu.width());
            assertEquals(800, menu.height());
            assertEquals(Picture.GROUND, menu.colour(10, 10));
            menu.assertShowsButtons(11);

            controls(program);
            replays(program);

            program.resize(480, 320);
            Picture small = program.awaitPicture("a small menu", picture -> picture.width() == 480);
            assertEquals(320, small.height());
            small.assertShowsButtons(11);
            program.keys("Escape");
            assertEquals(0, program.exitCode(), program.err());
            assertEquals("", program.out());
        }
    }

    /** From the menu to the controls, and back. */
    private static void controls(RunningProgram program) throws IOException, InterruptedException {
        program.keys("Down", "Down", "Down", "Down", "Return");
        Picture usual = program.picture();
        usual.assertShowsButtons(8);
        assertEquals(0, usual.count(ERROR));
        program.keys("Return", "q");
        Picture changed = program.picture();
        assertNotEquals(usual.count(Picture.CHOSEN), changed.count(Picture.CHOSEN), "another letter on the button");
        program.keys("Escape");
    }

    /** From the menu to the replays: first the damaged one, then the good one, and back. */
    private static void replays(RunningProgram program) throws IOException, InterruptedException {
        program.keys("Down", "Down", "Down", "Return");
        Picture list = program.picture();
        list.assertShowsButtons(3);
        assertEquals(0, list.count(ERROR));
        program.keys("Return");
        Picture refused = program.picture();
        assertTrue(refused.count(ERROR) > 100, "a sentence says what is wrong: " + refused.file());
        program.keys("Down", "Return");
        program.awaitPicture(
                "the replay", picture -> !picture.screen(Colours.MODERN).isEmpty());
        program.keys("space");
        Picture replay = program.picture();
        replay.assertShowsScreen(Colours.MODERN);
        assertTrue(replay.count(Picture.BUTTON) > 4_000, "there is a slider below the court: " + replay.file());
        // The slider, between the name and the time: the court follows the knob while it is dragged.
        int y = replay.height() - 54;
        program.drag(replay.width() / 3, replay.width() * 2 / 3, y);
        Picture dragged = program.picture();
        assertFalse(dragged.sameCourt(replay), dragged.file() + " after " + replay.file());
        program.drop();
        program.keys("End", "l");
        Picture end = program.picture();
        end.assertShowsScreen(Colours.ATARI);
        program.keys("l", "Escape");
        program.picture().assertShowsButtons(11);
    }
}
