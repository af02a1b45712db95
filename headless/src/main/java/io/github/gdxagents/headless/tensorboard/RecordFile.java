package io.github.gdxagents.headless.tensorboard;

import io.github.gdxagents.files.AtomicFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of records as TensorFlow frames them (TFRecord), little-endian: the length in 8 bytes, its masked CRC-32C in 4, the data, and
 * the data's masked CRC-32C in 4. One thread at a time.
 */
final class RecordFile implements AutoCloseable {

    /** What a record takes besides its data. */
    static final int FRAME = 16;

    private static final int MASK = 0xa282ead8;

    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();

    private RecordFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes a file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     */
    static RecordFile create(Path path) throws IOException {
        return new RecordFile(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Appends a record and hands it to the operating system, in one piece: who reads meanwhile finds whole records. All of it or nothing. */
    void add(byte[] data) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(data.length + FRAME).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(masked(record.array(), Long.BYTES));
        record.put(data);
        record.putInt(masked(data, data.length));
        record.flip();
        AtomicFiles.append(channel, record);
    }

    /** A checksum of data that hold checksums is a poor one; TensorFlow turns and shifts it. */
    private int masked(byte[] bytes, int count) {
        checksum.reset();
        checksum.update(bytes, 0, count);
        return Integer.rotateRight((int) checksum.getValue(), 15) + MASK;
    }

    /** Makes sure that the disk has all records. */
    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
