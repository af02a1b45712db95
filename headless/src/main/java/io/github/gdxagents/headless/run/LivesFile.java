package io.github.gdxagents.headless.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gdxagents.files.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lives of a run: {@code lives.jsonl}, a JSON object a line, one when a life begins and one when it ends. Lines are only added, each
 * forced to disk, so a life without an end was cut off. Stateless.
 *
 * <p>Whoever reads it may read a stranger's: lines that are no such object, as the torn last one of a machine that went down, are passed
 * over, and of a file above {@value #HEAD} + {@value #TAIL} bytes, some five thousand lives, the middle is.
 */
public final class LivesFile {

    /** The name of the file in a run's folder. */
    public static final String NAME = "lives.jsonl";

    static final int HEAD = 1 << 20;
    static final int TAIL = 7 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** No clock of a machine that has run this says less or more. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** More than any run has; a stranger's larger number would leave none for the next life. */
    private static final int MOST_LIVES = 1_000_000_000;

    private LivesFile() {}

    /**
     * Reads the lives of a run, also while another process works on it.
     *
     * @param folder of the run
     * @return in the order in which they were lived; empty if there is no such file
     * @throws InputException if it cannot be read
     */
    public static List<Life> read(Path folder) {
        List<Life> lives = new ArrayList<>();
        BoundedText.read(folder.resolve(NAME), HEAD, TAIL).lines().forEach(line -> {
            try {
                take(JSON.readTree(line), lives);
            } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | InputException e) {
                // Torn or not ours: what the other lines tell is worth having.
                return;
            }
        });
        return List.copyOf(lives);
    }

    private static void take(JsonNode line, List<Life> lives) {
        int number = line.path("life").asInt();
        int last = lives.size() - 1;
        if (number > MOST_LIVES) {
            return;
        }
        if (line.path("event").asText().equals("begin")
                && number > (last < 0 ? 0 : lives.get(last).number())) {
            lives.add(life(number, line));
        } else if (line.path("event").asText().equals("end")
                && last >= 0
                && lives.get(last).number() == number
                && lives.get(last).end().isEmpty()) {
            lives.set(last, lives.get(last).endedBy(end(line)));
        }
    }

    private static Life life(int number, JsonNode line) {
        List<String> options = new ArrayList<>();
        line.path("java-options").forEach(option -> options.add(option.asText()));
        JsonNode limits = line.path("limits");
        return new Life(
                number,
                instant(line),
                line.path("process").asText(),
                new Machine(
                        line.path("java").asText(),
                        line.path("vm").asText(),
                        line.path("os").asText(),
                        line.path("architecture").asText(),
                        line.path("processors").asInt(),
                        line.path("memory").asLong(),
                        line.path("heap").asLong(),
                        text(line, "host")),
                options,
                line.path("folder").asText(),
                new Limits(
                        whole(limits, "max-decisions"),
                        whole(limits, "max-episodes"),
                        whole(limits, "max-updates"),
                        number(limits, "max-seconds"),
                        number(limits, "until-score")),
                text(line, "uncommitted"),
                Optional.empty());
    }

    private static Life.End end(JsonNode line) {
        String how = line.path("how").asText();
        for (Life.Ending ending : Life.Ending.values()) {
            if (ending.label().equals(how)) {
                return new Life.End(
                        ending,
                        text(line, "sentence"),
                        instant(line),
                        line.has("updates")
                                ? Optional.of(new Life.Progress(
                                        line.path("seconds").asDouble(),
                                        line.path("decisions").asLong(),
                                        line.path("updates").asLong()))
                                : Optional.empty(),
                        text(line, "checkpoint")
                                .map(name -> new Life.NamedHash(
                                        name, line.path("sha256").asText())));
            }
        }
        throw new InputException("no way in which a life may end: " + how);
    }

    private static Instant instant(JsonNode line) {
        Instant at = Instant.parse(line.path("at").asText());
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new InputException("no instant of a run: " + at);
        }
        return at;
    }

    private static Optional<String> text(JsonNode object, String key) {
        return Optional.ofNullable(object.get(key)).map(JsonNode::asText);
    }

    private static Optional<Long> whole(JsonNode object, String key) {
        return Optional.ofNullable(object.get(key)).map(JsonNode::asLong);
    }

    private static Optional<Double> number(JsonNode object, String key) {
        return Optional.ofNullable(object.get(key)).map(JsonNode::asDouble);
    }

    /** Adds the first line of a life. */
    static void begin(Path folder, Life life) {
        Map<String, Object> line = line(life.number(), "begin", life.begun());
        line.put("process", life.process());
        life.machine().host().ifPresent(host -> line.put("host", host));
        line.put("java", life.machine().java());
        line.put("vm", life.machine().vm());
        line.put("os", life.machine().os());
        line.put("architecture", life.machine().architecture());
        line.put("processors", life.machine().processors());
        line.put("memory", life.machine().memory());
        line.put("heap", life.machine().heap());
        line.put("java-options", life.javaOptions());
        line.put("folder", life.workingFolder());
        line.put("limits", life.limits().settings());
        life.uncommitted().ifPresent(file -> line.put("uncommitted", file));
        append(folder.resolve(NAME), line);
    }

    /** Adds the last line of a life. */
    static void end(Path folder, int number, Life.End end) {
        Map<String, Object> line = line(number, "end", end.at());
        line.put("how", end.ending().label());
        end.sentence().ifPresent(sentence -> line.put("sentence", sentence));
        end.progress().ifPresent(progress -> {
            line.put("seconds", Math.round(progress.seconds() * 1000) / 1000.0);
            line.put("decisions", progress.decisions());
            line.put("updates", progress.updates());
        });
        end.checkpoint().ifPresent(checkpoint -> {
            line.put("checkpoint", checkpoint.name());
            line.put("sha256", checkpoint.sha256());
        });
        append(folder.resolve(NAME), line);
    }

    private static Map<String, Object> line(int number, String event, Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("life", number);
        line.put("event", event);
        line.put("at", at.toString());
        return line;
    }

    private static void append(Path file, Map<String, Object> object) {
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
            long size = channel.size();
            String text = (endsTorn(channel, size) ? "\n" : "") + JSON.writeValueAsString(object) + "\n";
            ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            channel.position(size);
            AtomicFiles.append(channel, buffer);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean endsTorn(FileChannel channel, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
    }
}
