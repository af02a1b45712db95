package io.github.gdxagents.headless.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.FinishedEpisode;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunListener;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import io.github.gdxagents.headless.run.SmallReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog;

class EventFileTest {

    private static final RunConfig CONFIG = SmallCheckpoint.config();

    /** Whole seconds and thousandths that a double holds exactly enough. */
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L, 250_000_000);

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong(77);

    /** The bytes that TensorBoard's own RecordWriter (2.21.0) makes of "123456789" and of nothing. */
    @Test
    void framesAreThoseOfTensorFlow() throws IOException {
        Path file = folder.resolve("records");
        try (RecordFile records = RecordFile.create(file)) {
            records.add("123456789".getBytes(StandardCharsets.UTF_8));
            records.add(new byte[0]);
        }
        assertEquals(
                "090000000000000037f97139313233343536373839e5b08ac7000000000000000029039807d8ea82a2",
                HexFormat.of().formatHex(Files.readAllBytes(file)));
        assertArrayEquals(
                "123456789".getBytes(StandardCharsets.UTF_8),
                EventReader.records(file).get(0));
    }

    @Test
    void lifeBeginsWithVersionStartAndSettings() throws IOException {
        open(start(7, 7000), NOON).close();
        List<Event> events = EventReader.events(onlyFile());
        assertEquals(3, events.size());
        assertEquals("brain.Event:2", events.get(0).getFileVersion());
        assertEquals(
                SessionLog.SessionStatus.START, events.get(1).getSessionLog().getStatus());
        // What stands at 7000 counts, whatever comes later is told again.
        assertEquals(7001, events.get(1).getStep());
        Summary.Value text = events.get(2).getSummary().getValue(0);
        assertEquals(7000, events.get(2).getStep());
        assertEquals("run/settings", text.getTag());
        assertEquals("text", text.getMetadata().getPluginData().getPluginName());
        String table = text.getTensor().getStringVal(0).toStringUtf8();
        assertTrue(table.startsWith("| setting | value |\n|---|---|\n| env | "), table);
        assertTrue(table.contains("| seed | " + CONFIG.seed() + " |\n"), table);
        assertTrue(table.contains("| gamma | " + CONFIG.learner().gamma() + " |\n"), table);
    }

    @Test
    void updateIsOneSummaryAtItsDecisions() throws IOException {
        try (EventFile events = open(start(11, 34_467), NOON)) {
            events.updated(SmallReport.everything(), 2);
        }
        Event event = last();
        assertEquals(34_567, event.getStep());
        assertEquals(
                Map.ofEntries(
                        Map.entry("train/mean_score_20", -19.5f),
                        Map.entry("train/mean_score_100", -20.125f),
                        Map.entry("train/episodes", 120f),
                        Map.entry("train/episode_score", -17.5f),
                        Map.entry("train/episode_decisions", 1250.5f),
                        Map.entry("loss/policy", (float) -0.00123456789),
                        Map.entry("loss/value", (float) 0.98765432),
                        Map.entry("loss/events", 3.25f),
                        Map.entry("policy/entropy", (float) 1.791759469),
                        Map.entry("policy/kl", (float) 0.00456789),
                        Map.entry("policy/clipped", 0.125f),
                        Map.entry("policy/accuracy", 0.375f),
                        Map.entry("gradient/norm", (float) 35.4886123),
                        Map.entry("learning_rate/factor", (float) 0.512345678),
                        // A hundred decisions from second 1 to second 2.
                        Map.entry("speed/decisions_per_second", 100f)),
                EventReader.numbers(event));
    }

    @Test
    void numbersThatAreNoneAreLeftOut() throws IOException {
        try (EventFile events = open(start(0, 0), NOON)) {
            // No critic, no foreseen events, no episode ended, and no time went by.
            events.updated(SmallReport.withoutCritic(1, 64), 1);
        }
        assertEquals(
                Set.of(
                        "train/mean_score_20",
                        "train/mean_score_100",
                        "train/episodes",
                        "loss/policy",
                        "policy/entropy",
                        "policy/kl",
                        "policy/clipped",
                        "policy/accuracy",
                        "gradient/norm",
                        "learning_rate/factor"),
                EventReader.numbers(last()).keySet());
    }

    @Test
    void heldOutScoreComesWithItsInterval() throws IOException {
        try (EventFile events = open(start(0, 0), NOON)) {
            events.evaluated(new HeldOutScore(640, 10, 4, 0.5), 10, 3, true);
        }
        assertEquals(640, last().getStep());
        assertEquals(
                Map.of("evaluation/score", 4f, "evaluation/lower_end", 3.02f, "evaluation/upper_end", 4.98f),
                EventReader.numbers(last()));
    }

    @Test
    void eventIsOnDiskBeforeTheFileIsClosed() throws IOException {
        try (EventFile events = open(start(0, 0), NOON)) {
            events.updated(SmallReport.withoutCritic(1, 64), 2);
            assertEquals(64, last().getStep());
        }
    }

    @Test
    void episodesOfUpdatesThatAreNotToldCountInTheNextThatIs() throws IOException {
        long update = Thinning.ALL + 1;
        try (EventFile events = open(start(update - 1, 6400), NOON)) {
            events.updated(SmallReport.withoutCritic(update, 6464, new FinishedEpisode(1, 10)), 2);
            assertEquals(3, EventReader.events(onlyFile()).size());
            events.updated(SmallReport.withoutCritic(update + 1, 6528, new FinishedEpisode(4, 30)), 5);
            assertEquals(2.5f, EventReader.numbers(last()).get("train/episode_score"));
            assertEquals(20f, EventReader.numbers(last()).get("train/episode_decisions"));
            assertEquals(32f, EventReader.numbers(last()).get("speed/decisions_per_second"));
            events.updated(SmallReport.withoutCritic(update + 2, 6592), 6);
            events.updated(SmallReport.withoutCritic(update + 3, 6656), 7);
            assertFalse(EventReader.numbers(last()).containsKey("train/episode_score"));
        }
    }

    /** A second life in the same second, a third after the clock was put back by a day, a fourth when it is right again. */
    @Test
    void livesAreReadInTheirOrderWhateverTheClockSays() throws IOException {
        List<Instant> clock = List.of(NOON, NOON, NOON.minusSeconds(86_400), NOON.plusSeconds(60));
        for (int life = 0; life < clock.size(); life++) {
            try (EventFile events = open(start(life, 64L * life), clock.get(life))) {
                events.updated(SmallReport.withoutCritic(life + 1, 64L * (life + 1)), 2);
            }
        }
        List<Path> files = EventReader.files(folder);
        assertEquals(
                List.of(1_800_000_000L, 1_800_000_001L, 1_800_000_002L, 1_800_000_060L),
                files.stream()
                        .map(file ->
                                Long.parseLong(file.getFileName().toString().split("\\.", -1)[3]))
                        .toList());
        for (int life = 0; life < files.size(); life++) {
            assertEquals(
                    64L * life + 1, EventReader.events(files.get(life)).get(1).getStep());
        }
        assertEquals(
                List.of(64L, 128L, 192L, 256L),
                List.copyOf(EventReader.curve(folder, "policy/kl").keySet()));
    }

    @Test
    void whatIsToldAgainTakesThePlaceOfWhatAKilledLifeTold() throws IOException {
        try (EventFile killed = open(start(0, 0), NOON)) {
            for (int update = 1; update <= 3; update++) {
                killed.updated(SmallReport.withoutCritic(update, 64L * update), 1 + update);
            }
        }
        try (EventFile resumed = open(start(1, 64), NOON)) {
            resumed.updated(SmallReport.withoutCritic(2, 128), 3);
        }
        assertEquals(
                List.of(64L, 128L),
                List.copyOf(EventReader.curve(folder, "policy/kl").keySet()));
    }

    @Test
    void clockThatJumpsIsNotAskedAgain() throws IOException {
        AtomicLong asked = new AtomicLong();
        InstantSource jumping = () -> NOON.minusSeconds(1000 * asked.getAndIncrement());
        try (EventFile events = EventFile.open(folder, CONFIG, start(0, 0), jumping, nanos::get)) {
            nanos.addAndGet(1_500_000_000L);
            events.updated(SmallReport.withoutCritic(1, 64), 2);
        }
        assertEquals(1, asked.get());
        assertEquals(1_800_000_000.25, EventReader.events(onlyFile()).get(0).getWallTime(), 1e-6);
        assertEquals(1_800_000_001.75, last().getWallTime(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events.out.tfevents.1800000000.elsewhere",
                "events.out.tfevents.9999999998.elsewhere",
                "events.out.tfevents.gdx-agents",
                "notes.txt"
            })
    void filesOfOthersDoNoHarm(String name) throws IOException {
        Files.writeString(folder.resolve(name), "x");
        open(start(0, 0), NOON).close();
        assertTrue(Files.exists(folder.resolve("events.out.tfevents.1800000000.gdx-agents")));
        assertEquals("x", Files.readString(folder.resolve(name)));
    }

    @Test
    void settingsStayInTheirCells() throws IOException {
        RunConfig hostile = new RunConfig(
                CONFIG.play(),
                CONFIG.preset(),
                CONFIG.learner(),
                1,
                1,
                1,
                Optional.empty(),
                CONFIG.limits(),
                CONFIG.evaluation(),
                CONFIG.output(),
                Optional.of(Path.of("a|b | c <script>`x` [l](u)")));
        EventFile.open(folder, hostile, start(0, 0), () -> NOON, nanos::get).close();
        String table =
                last().getSummary().getValue(0).getTensor().getStringVal(0).toStringUtf8();
        assertTrue(table.contains("| from | a\\|b \\| c \\<script\\>\\`x\\` \\[l\\]\\(u\\) |\n"), table);
    }

    @Test
    void folderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("tensorboard"), "x");
        UncheckedIOException e = assertThrows(
                UncheckedIOException.class,
                () -> EventFile.open(file, CONFIG, start(0, 0), () -> NOON).close());
        assertTrue(e.getMessage().startsWith("could not make a file for TensorBoard in " + file), e.getMessage());
    }

    @Test
    void writeThatFailsNamesTheFile() {
        EventFile events = open(start(0, 0), NOON);
        events.close();
        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> events.updated(SmallReport.withoutCritic(1, 64), 2));
        assertTrue(
                e.getMessage().startsWith("could not write events.out.tfevents.1800000000.gdx-agents"), e.getMessage());
    }

    private EventFile open(RunListener.Start start, Instant clock) {
        return EventFile.open(folder, CONFIG, start, () -> clock, nanos::get);
    }

    private static RunListener.Start start(long updates, long decisions) {
        return new RunListener.Start(updates, decisions, 0, 1, 0, Optional.empty());
    }

    private Path onlyFile() throws IOException {
        List<Path> files = EventReader.files(folder);
        assertEquals(1, files.size(), files.toString());
        return files.get(0);
    }

    private Event last() throws IOException {
        List<Event> events = EventReader.events(onlyFile());
        return events.get(events.size() - 1);
    }
}
