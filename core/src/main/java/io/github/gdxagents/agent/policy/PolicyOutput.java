package io.github.gdxagents.agent.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that grow while they are written; numbers are big-endian. */
final class PolicyOutput {

    private ByteBuffer buffer;

    PolicyOutput(int expectedSize) {
        this.buffer = ByteBuffer.allocate(expectedSize);
    }

    /** The buffer, with room for so many bytes more. */
    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            byte[] written = toBytes();
            buffer = ByteBuffer.allocate(Math.max(2 * written.length, written.length + bytes));
            buffer.put(written);
        }
        return buffer;
    }

    void write(byte[] bytes) {
        room(bytes.length).put(bytes);
    }

    void writeByte(int number) {
        room(Byte.BYTES).put((byte) number);
    }

    void writeBoolean(boolean flag) {
        writeByte(flag ? 1 : 0);
    }

    void writeShort(short number) {
        room(Short.BYTES).putShort(number);
    }

    void writeInt(int number) {
        room(Integer.BYTES).putInt(number);
    }

    void writeFloat(float number) {
        room(Float.BYTES).putFloat(number);
    }

    void writeDouble(double number) {
        room(Double.BYTES).putDouble(number);
    }

    void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > PolicyCodec.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "a text may have at most " + PolicyCodec.MAX_TEXT + " bytes, but has " + bytes.length);
        }
        writeInt(bytes.length);
        write(bytes);
    }

    byte[] toBytes() {
        byte[] bytes = new byte[buffer.position()];
        System.arraycopy(buffer.array(), 0, bytes, 0, bytes.length);
        return bytes;
    }
}
