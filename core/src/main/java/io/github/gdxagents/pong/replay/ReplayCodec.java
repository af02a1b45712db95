package io.github.gdxagents.pong.replay;

import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Replays as bytes; all numbers are big-endian.
 *
 * <pre>{@code
 *  0  8 bytes  magic, the ASCII letters GDXREPLY
 *  8  int      format version
 * 12  int      length of the payload
 * 16  int      CRC-32C of the payload
 * 20           payload:
 *     3 texts  court, left player, right player: a byte with the length, at most 32, then printable ASCII
 *     byte     points that win
 *     long     seed
 *     2 bytes  score in the end, left and right
 *     long     the court's fingerprint in the end
 *     int      ticks
 *     zlib     the codes of all left moves, then those of all right moves
 * }</pre>
 *
 * <p>Replays come from other people. Nothing is read before magic, version, length and checksum are right; memory is taken for the
 * moves only after their number was found possible, and never for more than that number, whatever the compressed bytes would
 * unfold to: reading takes at most 4 times the file's size and 1 MB. Stateless.
 */
public final class ReplayCodec {

    /** The format that is written. */
    public static final int VERSION = 1;

    /** Length of the header, in bytes. */
    static final int HEADER = 20;

    /** The longest replay, in bytes: moves that zlib cannot shorten, and everything else. */
    static final int MAX_BYTES = 2 * Replay.MAX_TICKS + (16 << 10);

    /** The longest name of a court or a player, in bytes. */
    private static final int MAX_TEXT = 32;

    private static final byte[] MAGIC = {'G', 'D', 'X', 'R', 'E', 'P', 'L', 'Y'};

    private ReplayCodec() {}

    /**
     * Writes a replay.
     *
     * @param replay what to write
     * @return header and payload; with the same zlib the same replay always gives the same bytes
     */
    public static byte[] encode(Replay replay) {
        MatchSetup setup = replay.setup();
        byte[] moves = deflate(replay.codes(Side.LEFT), replay.codes(Side.RIGHT));
        ByteBuffer payload = ByteBuffer.allocate(1024 + moves.length);
        putText(payload, setup.court().label());
        putText(payload, setup.left().label());
        putText(payload, setup.right().label());
        payload.put((byte) setup.points())
                .putLong(setup.seed())
                .put((byte) replay.score(Side.LEFT))
                .put((byte) replay.score(Side.RIGHT))
                .putLong(replay.fingerprint())
                .putInt(replay.length())
                .put(moves)
                .flip();
        int length = payload.limit();
        return ByteBuffer.allocate(HEADER + length)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(length)
                .putInt(checksum(payload.array(), 0, length))
                .put(payload)
                .array();
    }

    /**
     * Reads a replay.
     *
     * @param bytes all bytes of a file
     * @param name of the file, for errors
     * @return what was written
     * @throws ReplayException if this is not a whole, undamaged replay of a version that is known
     */
    public static Replay decode(byte[] bytes, String name) {
        int expected = checkHeader(Arrays.copyOf(bytes, Math.min(HEADER, bytes.length)), bytes.length, name);
        int found = checksum(bytes, HEADER, bytes.length - HEADER);
        if (found != expected) {
            throw new ReplayException(
                    String.format("%s is damaged: found checksum %08x, expected %08x", name, found, expected));
        }
        try {
            return payload(ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER));
        } catch (BufferUnderflowException e) {
            throw new ReplayException(name + " has a good checksum but ends too early", e);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new ReplayException(
                    name + " has a good checksum but its content makes no sense: " + e.getMessage(), e);
        }
    }

    /**
     * Checks what can be known from a header alone.
     *
     * @param start the first bytes of a file, {@link #HEADER} of them if there are so many
     * @param size of the whole file, in bytes
     * @param name of the file, for errors
     * @return the checksum that the payload must have
     */
    static int checkHeader(byte[] start, long size, String name) {
        if (start.length < HEADER) {
            throw new ReplayException(name + " is cut short or not a replay: found " + start.length
                    + " bytes, expected at least " + HEADER);
        }
        ByteBuffer header = ByteBuffer.wrap(start);
        byte[] magic = new byte[MAGIC.length];
        header.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new ReplayException(name + " is not a replay: it does not begin with GDXREPLY");
        }
        int version = header.getInt();
        if (version != VERSION) {
            throw new ReplayException(name + " has format version " + version + ", expected " + VERSION
                    + (version > VERSION ? "; it was written by a newer version of this program" : ""));
        }
        if (size > MAX_BYTES) {
            throw new ReplayException(
                    name + " is too large for a replay: found " + size + " bytes, expected at most " + MAX_BYTES);
        }
        int length = header.getInt();
        if (length != size - HEADER) {
            throw new ReplayException(name + " is cut short or damaged: its header promises " + length
                    + " bytes after it, but there are " + (size - HEADER));
        }
        return header.getInt();
    }

    private static Replay payload(ByteBuffer payload) throws DataFormatException {
        MatchSetup setup = new MatchSetup(
                CourtKind.named(text(payload)),
                PlayerKind.named(text(payload)),
                PlayerKind.named(text(payload)),
                payload.get() & 0xFF,
                payload.getLong());
        int leftScore = payload.get() & 0xFF;
        int rightScore = payload.get() & 0xFF;
        long fingerprint = payload.getLong();
        int ticks = payload.getInt();
        if (ticks < 0 || ticks > Replay.MAX_TICKS) {
            throw new DataFormatException("found " + ticks + " ticks, expected 0 to " + Replay.MAX_TICKS);
        }
        byte[] moves = inflate(payload, 2 * ticks);
        return new Replay(
                setup,
                Arrays.copyOf(moves, ticks),
                Arrays.copyOfRange(moves, ticks, 2 * ticks),
                leftScore,
                rightScore,
                fingerprint);
    }

    private static byte[] deflate(byte[] left, byte[] right) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            byte[] moves = Arrays.copyOf(left, left.length + right.length);
            System.arraycopy(right, 0, moves, left.length, right.length);
            deflater.setInput(moves);
            deflater.finish();
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                output.write(buffer, 0, deflater.deflate(buffer));
            }
            return output.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Unfolds all that is left of the payload, which must be exactly so many bytes and then end. */
    private static byte[] inflate(ByteBuffer payload, int length) throws DataFormatException {
        // One byte more than expected: full only if there is too much, so that a bomb is stopped at its first byte.
        byte[] moves = new byte[length + 1];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(payload);
            int count = 0;
            int more = 1;
            while (more > 0 && count <= length) {
                more = inflater.inflate(moves, count, moves.length - count);
                count += more;
            }
            if (count != length || !inflater.finished()) {
                throw new DataFormatException("the moves are not " + length + " bytes long and then at their end");
            }
            if (payload.hasRemaining()) {
                throw new DataFormatException("found " + payload.remaining() + " bytes after the moves, expected none");
            }
            return moves;
        } finally {
            inflater.end();
        }
    }

    private static void putText(ByteBuffer into, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        into.put((byte) bytes.length).put(bytes);
    }

    /** These texts end up in messages on other people's terminals: nothing but short words is let through. */
    private static String text(ByteBuffer from) throws DataFormatException {
        int length = from.get() & 0xFF;
        if (length > MAX_TEXT) {
            throw new DataFormatException("found a text of " + length + " bytes, expected at most " + MAX_TEXT);
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        for (byte character : bytes) {
            if (character < ' ' || character > '~') {
                throw new DataFormatException(
                        String.format("found the byte 0x%02x in a text, expected printable ASCII", character & 0xFF));
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
