package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {

    @TempDir
    Path home;

    private final RunConfig config = SmallCheckpoint.config();
    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = home.resolve("runs").resolve("first");
    }

    @Test
    void createdRunCanBeOpened() {
        RunDirectory.create(folder, config).close();
        try (RunDirectory opened = RunDirectory.open(folder)) {
            assertEquals(folder, opened.folder());
            assertEquals(config, opened.config());
        }
    }

    @Test
    void emptyFolderMayBecomeARun() throws IOException {
        Files.createDirectories(folder);
        RunDirectory.create(folder, config).close();
        assertTrue(Files.isRegularFile(folder.resolve("config.json")));
    }

    @Test
    void folderWithSomethingInItIsLeftAlone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertRefused("is not empty", () -> RunDirectory.create(folder, config));
        assertEquals(List.of("thesis.txt"), names(folder));
    }

    @Test
    void fileInTheWayIsLeftAlone() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "text");
        assertRefused("is a file", () -> RunDirectory.create(file, config));
        assertRefused("could not make the folder", () -> RunDirectory.create(file.resolve("run"), config));
        assertEquals("text", Files.readString(file));
    }

    @Test
    void onlyTheFolderOfARunCanBeOpened() throws IOException {
        assertRefused("it has no config.json", () -> RunDirectory.open(home.resolve("nowhere")));
        assertRefused("it has no config.json", () -> RunDirectory.open(home));
        assertEquals(List.of(), names(home));
    }

    @Test
    void damagedConfigurationIsRefusedWithItsFile() throws IOException {
        RunDirectory.create(folder, config).close();
        Path file = folder.resolve("config.json");
        try (RunDirectory opened = RunDirectory.open(folder)) {
            Files.writeString(file, "{ \"env\" : \"a");
            assertRefused(file + " is not a run's configuration: ", opened::config);
            Files.write(file, new byte[] {'{', (byte) 0xC3, (byte) 0x28});
            assertRefused(file + " cannot be read: ", opened::config);
        }
    }

    /** An unpacked folder of a stranger's may hold links to files and folders of the user's. */
    @ParameterizedTest
    @ValueSource(
            strings = {"output.log", "command.txt", "lock", "config.json.tmp", "metrics.csv", "checkpoints/9.agent.tmp"
            })
    void folderThatLeadsElsewhereIsNotWrittenTo(String name) throws IOException {
        RunDirectory.create(folder, config).close();
        Path precious = Files.writeString(home.resolve("precious"), "years of work");
        Files.deleteIfExists(folder.resolve(name));
        Files.createSymbolicLink(folder.resolve(name), precious);
        assertRefused(name + " is a link, expected nothing but files and folders", () -> RunDirectory.open(folder));
        assertEquals("years of work", Files.readString(precious));
        Files.delete(folder.resolve(name));
        RunDirectory.open(folder).close();
    }

    @Test
    void folderOfCheckpointsThatIsALinkIsNotPruned() throws IOException {
        Path others = Files.createDirectories(home.resolve("others"));
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("checkpoints"), others);
        assertRefused("checkpoints is a link", () -> RunDirectory.create(folder, config));
    }

    @Test
    void runMayBeReachedThroughALink() throws IOException {
        RunDirectory.create(folder, config).close();
        Path link = Files.createSymbolicLink(home.resolve("link"), folder);
        try (RunDirectory opened = RunDirectory.open(link)) {
            assertEquals(config, opened.config());
        }
    }

    @Test
    void changedConfigurationReplacesTheOldOne() {
        RunConfig changed = config.resumedWith(5, 3, Optional.empty(), Limits.none());
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            directory.saveConfig(changed);
            assertEquals(changed, directory.config());
        }
    }

    @Test
    void eachLifeAddsItsCommandAndVersion() throws IOException {
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            directory.addLife("train --seed 1", "version 1");
            directory.addLife("train --resume x", "version 2");
        }
        assertEquals(List.of("train --seed 1", "train --resume x"), Files.readAllLines(folder.resolve("command.txt")));
        assertEquals(List.of("version 1", "version 2"), Files.readAllLines(folder.resolve("version.txt")));
    }

    @Test
    void secondOneInTheSameProcessIsRefusedUntilTheFirstIsClosed() {
        RunDirectory first = RunDirectory.create(folder, config);
        assertRefused("another process works on the run in " + folder, () -> RunDirectory.open(folder));
        first.close();
        RunDirectory.open(folder).close();
    }

    @Test
    void otherProcessIsRefusedWhileThisOneWorks() throws Exception {
        try (RunDirectory first = RunDirectory.create(folder, config)) {
            assertEquals("another process works on the run in " + first.folder(), outputOfOpening());
        }
        assertEquals("opened", outputOfOpening());
    }

    @Test
    void thisProcessIsRefusedWhileAnotherOneWorksAndLetInWhenItIsKilled() throws Exception {
        RunDirectory.create(folder, config).close();
        Process other = opening("hold");
        try {
            assertEquals("opened", other.inputReader(StandardCharsets.UTF_8).readLine());
            assertRefused("another process works on the run in " + folder, () -> RunDirectory.open(folder));
        } finally {
            other.destroyForcibly().waitFor();
        }
        RunDirectory.open(folder).close();
    }

    @Test
    void lockIsHeldOnTheDocumentedFile() throws IOException {
        RunDirectory.create(folder, config).close();
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertTrue(held.isValid());
            assertRefused("another process works on the run in " + folder, () -> RunDirectory.open(folder));
        }
    }

    /** Who asks does not disturb, and this process waits for another one that only asks. */
    @Test
    void runMayBeAskedWhetherSomebodyWorksOnIt() throws Exception {
        assertFalse(RunDirectory.isWorkedOn(folder), "there is no run");
        RunDirectory.create(folder, config).close();
        assertFalse(RunDirectory.isWorkedOn(folder));
        Process other = opening("hold");
        try {
            assertEquals("opened", other.inputReader(StandardCharsets.UTF_8).readLine());
            assertTrue(RunDirectory.isWorkedOn(folder));
            assertTrue(RunDirectory.isWorkedOn(folder), "asking took nothing away");
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertFalse(RunDirectory.isWorkedOn(folder));
        RunDirectory.open(folder).close();
    }

    @Test
    void runIsOpenedThoughAnotherProcessAsksInThisMoment() throws Exception {
        RunDirectory.create(folder, config).close();
        Process asking = opening("ask");
        try (Writer toIt = asking.outputWriter(StandardCharsets.UTF_8)) {
            assertEquals("asking", asking.inputReader(StandardCharsets.UTF_8).readLine());
            CompletableFuture<Void> opened =
                    CompletableFuture.runAsync(() -> RunDirectory.open(folder).close());
            toIt.write("\n");
            toIt.flush();
            opened.get(60, TimeUnit.SECONDS);
        } finally {
            asking.destroyForcibly().waitFor();
        }
    }

    @Test
    void lockThatIsNoFileIsNobodys() throws IOException {
        Files.createDirectories(folder.resolve("lock"));
        assertFalse(RunDirectory.isWorkedOn(folder));
    }

    @Test
    void newestThreeCheckpointsAndTheBestAreKept() throws IOException {
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            for (long updates = 1; updates <= 5; updates++) {
                if (updates == 2) {
                    directory.saveBest(SmallCheckpoint.after(2));
                }
                Path file = directory.save(SmallCheckpoint.after(updates));
                assertTrue(Files.exists(file));
            }
            assertEquals(
                    List.of("000003.agent", "000004.agent", "000005.agent", "best.agent"),
                    names(folder.resolve("checkpoints")));
            assertArrayEquals(
                    CheckpointCodec.encode(SmallCheckpoint.after(2)),
                    Files.readAllBytes(folder.resolve("checkpoints/best.agent")));
            assertEquals(5, newestUpdates(directory));
        }
    }

    @Test
    void damagedNewestCheckpointIsPassedOverWithAComplaint() throws IOException {
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            directory.save(SmallCheckpoint.after(1));
            Path damaged = directory.save(SmallCheckpoint.after(2));
            Files.write(damaged, new byte[100]);
            List<String> complaints = new ArrayList<>();
            assertEquals(
                    1, directory.newest(complaints::add).orElseThrow().state().updates());
            assertEquals(1, complaints.size());
            assertTrue(complaints.get(0).startsWith(damaged + " is not a checkpoint"), complaints.get(0));
            // Put aside, so that it is not the one that stays where there is room for one.
            assertTrue(Files.exists(damaged.resolveSibling("000002.agent.damaged")));
            directory.makeRoom();
            assertEquals(
                    1, directory.newest(complaints::add).orElseThrow().state().updates());
        }
    }

    @Test
    void runWhoseCheckpointsAreAllDamagedDoesNotBeginAgain() throws IOException {
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            Files.write(directory.save(SmallCheckpoint.after(1)), new byte[100]);
            Path newer = directory.save(SmallCheckpoint.after(2));
            Files.write(newer, new byte[3]);
            CheckpointException e = assertThrows(CheckpointException.class, () -> directory.newest(complaint -> {}));
            assertTrue(String.valueOf(e.getMessage()).startsWith(newer.toString()), e.getMessage());
        }
    }

    @Test
    void runWithoutCheckpointsHasNoNewest() {
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            assertEquals(Optional.empty(), directory.newest(complaint -> {}));
            CheckpointException e = assertThrows(CheckpointException.class, () -> CheckpointFiles.at(folder));
            assertEquals(folder + " holds no checkpoint", e.getMessage());
        }
    }

    @Test
    void folderOfARunMeansItsBestCheckpointAndElseTheNewest() throws IOException {
        Path checkpoints = folder.resolve("checkpoints");
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            directory.saveBest(SmallCheckpoint.after(9));
            directory.save(SmallCheckpoint.after(9));
            directory.save(SmallCheckpoint.after(10));
        }
        assertEquals(checkpoints.resolve("best.agent"), CheckpointFiles.at(folder));
        assertEquals(checkpoints.resolve("best.agent"), CheckpointFiles.at(checkpoints));
        Files.delete(checkpoints.resolve("best.agent"));
        assertEquals(checkpoints.resolve("000010.agent"), CheckpointFiles.at(folder));
        Path file = checkpoints.resolve("000009.agent");
        assertEquals(file, CheckpointFiles.at(file));
        Path missing = checkpoints.resolve("000001.agent");
        assertFalse(Files.exists(missing));
        assertEquals(missing, CheckpointFiles.at(missing));
    }

    private static long newestUpdates(RunDirectory directory) {
        Checkpoint newest = directory
                .newest(complaint -> {
                    throw new AssertionError(complaint);
                })
                .orElseThrow();
        return newest.state().updates();
    }

    private static void assertRefused(String words, Executable what) {
        InputException e = assertThrows(InputException.class, what);
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String outputOfOpening() throws IOException, InterruptedException {
        Process process = opening("leave");
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    private Process opening(String then) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        folder.toString(),
                        then)
                .redirectErrorStream(true)
                .start();
    }

    /** A whole program that opens the folder of a run, and holds it until its input ends if told so. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] args) throws IOException {
            if (args[1].equals("ask")) {
                try (FileChannel channel = FileChannel.open(Path.of(args[0], "lock"), StandardOpenOption.READ);
                        FileLock held = channel.lock(0, Long.MAX_VALUE, true)) {
                    System.out.println(held.isShared() ? "asking" : "in the way");
                    System.in.read();
                }
                return;
            }
            try (RunDirectory directory = RunDirectory.open(Path.of(args[0]))) {
                System.out.println(directory.folder().toString().equals(args[0]) ? "opened" : "opened another one");
                if (args[1].equals("hold")) {
                    while (System.in.read() >= 0) {
                        Thread.onSpinWait();
                    }
                }
            } catch (InputException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
