package io.github.gdxagents.headless.fuzz;

import io.github.gdxagents.agent.random.RandomStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Damages files. The same stream gives the same damage. */
final class Mutator {

    private static final List<Long> NUMBERS = List.of(
            0L,
            -1L,
            1L,
            (long) Integer.MAX_VALUE,
            (long) Integer.MIN_VALUE,
            1L << 16,
            1L << 20,
            1L << 24,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            (long) Float.floatToIntBits(Float.NaN),
            (long) Float.floatToIntBits(Float.MAX_VALUE),
            Double.doubleToLongBits(Double.NaN),
            Double.doubleToLongBits(Double.NEGATIVE_INFINITY),
            Double.doubleToLongBits(1e300));

    /** What is put in the place of a value of JSON or of a cell of a table, or anywhere. */
    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "-1",
            "0",
            "1.5",
            "\"\"",
            "\"x\"",
            "NaN",
            "\"NaN\"",
            "-Infinity",
            "\"Infinity\"",
            "1e999999999",
            "\"1e999999999\"",
            "9223372036854775808",
            "1" + "0".repeat(1000),
            "\"\\u0000\\u001b[2J\"",
            "\"\\ud800\"",
            "\u0000",
            "\u001b[31m",
            "\ufeff",
            "\"env\" : \"pong\",",
            "\"max-decision\" : 5,",
            "\"" + "1,".repeat(5000) + "1\"",
            "\"image:0" + ",1".repeat(3000) + "\"",
            ",".repeat(1000),
            "\n".repeat(1000),
            "1,".repeat(1000),
            "/* */");

    private final RandomStream random;

    Mutator(RandomStream random) {
        this.random = random;
    }

    /** A file that was damaged in one to three ways. */
    byte[] damaged(byte[] file, byte[] other, boolean text) {
        byte[] bytes = file;
        int ways = 1 + random.below(3);
        for (int i = 0; i < ways; i++) {
            bytes = text && random.below(2) == 0 ? damagedText(bytes) : damagedOnce(bytes, other);
        }
        return bytes;
    }

    private byte[] damagedOnce(byte[] file, byte[] other) {
        byte[] bytes = file.clone();
        int place = random.below(bytes.length + 1);
        int rest = bytes.length - place;
        switch (random.below(10)) {
            case 0 -> flip(bytes);
            case 1 -> {
                if (rest > 0) {
                    bytes[place] = (byte) random.below(256);
                }
            }
            case 2 -> bytes = Arrays.copyOf(bytes, place);
            case 3 -> bytes = joined(bytes, place, new byte[0], place + random.below(Math.min(rest, 64) + 1));
            case 4 -> bytes = joined(bytes, place, randomBytes(random.below(64)), place);
            case 5 -> bytes = repeated(bytes, place, random.below(Math.min(rest, 256) + 1));
            case 6, 7 -> writeNumber(bytes, place);
            case 8 -> {
                byte[] tail = Arrays.copyOfRange(other, random.below(other.length + 1), other.length);
                bytes = joined(bytes, place, tail, bytes.length);
            }
            default -> bytes = random.below(8) == 0 ? randomBytes(random.below(4096)) : bytes;
        }
        return bytes;
    }

    private void flip(byte[] bytes) {
        if (bytes.length > 0) {
            int bit = random.below(8 * bytes.length);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    /** A length field, a counter, a float or a double, of either byte order. */
    private void writeNumber(byte[] bytes, int place) {
        int start = random.below(2) == 0 ? place & ~3 : place;
        long number = NUMBERS.get(random.below(NUMBERS.size()));
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(random.below(2) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean wide = random.below(3) == 0;
        if (start + (wide ? Long.BYTES : Integer.BYTES) <= bytes.length) {
            if (wide) {
                buffer.putLong(start, number);
            } else {
                buffer.putInt(start, (int) number);
            }
        }
    }

    private byte[] repeated(byte[] bytes, int place, int length) {
        ByteBuffer again = ByteBuffer.allocate(length * (1 + random.below(32)));
        while (again.remaining() >= length && length > 0) {
            again.put(bytes, place, length);
        }
        return joined(bytes, place, again.array(), place);
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.below(256);
        }
        return bytes;
    }

    private byte[] damagedText(byte[] bytes) {
        byte[] token = token();
        int place = random.below(bytes.length + 1);
        return switch (random.below(4)) {
            case 0 -> joined(bytes, place, token, place);
            case 1 -> {
                int from = after(bytes, place, ":,[{\n");
                yield joined(bytes, from, token, Math.max(from, after(bytes, from, ",}\n") - 1));
            }
            case 2 -> {
                int from = after(bytes, place, "\n");
                int end = after(bytes, from, "\n");
                yield joined(bytes, place, Arrays.copyOfRange(bytes, from, end), place);
            }
            default -> {
                byte[] changed = bytes.clone();
                if (changed.length > place) {
                    changed[place] = (byte) (' ' + random.below(95));
                }
                yield changed;
            }
        };
    }

    private byte[] token() {
        return switch (random.below(40)) {
            case 0 -> "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            case 1 -> "{\"a\":".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            case 2 -> ("\"" + "a".repeat(1 << 20) + "\"").getBytes(StandardCharsets.UTF_8);
            case 3 -> new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF};
            default -> TOKENS.get(random.below(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The place behind the next of some characters, or the end. */
    private static int after(byte[] bytes, int from, String characters) {
        int place = from;
        while (place < bytes.length && characters.indexOf(bytes[place]) < 0) {
            place++;
        }
        return Math.min(place + 1, bytes.length);
    }

    /** The beginning up to a place, something, and the file from another place on. */
    private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
        byte[] joined = Arrays.copyOf(bytes, end + middle.length + bytes.length - start);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(bytes, start, joined, end + middle.length, bytes.length - start);
        return joined;
    }
}
