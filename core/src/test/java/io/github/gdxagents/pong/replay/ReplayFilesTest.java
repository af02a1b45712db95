package io.github.gdxagents.pong.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays come from other people: whatever is in a file, it is a replay or refused. */
class ReplayFilesTest {

    private static final MatchSetup SETUP =
            new MatchSetup(CourtKind.ATARI, PlayerKind.CPU, PlayerKind.TRACKER_EASY, 2, 77);

    /** Where the points stand in the file of {@link #SETUP}: after the header and {@code atari}, {@code cpu}, {@code tracker:easy}. */
    private static final int POINTS = ReplayCodec.HEADER + 6 + 4 + 13;

    private static final int TICKS = POINTS + 1 + 8 + 2 + 8;

    @TempDir
    Path folder;

    private final Replay replay = SmallMatches.play(SETUP, Replay.MAX_TICKS);
    private final byte[] bytes = ReplayCodec.encode(replay);

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("a" + ReplayFiles.SUFFIX);
        ReplayFiles.write(replay, file);
        assertEquals(replay, ReplayFiles.read(file));
        ReplayFiles.write(SmallMatches.play(SETUP, 10), file);
        assertEquals(10, ReplayFiles.read(file).length());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void everyFlippedBitIsRefusedOrHarmless() {
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefusedOrEqual(flipped);
        }
    }

    @Test
    void everyFlippedByteWithAGoodChecksumIsRefusedOrAReplay() {
        for (int index = ReplayCodec.HEADER; index < bytes.length; index++) {
            int place = index;
            byte[] forged = forged(bytes, copy -> copy[place] ^= (byte) 0xFF);
            try {
                Replay other = ReplayCodec.decode(forged, "forged");
                try (ReplayMatch match = new ReplayMatch(other)) {
                    match.verify("forged");
                }
            } catch (ReplayException e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith("forged "), e.getMessage());
            }
        }
    }

    @Test
    void everyCutIsRefused() {
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(ReplayException.class, () -> ReplayCodec.decode(cut, "cut"));
            if (length >= ReplayCodec.HEADER) {
                byte[] forged = forged(cut, copy -> {});
                assertThrows(ReplayException.class, () -> ReplayCodec.decode(forged, "forged"));
            }
        }
    }

    @Test
    void nothingMayFollow() {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertTrue(message(longer).contains("its header promises"), message(longer));
        assertTrue(message(forged(longer, copy -> {})).contains("found 1 bytes after the moves, expected none"));
    }

    @Test
    void everyKindOfFaultIsNamed() {
        assertMessage("is not a replay", copy -> copy[0] = 'X');
        assertMessage("format version 2, expected 1; it was written by a newer version", copy -> copy[11] = 2);
        assertMessage("format version 0, expected 1", copy -> copy[11] = 0);
        assertMessage("found checksum", copy -> copy[copy.length - 1] ^= 1);
        assertTrue(message(forged(bytes, copy -> copy[ReplayCodec.HEADER + 1] = 'X'))
                .contains("court must be atari"));
        assertTrue(message(forged(bytes, copy -> copy[ReplayCodec.HEADER + 8] = 'X'))
                .contains("a player must be agent"));
        assertTrue(message(forged(bytes, copy -> copy[ReplayCodec.HEADER + 1] = 0x1B))
                .contains("found the byte 0x1b in a text, expected printable ASCII"));
        assertTrue(message(forged(bytes, copy -> copy[ReplayCodec.HEADER + 8] = (byte) 0x9B))
                .contains("found the byte 0x9b in a text, expected printable ASCII"));
        assertTrue(message(forged(bytes, copy -> copy[ReplayCodec.HEADER] = 33))
                .contains("found a text of 33 bytes, expected at most 32"));
        assertTrue(message(forged(bytes, copy -> copy[POINTS] = 22)).contains("points must be from 1 to 21"));
        assertTrue(message(forged(bytes, copy -> copy[POINTS + 9] = 22)).contains("left score must be from 0 to 21"));
        assertTrue(message(forged(bytes, copy -> ByteBuffer.wrap(copy).putInt(TICKS, -1)))
                .contains("found -1 ticks, expected 0 to 65300"));
        assertTrue(message(forged(bytes, copy -> ByteBuffer.wrap(copy).putInt(TICKS, Integer.MAX_VALUE)))
                .contains("found 2147483647 ticks"));
        assertTrue(message(forged(bytes, copy -> ByteBuffer.wrap(copy).putInt(TICKS, replay.length() + 1)))
                .contains("bytes long and then at their end"));
        assertTrue(message(forged(bytes, copy -> ByteBuffer.wrap(copy).putInt(TICKS, replay.length() - 1)))
                .contains("bytes long and then at their end"));
    }

    @Test
    void movesThatUnfoldToGigabytesAreNotUnfolded() {
        // 100 KB that unfold to 100 MB.
        byte[] zeros = new byte[100 << 20];
        Deflater deflater = new Deflater();
        deflater.setInput(zeros);
        deflater.finish();
        byte[] moves = new byte[120_000];
        int length = deflater.deflate(moves);
        assertTrue(deflater.finished());
        deflater.end();
        byte[] bomb = Arrays.copyOf(bytes, TICKS + 4 + length);
        System.arraycopy(moves, 0, bomb, TICKS + 4, length);
        assertTrue(message(forged(bomb, copy -> {})).contains("bytes long and then at their end"));
    }

    @Test
    void moveThatIsNoneIsNamed() {
        byte[] codes = new byte[replay.length()];
        codes[7] = (byte) 254;
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new Replay(SETUP, codes, new byte[codes.length], 0, 0, 0));
        assertEquals("the left move of tick 7 must be from 0 to 253, but was 254", e.getMessage());
    }

    @Test
    void fileThatIsNoneIsNamed() throws IOException {
        Path missing = folder.resolve("missing.replay");
        assertEquals(missing + " does not exist, expected a replay", refusal(missing));
        assertEquals(folder + " is not a file, expected a replay", refusal(folder));
        Path text = Files.writeString(folder.resolve("text.replay"), "a".repeat(1 << 20), StandardCharsets.UTF_8);
        assertEquals(text + " is not a replay: it does not begin with GDXREPLY", refusal(text));
        byte[] large = Arrays.copyOf(bytes, 1 << 20);
        Path file = Files.write(folder.resolve("large.replay"), large);
        assertEquals(
                file + " is too large for a replay: found 1048576 bytes, expected at most " + ReplayCodec.MAX_BYTES,
                refusal(file));
    }

    @Test
    void longestAndWildestMatchFitsIntoAFile() {
        byte[] left = new byte[Replay.MAX_TICKS];
        byte[] right = new byte[Replay.MAX_TICKS];
        RandomStream random = new RandomStream(1);
        for (int tick = 0; tick < left.length; tick++) {
            left[tick] = (byte) random.below(254);
            right[tick] = (byte) random.below(254);
        }
        Replay wild = new Replay(SETUP, left, right, 0, 0, 0);
        Path file = folder.resolve("wild.replay");
        ReplayFiles.write(wild, file);
        assertEquals(wild, ReplayFiles.read(file));
    }

    private static String refusal(Path file) {
        return String.valueOf(assertThrows(ReplayException.class, () -> ReplayFiles.read(file))
                .getMessage());
    }

    private void assertMessage(String words, Consumer<byte[]> change) {
        byte[] changed = bytes.clone();
        change.accept(changed);
        assertTrue(message(changed).contains(words), message(changed));
    }

    private static String message(byte[] file) {
        return String.valueOf(assertThrows(ReplayException.class, () -> ReplayCodec.decode(file, "file"))
                .getMessage());
    }

    private void assertRefusedOrEqual(byte[] file) {
        try {
            assertEquals(replay, ReplayCodec.decode(file, "file"));
        } catch (ReplayException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("file "), e.getMessage());
        }
    }

    /** A file with changes and a header that fits them, as somebody would write it who means harm. */
    private static byte[] forged(byte[] file, Consumer<byte[]> change) {
        byte[] forged = file.clone();
        change.accept(forged);
        CRC32C crc = new CRC32C();
        crc.update(forged, ReplayCodec.HEADER, forged.length - ReplayCodec.HEADER);
        ByteBuffer.wrap(forged).putInt(12, forged.length - ReplayCodec.HEADER).putInt(16, (int) crc.getValue());
        return forged;
    }
}
