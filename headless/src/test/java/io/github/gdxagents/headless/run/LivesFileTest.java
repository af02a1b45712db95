package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run's folder tells of the run's lives, written as a run does and read as anyone may. */
class LivesFileTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");
    private static final Limits LIMITS =
            new Limits(Optional.of(1000L), Optional.of(10L), Optional.of(7L), Optional.of(60.5), Optional.of(-5.0));

    @TempDir
    Path folder;

    private Path file;
    private RunDirectory directory;

    @BeforeEach
    void makeRun() {
        file = folder.resolve("run/lives.jsonl");
        directory = RunDirectory.create(folder.resolve("run"), SmallCheckpoint.config());
        directory.close();
    }

    private LifeRecorder begin(Optional<byte[]> patch, InstantSource clock) {
        directory.addLife("train", "version");
        return LifeRecorder.begin(directory, LIMITS, patch, clock);
    }

    private LifeRecorder begin() {
        return begin(Optional.empty(), InstantSource.fixed(NOON));
    }

    private List<Life> read() {
        return LivesFile.read(directory.folder());
    }

    @Test
    void lifeIsToldFromItsBeginningToItsEnd() {
        Path newest = directory.save(SmallCheckpoint.after(12));
        LifeRecorder life = begin(Optional.of(bytes("a patch")), InstantSource.fixed(NOON));
        Life begun = read().get(0);
        assertEquals(1, begun.number());
        assertEquals(NOON, begun.begun());
        assertEquals(Life.thisProcess(), begun.process());
        assertEquals(Machine.here(), begun.machine());
        assertEquals(System.getProperty("java.version"), begun.machine().java());
        assertTrue(begun.machine().processors() >= 1);
        assertTrue(begun.machine().heap() > 1 << 20);
        assertEquals(Path.of("").toAbsolutePath().toString(), begun.workingFolder());
        assertEquals(LIMITS, begun.limits());
        assertEquals(Optional.of("uncommitted-1.patch"), begun.uncommitted());
        assertEquals(Optional.empty(), begun.end());

        life.from(start(2, 2000, 1.25));
        life.updated(SmallReport.everything(), 61.5);
        life.ended(TrainingRun.End.LIMIT);
        assertEquals(
                List.of(begun.endedBy(new Life.End(
                        Life.Ending.LIMIT,
                        Optional.empty(),
                        NOON,
                        Optional.of(new Life.Progress(61.5, 34_567, 12)),
                        Optional.of(new Life.NamedHash("000012.agent", Sha256.of(newest)))))),
                read());
    }

    private static RunListener.Start start(long updates, long decisions, double seconds) {
        return new RunListener.Start(updates, decisions, 0, seconds, 0, Optional.empty());
    }

    @Test
    void goldenLivesAreRead() {
        List<Life> lives = LivesFile.read(Path.of("src", "test", "resources", "golden", "lives"));
        assertEquals(List.of(1, 2), lives.stream().map(Life::number).toList());
        Life.End done = lives.get(0).end().orElseThrow();
        assertEquals(Life.Ending.LIMIT, done.ending());
        assertEquals(Optional.of(new Life.Progress(4.019, 60_416, 59)), done.progress());
        assertEquals("17.0.15", lives.get(0).machine().java());
        Life failed = lives.get(1);
        assertEquals(Life.Ending.FAILED, failed.end().orElseThrow().ending());
        assertEquals(
                Optional.of("could not write metrics.csv: No space left on device"),
                failed.end().orElseThrow().sentence());
        assertEquals(Optional.of("uncommitted-2.patch"), failed.uncommitted());
        assertEquals(List.of("-Xmx2g"), failed.javaOptions());
    }

    @Test
    void stoppedAndFailedLivesSaySo() {
        LifeRecorder first = begin();
        first.from(start(0, 0, 0));
        first.ended(TrainingRun.End.INTERRUPTED);
        begin().failed(new IllegalStateException("the disk is full\nand so is the glass"));
        begin().failed(new IllegalStateException());
        List<Life.End> ends =
                read().stream().map(life -> life.end().orElseThrow()).toList();
        assertEquals(Life.Ending.STOPPED, ends.get(0).ending());
        assertEquals(Optional.of(new Life.Progress(0, 0, 0)), ends.get(0).progress());
        assertEquals(Optional.empty(), ends.get(0).checkpoint());
        assertEquals(Life.Ending.FAILED, ends.get(1).ending());
        assertEquals(Optional.of("the disk is full"), ends.get(1).sentence());
        assertEquals(Optional.empty(), ends.get(1).progress(), "it failed before that was known");
        assertEquals(Optional.of("IllegalStateException"), ends.get(2).sentence());
    }

    /** A clock that is set back, and then far ahead. */
    @Test
    void livesFollowEachOtherWhateverTheClockSays() {
        Deque<Instant> says = new ArrayDeque<>(List.of(
                NOON, NOON.minus(Duration.ofDays(400)), NOON.minus(Duration.ofDays(9000)), NOON.plusSeconds(1 << 30)));
        InstantSource clock = says::removeFirst;
        begin(Optional.empty(), clock).ended(TrainingRun.End.INTERRUPTED);
        begin(Optional.empty(), clock).ended(TrainingRun.End.LIMIT);
        assertEquals(List.of(1, 2), read().stream().map(Life::number).toList());
        assertEquals(Life.Ending.LIMIT, read().get(1).end().orElseThrow().ending());
    }

    @Test
    void endThatCannotBeWrittenHidesNoFailure() throws IOException {
        LifeRecorder life = begin();
        Files.delete(file);
        Files.createDirectories(file);
        IllegalStateException failure = new IllegalStateException("what went wrong first");
        life.failed(failure);
        assertEquals("what went wrong first", failure.getMessage());
        assertEquals(1, failure.getSuppressed().length);
        assertTrue(String.valueOf(failure.getSuppressed()[0].getMessage()).startsWith("could not write " + file));
        assertThrows(UncheckedIOException.class, () -> life.ended(TrainingRun.End.LIMIT));
    }

    @Test
    void lineTornAnywhereIsPassedOverAndTheNextLifeIsWhole() throws IOException {
        begin().ended(TrainingRun.End.INTERRUPTED);
        byte[] first = Files.readAllBytes(file);
        begin();
        byte[] both = Files.readAllBytes(file);
        for (int length = first.length; length < both.length - 1; length += 7) {
            Files.write(file, Arrays.copyOf(both, length));
            assertEquals(1, read().size());
            begin().ended(TrainingRun.End.LIMIT);
            assertEquals(List.of(1, 2), read().stream().map(Life::number).toList());
            assertTrue(read().get(1).end().isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"life\":2}",
                "{\"life\":2,\"event\":\"begin\"}",
                "{\"life\":2,\"event\":\"begin\",\"at\":\"soon\"}",
                "{\"life\":2,\"event\":\"begin\",\"at\":\"+999999999-12-31T23:59:59Z\"}",
                "{\"life\":1,\"event\":\"begin\",\"at\":\"2026-05-04T12:00:00Z\"}",
                "{\"life\":-1,\"event\":\"begin\",\"at\":\"2026-05-04T12:00:00Z\"}",
                "{\"life\":2,\"event\":\"begin\",\"at\":\"2026-05-04T12:00:00Z\",\"limits\":{\"max-updates\":-1}}",
                "{\"life\":7,\"event\":\"end\",\"at\":\"2026-05-04T12:00:00Z\",\"how\":\"limit\"}",
                "{\"life\":1,\"event\":\"end\",\"at\":\"2026-05-04T12:00:00Z\",\"how\":\"failed\"}",
                "{\"life\":2,\"event\":\"begin\",\"at\":\"2026-05-04T12:00:00Z\"",
            })
    void lineThatIsNoneIsPassedOver(String line) throws IOException {
        begin().ended(TrainingRun.End.LIMIT);
        List<Life> before = read();
        Files.writeString(file, Files.readString(file) + line + "\n");
        assertEquals(before, read());
    }

    @Test
    void deeplyNestedLineIsPassedOver() throws IOException {
        begin();
        Files.writeString(file, Files.readString(file) + "[".repeat(1_000_000) + "\n");
        assertEquals(1, read().size());
    }

    @Test
    void ofAVeryLongFileTheFirstAndTheLastLivesAreRead() throws IOException {
        begin().ended(TrainingRun.End.LIMIT);
        String first = Files.readString(file);
        StringBuilder text = new StringBuilder(first);
        int lives = 1;
        while (text.length() < LivesFile.HEAD + LivesFile.TAIL + (1 << 20)) {
            lives++;
            text.append(first.replace("\"life\":1,", "\"life\":" + lives + ","));
        }
        Files.writeString(file, text);
        List<Life> read = read();
        assertEquals(1, read.get(0).number());
        assertEquals(lives, read.get(read.size() - 1).number());
        assertTrue(read.size() < lives);
    }

    @Test
    void runOfAnOlderVersionGoesOnCountingItsLives() {
        directory.addLife("train", "version 1");
        directory.addLife("train --resume", "version 1");
        assertEquals(List.of(), read());
        begin();
        assertEquals(3, read().get(0).number());
    }

    @Test
    void differenceIsKeptOnceAsLongAsItStaysTheSame() throws IOException {
        for (String patch : List.of("one", "one", "two", "", "two")) {
            Optional<byte[]> uncommitted = Optional.of(bytes(patch)).filter(bytes -> bytes.length > 0);
            begin(uncommitted, InstantSource.fixed(NOON)).ended(TrainingRun.End.LIMIT);
        }
        assertEquals(
                List.of(
                        "uncommitted-1.patch",
                        "uncommitted-1.patch",
                        "uncommitted-3.patch",
                        "-",
                        "uncommitted-5.patch"),
                read().stream().map(life -> life.uncommitted().orElse("-")).toList());
        assertEquals("one", Files.readString(directory.folder().resolve("uncommitted-1.patch")));
        assertFalse(Files.exists(directory.folder().resolve("uncommitted-2.patch")));
        assertEquals("two", Files.readString(directory.folder().resolve("uncommitted-3.patch")));
        assertEquals("two", Files.readString(directory.folder().resolve("uncommitted-5.patch")));
    }

    @Test
    void fileOutsideOfTheRunIsNotLookedAtThoughAStrangerNamesIt() throws IOException {
        Path secret = Files.writeString(folder.resolve("uncommitted-1.patch"), "same");
        begin(Optional.of(bytes("same")), InstantSource.fixed(NOON));
        Files.writeString(
                file, Files.readString(file).replace("\"uncommitted-1.patch\"", "\"../" + secret.getFileName() + "\""));
        begin(Optional.of(bytes("same")), InstantSource.fixed(NOON));
        assertEquals(Optional.of("uncommitted-2.patch"), read().get(1).uncommitted());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
