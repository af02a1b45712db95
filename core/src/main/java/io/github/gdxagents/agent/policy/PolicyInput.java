package io.github.gdxagents.agent.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link PolicyOutput} wrote. Never takes memory for more than is there: each count is held against the bytes that are left.
 */
final class PolicyInput {

    private final ByteBuffer buffer;
    private final String name;

    PolicyInput(byte[] bytes, int from, String name) {
        this.buffer = ByteBuffer.wrap(bytes, from, bytes.length - from);
        this.name = name;
    }

    /** Something in the file that cannot be. */
    PolicyException malformed(String found) {
        return new PolicyException(name + " has a good checksum but its content makes no sense: found " + found);
    }

    int left() {
        return buffer.remaining();
    }

    /** The buffer, which has so many bytes more. */
    private ByteBuffer need(int bytes) {
        if (buffer.remaining() < bytes) {
            throw malformed(buffer.remaining() + " bytes left, expected at least " + bytes);
        }
        return buffer;
    }

    int readByte() {
        return need(Byte.BYTES).get() & 0xFF;
    }

    boolean readBoolean() {
        int number = readByte();
        if (number > 1) {
            throw malformed("the byte " + number + " for yes or no, expected 0 or 1");
        }
        return number == 1;
    }

    short readShort() {
        return need(Short.BYTES).getShort();
    }

    int readInt() {
        return need(Integer.BYTES).getInt();
    }

    float readFloat() {
        return need(Float.BYTES).getFloat();
    }

    double readDouble() {
        return need(Double.BYTES).getDouble();
    }

    /** A count of things that take so many bytes each at least. */
    int readCount(String what, int bytesEach, int most) {
        int count = readInt();
        if (count < 0 || count > most) {
            throw malformed(count + " " + what + ", expected 0 to " + most);
        }
        if ((long) count * bytesEach > left()) {
            throw malformed(
                    count + " " + what + " of " + bytesEach + " bytes or more, but only " + left() + " bytes are left");
        }
        return count;
    }

    String readText() {
        byte[] bytes = new byte[readCount("bytes of text", 1, PolicyCodec.MAX_TEXT)];
        buffer.get(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            PolicyException malformed = malformed("a text that is no UTF-8");
            malformed.initCause(e);
            throw malformed;
        }
    }
}
