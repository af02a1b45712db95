package io.github.gdxagents.desktop.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.desktop.PlayedMatch;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFolderTest {

    private final Replay replay = PlayedMatch.replay(PlayerKind.TRACKER_HARD, PlayerKind.RANDOM, 7);

    @TempDir
    private Path temporary;

    @Test
    void nameSaysWhatTheReplayIs() {
        assertEquals("atari-tracker_hard-1-0-random-s7", ReplayFolder.name(replay));
    }

    @Test
    void savingMakesTheFolderAndNeverReplacesAnything() {
        ReplayFolder folder = new ReplayFolder(temporary.resolve("a/b"));
        Path first = folder.save(replay);
        Path second = folder.save(replay);
        Path third = folder.save(replay);
        assertEquals(temporary.resolve("a/b/atari-tracker_hard-1-0-random-s7.replay"), first);
        assertEquals(temporary.resolve("a/b/atari-tracker_hard-1-0-random-s7-2.replay"), second);
        assertEquals(temporary.resolve("a/b/atari-tracker_hard-1-0-random-s7-3.replay"), third);
        assertEquals(replay, ReplayFiles.read(first));
        assertEquals(replay, ReplayFiles.read(third));
    }

    @Test
    void listHasTheReplaysAloneAndTheNewestFirst() throws IOException {
        ReplayFolder folder = new ReplayFolder(temporary);
        Path oldest = folder.save(replay);
        Path newest = folder.save(replay);
        Path middle = folder.save(replay);
        Files.setLastModifiedTime(oldest, FileTime.fromMillis(1_000));
        Files.setLastModifiedTime(newest, FileTime.fromMillis(3_000));
        Files.setLastModifiedTime(middle, FileTime.fromMillis(2_000));
        Files.createFile(temporary.resolve("picture.png"));
        assertEquals(List.of(newest, middle, oldest), folder.list());
    }

    @Test
    void folderThatIsNotThereIsEmptyAndNotMadeByLooking() {
        ReplayFolder folder = new ReplayFolder(temporary.resolve("none"));
        assertEquals(List.of(), folder.list());
        assertFalse(Files.exists(temporary.resolve("none")));
    }

    @Test
    void folderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        ReplayFolder folder = new ReplayFolder(file.resolve("below"));
        String sentence = assertThrows(UncheckedIOException.class, () -> folder.save(replay))
                .getMessage();
        assertTrue(sentence.contains(file.toString()), sentence);
    }
}
