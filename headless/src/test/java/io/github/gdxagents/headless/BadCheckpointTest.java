package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that is none: one sentence that names the file, exit code 2; no stack trace, no memory taken on its word. */
class BadCheckpointTest {

    /** Where the header's length stands, and its checksum, and where the payload begins. */
    private static final int LENGTH = 12;

    private static final int CHECKSUM = 20;
    private static final int PAYLOAD = 24;

    @TempDir
    Path folder;

    private final byte[] good = CheckpointCodec.encode(SmallCheckpoint.after(2));

    @Test
    void cutAtFiftyPlaces() throws IOException {
        for (int cut = 0; cut < 50; cut++) {
            int length = (int) ((long) good.length * cut / 50);
            assertRefused(Arrays.copyOf(good, length), "cut short");
        }
        assertRefused(Arrays.copyOf(good, good.length - 1), "cut short");
    }

    @Test
    void longerThanItSays() throws IOException {
        assertRefused(Arrays.copyOf(good, good.length + 1), "its header promises");
    }

    @Test
    void flippedBitsOfTheHeader() throws IOException {
        for (int bit = 0; bit < 8 * PAYLOAD; bit += 5) {
            assertRefused(flipped(bit), "");
        }
    }

    @Test
    void flippedBitsOfThePayload() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            int bit = 8 * PAYLOAD + random.nextInt(8 * (good.length - PAYLOAD));
            assertRefused(flipped(bit), "is damaged: found checksum ");
        }
    }

    @Test
    void lengthOfTwoGigabytesInTheHeader() throws IOException {
        byte[] bytes = good.clone();
        ByteBuffer.wrap(bytes).putLong(LENGTH, 1L << 31);
        assertRefused(bytes, "promises 2147483648 bytes");
    }

    /** The first three counts of the payload each say "two thousand million to come", under a right checksum. */
    @Test
    void lengthOfTwoGigabytesInsideThePayload() throws IOException {
        int gameName = PAYLOAD;
        int settings = gameName + Integer.BYTES + "ale".length();
        int firstName = settings + Integer.BYTES;
        for (int at : new int[] {gameName, settings, firstName}) {
            byte[] bytes = good.clone();
            Arrays.fill(bytes, at, at + Integer.BYTES, (byte) 0x7F);
            CRC32C checksum = new CRC32C();
            checksum.update(bytes, PAYLOAD, bytes.length - PAYLOAD);
            ByteBuffer.wrap(bytes).putInt(CHECKSUM, (int) checksum.getValue());
            assertRefused(bytes, "its content makes no sense: 2139062143 ");
        }
    }

    @Test
    void somethingElse() throws IOException {
        assertRefused(
                "PK\u0003\u0004 this is another kind of file altogether".getBytes(StandardCharsets.UTF_8),
                "is not a checkpoint");
        assertRefused(new byte[0], "found 0 bytes");
    }

    @Test
    void missingFileAndEmptyFolder() throws IOException {
        assertRefused(folder.resolve("none.agent"), "does not exist");
        assertRefused(Files.createDirectory(folder.resolve("empty")), "holds no checkpoint");
    }

    private byte[] flipped(int bit) {
        byte[] bytes = good.clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return bytes;
    }

    private void assertRefused(byte[] bytes, String reason) throws IOException {
        assertRefused(Files.write(folder.resolve("000002.agent"), bytes), reason);
    }

    private static void assertRefused(Path file, String reason) {
        for (String command : new String[] {"inspect", "evaluate"}) {
            String sentence = CommandRun.of(command, file.toString()).refusalOfInput();
            assertTrue(sentence.startsWith("Error: " + file + " "), sentence);
            assertTrue(sentence.contains(reason), sentence);
        }
    }
}
