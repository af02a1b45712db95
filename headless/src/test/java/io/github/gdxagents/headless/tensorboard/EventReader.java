package io.github.gdxagents.headless.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;

/**
 * Reads event files by the book, with nothing of what writes them; each checksum is computed bit by bit. Protobuf complains that the
 * classes of the messages are old where they parse, as here; the program only writes.
 */
public final class EventReader {

    private EventReader() {}

    /** The data of each record of a file, whose frames must all be whole and right. */
    static List<byte[]> records(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> records = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = new byte[8];
            bytes.get(length);
            assertEquals(maskedChecksum(length), bytes.getInt(), "checksum of the length");
            byte[] data = new byte
                    [(int) ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()];
            bytes.get(data);
            assertEquals(maskedChecksum(data), bytes.getInt(), "checksum of the data");
            records.add(data);
        }
        return records;
    }

    private static int maskedChecksum(byte[] bytes) {
        int remainder = -1;
        for (byte next : bytes) {
            remainder ^= next & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder >>> 1) ^ ((remainder & 1) == 0 ? 0 : 0x82f63b78);
            }
        }
        int checksum = ~remainder;
        return ((checksum >>> 15) | (checksum << 17)) + 0xa282ead8;
    }

    /** The events of a file. */
    static List<Event> events(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        for (byte[] record : records(file)) {
            events.add(Event.parseFrom(record));
        }
        return events;
    }

    /** The event files of a folder, in the order in which TensorBoard reads them. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** A number's curve, value by step: of all files, without what was told again after a life began. */
    public static Map<Long, Float> curve(Path folder, String tag) throws IOException {
        Map<Long, Float> curve = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            for (Event event : events(file)) {
                if (event.hasSessionLog()) {
                    curve.keySet().removeIf(step -> step >= event.getStep());
                }
                numbers(event).forEach((name, value) -> {
                    if (name.equals(tag)) {
                        curve.put(event.getStep(), value);
                    }
                });
            }
        }
        return curve;
    }

    /** The numbers of an event by their tags. */
    static Map<String, Float> numbers(Event event) {
        Map<String, Float> numbers = new LinkedHashMap<>();
        for (Summary.Value value : event.getSummary().getValueList()) {
            if (value.getValueCase() == Summary.Value.ValueCase.SIMPLE_VALUE) {
                numbers.put(value.getTag(), value.getSimpleValue());
            }
        }
        return numbers;
    }
}
