package io.github.gdxagents.agent.checkpoint;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Checkpoints as bytes: a header, then what Kryo writes.
 *
 * <pre>{@code
 *  0  8 bytes  magic, the ASCII letters GDXAGENT
 *  8  int      format version, big-endian like all numbers of the header
 * 12  long     length of the payload
 * 20  int      CRC-32C of the payload
 * 24           payload
 * }</pre>
 *
 * <p>The payload is read only after its length and checksum are right, and even then every count in it is held against the bytes
 * that are left before memory is taken for it: reading takes at most 24 times the file's size and 1 MB, all that is thrown away
 * again included. Classes are registered
 * with fixed numbers and read by serializers of our own, so a file cannot name a class. Stateless.
 */
public final class CheckpointCodec {

    /** The format that is written. Older formats stay readable. */
    public static final int VERSION = 3;

    private static final byte[] MAGIC = {'G', 'D', 'X', 'A', 'G', 'E', 'N', 'T'};

    /** Length of the header, in bytes. */
    static final int HEADER = 24;

    private CheckpointCodec() {}

    /**
     * Writes a checkpoint.
     *
     * @param checkpoint what to write
     * @return header and payload; the same checkpoint always gives the same bytes
     */
    public static byte[] encode(Checkpoint checkpoint) {
        Output output = new Output(expectedSize(checkpoint), -1);
        output.writeBytes(new byte[HEADER]);
        kryo(VERSION).writeObject(output, checkpoint);
        byte[] bytes = output.toBytes();
        ByteBuffer.wrap(bytes)
                .put(MAGIC)
                .putInt(VERSION)
                .putLong(bytes.length - HEADER)
                .putInt(checksum(bytes));
        return bytes;
    }

    /** Nearly the size of the file, so that ten megabytes are not copied again and again while they are written. */
    private static int expectedSize(Checkpoint checkpoint) {
        long numbers = checkpoint.spec().parameters()
                + checkpoint.state().optimizerMemory().stream()
                        .mapToLong(array -> array.length)
                        .sum();
        return (int) Math.min(Integer.MAX_VALUE / 2, (64 << 10) + Float.BYTES * numbers);
    }

    /**
     * Reads a checkpoint.
     *
     * @param bytes all bytes of a file
     * @param name of the file, for errors
     * @return what was written
     * @throws CheckpointException if this is not a whole, undamaged checkpoint of a version that is known
     */
    public static Checkpoint decode(byte[] bytes, String name) {
        int expected = checkHeader(Arrays.copyOf(bytes, Math.min(HEADER, bytes.length)), bytes.length, name);
        int found = checksum(bytes);
        if (found != expected) {
            throw new CheckpointException(
                    String.format("%s is damaged: found checksum %08x, expected %08x", name, found, expected));
        }
        try {
            Input input = new Input(bytes, HEADER, bytes.length - HEADER);
            Checkpoint checkpoint = kryo(version(bytes)).readObject(input, Checkpoint.class);
            if (input.position() != bytes.length) {
                throw new MalformedCheckpoint(
                        (bytes.length - input.position()) + " bytes after the end of the checkpoint, expected none");
            }
            return checkpoint;
        } catch (RuntimeException e) {
            // Kryo and the checks of the values throw many kinds; all of them mean that the file is not what it says it
            // is.
            throw new CheckpointException(
                    name + " has a good checksum but its content makes no sense: " + firstLine(e), e);
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
            throw new CheckpointException(name + " is cut short or not a checkpoint: found " + start.length
                    + " bytes, expected at least " + HEADER);
        }
        ByteBuffer header = ByteBuffer.wrap(start);
        byte[] magic = new byte[MAGIC.length];
        header.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new CheckpointException(name + " is not a checkpoint: it begins with " + hex(magic) + ", expected "
                    + hex(MAGIC) + " (GDXAGENT)");
        }
        int version = header.getInt();
        if (version < 1 || version > VERSION) {
            throw new CheckpointException(name + " has format version " + version + ", expected 1 to " + VERSION
                    + (version > VERSION ? "; it was written by a newer version of this program" : ""));
        }
        long length = header.getLong();
        if (length != size - HEADER) {
            throw new CheckpointException(name + " is cut short or damaged: its header promises " + length
                    + " bytes of payload, found " + (size - HEADER));
        }
        return header.getInt();
    }

    /** The version of the format, from a header that was checked. */
    static int version(byte[] start) {
        return ByteBuffer.wrap(start).getInt(MAGIC.length);
    }

    private static Kryo kryo(int version) {
        Kryo kryo = new Kryo();
        kryo.setRegistrationRequired(true);
        kryo.setReferences(false);
        kryo.register(Checkpoint.class, new CheckpointSerializer(version), 16);
        return kryo;
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, HEADER, bytes.length - HEADER);
        return (int) crc.getValue();
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(String.format("%02x", b));
        }
        return text.toString();
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
