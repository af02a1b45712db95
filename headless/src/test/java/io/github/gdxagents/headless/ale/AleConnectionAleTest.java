package io.github.gdxagents.headless.ale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import io.github.gdxagents.pong.vision.PictureObservation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real emulator, against what was measured on it. */
@RequiresRom
class AleConnectionAleTest {

    private static final int PLAYER_COLUMN = 140;
    private static final int PLAYER_COLOUR = 200;

    private final RomFile rom =
            RomLocator.ofThisMachine().find(Optional.empty()).rom();
    private final Frame frame = new Frame();

    @Test
    void firstTwoFramesHaveColoursOfTheirOwn() {
        try (AleConnection console = AleConnection.open(rom)) {
            console.screen(frame);
            assertColours(228, 210, 250, 138);
            console.act(ConsoleAction.NOOP);
            console.screen(frame);
            assertColours(228, 210, 250, 138);
            console.act(ConsoleAction.NOOP);
            console.screen(frame);
            assertColours(34, 14, 56, PLAYER_COLOUR);
        }
    }

    @Test
    void idlePlayerLosesTwentyOnePointsInItsKnownTime() {
        try (AleConnection console = AleConnection.open(rom)) {
            int points = 0;
            int frames = 0;
            while (!console.gameOver()) {
                points += console.act(ConsoleAction.NOOP);
                frames++;
            }
            assertEquals(-21, points);
            assertEquals(3056, frames);
            assertNothingHappens(console);
        }
    }

    @Test
    void resetPlaysTheSameGameAgain() {
        try (AleConnection console = AleConnection.open(rom)) {
            console.screen(frame);
            int first = frame.hashCode();
            List<Integer> game = randomGame(console, 7, 2000);
            console.reset();
            assertFalse(console.gameOver());
            console.screen(frame);
            assertEquals(first, frame.hashCode());
            assertEquals(game, randomGame(console, 7, 2000));
            console.reset();
            assertNotEquals(game, randomGame(console, 8, 2000));
        }
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        List<List<Integer>> alone = new ArrayList<>();
        for (int seed = 0; seed < 2; seed++) {
            alone.add(openAndPlay(seed));
        }
        List<Future<List<Integer>>> together = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int seed = 0; seed < 2; seed++) {
                int own = seed;
                together.add(threads.submit(() -> openAndPlay(own)));
            }
            for (int seed = 0; seed < 2; seed++) {
                assertEquals(alone.get(seed), together.get(seed).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void rightGoesUpAndLeftGoesDown() {
        try (AleConnection console = AleConnection.open(rom)) {
            int resting = paddleTopAfter(console, ConsoleAction.NOOP);
            assertEquals(109 + 1 - 14, resting);
            int up = paddleTopAfter(console, ConsoleAction.RIGHT);
            assertTrue(up < resting - 10, resting + " to " + up);
            int down = paddleTopAfter(console, ConsoleAction.LEFT);
            assertTrue(down > up + 10, up + " to " + down);
        }
    }

    @Test
    void pictureIsThePreprocessedScreen() {
        BinaryImage picture = new BinaryImage();
        BinaryImage expected = new BinaryImage();
        ConsoleAction[] actions = ConsoleAction.values();
        Random random = new Random(3);
        try (AleConnection console = AleConnection.open(rom)) {
            for (int i = 0; i < 1000; i++) {
                console.screen(frame);
                FramePreprocessor.read(frame, expected);
                console.picture(picture);
                assertArrayEquals(litPixels(expected), litPixels(picture));
                console.act(actions[random.nextInt(actions.length)]);
            }
            assertTrue(picture.count() > 0);
        }
    }

    /** What others found in the cartridge's memory: the ball at 49 and 54, the player at 51, the scores at 13 and 14. */
    @Test
    void memoryFollowsTheGame() {
        byte[] memory = new byte[PictureObservation.MEMORY_BYTES];
        AtariCourt court = new AtariCourt();
        ConsoleAction[] actions = ConsoleAction.values();
        try (AleConnection console = AleConnection.open(rom)) {
            for (int episode = 0; episode < 2; episode++) {
                for (int frame = 0; frame < 1500; frame++) {
                    ConsoleAction action = actions[frame / 9 % 6];
                    console.act(action);
                    court.step(action);
                    console.memory(memory);
                    assertEquals(court.rightScore(), memory[14], court::toString);
                    assertEquals(court.leftScore(), memory[13], court::toString);
                    assertEquals(court.ballY(), memory[54] & 0xFF, court::toString);
                    if (court.ballY() != 0) {
                        assertEquals(court.ballX(), memory[49] & 0xFF, court::toString);
                    }
                }
                assertTrue(court.leftScore() > 0);
                console.reset();
                court.reset();
            }
        }
    }

    /**
     * Java itself allocates a few hundred bytes on this thread, once, when it compiles the loop anew; whatever an
     * action cost would be found in every round. Hence the best round counts.
     */
    @Test
    void playingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        BinaryImage picture = new BinaryImage();
        byte[] memory = new byte[PictureObservation.MEMORY_BYTES];
        long fewest = Long.MAX_VALUE;
        try (AleConnection console = AleConnection.open(rom)) {
            for (int round = 0; round < 8; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                play(console, picture, memory, 3000);
                fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        assertEquals(0, fewest);
    }

    @Test
    void manyAreOpenedAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Integer>>> games = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                games.add(threads.submit(() -> openAndPlay(5)));
            }
            List<Integer> first = games.get(0).get();
            for (Future<List<Integer>> game : games) {
                assertEquals(first, game.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closedOneSaysSo() {
        AleConnection console = AleConnection.open(rom);
        console.close();
        assertDoesNotThrow(console::close);
        assertThrows(IllegalStateException.class, () -> console.act(ConsoleAction.NOOP));
        assertThrows(IllegalStateException.class, console::reset);
        assertThrows(IllegalStateException.class, console::gameOver);
        assertThrows(IllegalStateException.class, () -> console.screen(frame));
        assertThrows(IllegalStateException.class, () -> console.picture(new BinaryImage()));
        assertThrows(IllegalStateException.class, () -> console.memory(new byte[128]));
    }

    @Test
    void romIsNeededOnlyUntilItsCheck(@TempDir Path folder) throws IOException {
        Path file = Files.copy(rom.path(), folder.resolve("pöng ' ½ 日本.txt"));
        RomFile checked = RomFile.check(file);
        Files.write(file, new byte[3]);
        try (AleConnection console = AleConnection.open(checked)) {
            assertEquals(0, console.act(ConsoleAction.NOOP));
        }
    }

    @Test
    void emulatorIsSilentAndLeavesNoFiles(@TempDir Path folder) throws Exception {
        assertEquals("", outputOfOpening(folder, List.of()));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".bin")).toList());
        }
    }

    @Test
    void temporaryFolderMayHaveAnyName(@TempDir Path folder) throws Exception {
        Path odd = Files.createDirectory(folder.resolve("tëmp ' ½ 日本"));
        assumeTrue(new String(odd.toString().getBytes(nativeCharset()), nativeCharset()).equals(odd.toString()));
        assertEquals("", outputOfOpening(odd, List.of()));
    }

    @Test
    void machineWithoutTheNativeLibraryGetsOneSentence(@TempDir Path folder) throws Exception {
        String output = outputOfOpening(folder, List.of("-Dorg.bytedeco.javacpp.platform=linux-arm64"));
        assertTrue(output.startsWith("the emulator has no native library for this machine: found "), output);
        assertEquals(1, output.lines().count(), output);
    }

    @Test
    void missingTemporaryFolderGetsOneSentence(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing");
        String output = outputOfOpening(missing, List.of());
        assertTrue(output.contains("could not be written to the temporary folder " + missing), output);
        assertEquals(1, output.lines().count(), output);
    }

    private static String nativeCharset() {
        return System.getProperty("sun.jnu.encoding");
    }

    /** Opens a connection in a process of its own, and gives all that it prints. */
    private String outputOfOpening(Path temporary, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OpenOnce.class.getName()));
        command.add(rom.path().toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // Java 18 and later warn of native code and of a missing folder; the runnable jar's manifest allows the native
        // code.
        String output = new String(process.getInputStream().readAllBytes(), nativeCharset())
                .lines()
                .filter(line -> !line.isBlank() && (Runtime.version().feature() == 17 || !line.startsWith("WARNING: ")))
                .collect(Collectors.joining("\n"));
        assertEquals(output.isEmpty() ? 0 : 2, process.waitFor(), output);
        return output;
    }

    /** A whole program: one connection, one frame. */
    static final class OpenOnce {

        private OpenOnce() {}

        public static void main(String[] args) {
            try (AleConnection console = AleConnection.open(RomFile.check(Path.of(args[0])))) {
                console.act(ConsoleAction.NOOP);
            } catch (AleException e) {
                System.out.println(e.getMessage());
                System.exit(2);
            }
        }
    }

    private void assertColours(int background, int wall, int left, int right) {
        assertEquals(background, frame.at(100, 80));
        assertEquals(wall, frame.at(28, 80));
        assertEquals(wall, frame.at(200, 80));
        // The ones' zero of each score, its upper left corner.
        assertEquals(left, frame.at(2, 36));
        assertEquals(right, frame.at(2, 116));
    }

    private void assertNothingHappens(AleConnection console) {
        console.screen(frame);
        int last = frame.hashCode();
        for (ConsoleAction action : ConsoleAction.values()) {
            assertEquals(0, console.act(action));
            console.screen(frame);
            assertEquals(last, frame.hashCode());
            assertTrue(console.gameOver());
        }
    }

    private int paddleTopAfter(AleConnection console, ConsoleAction action) {
        for (int i = 0; i < 12; i++) {
            console.act(action);
        }
        console.screen(frame);
        for (int row = 34; row < 194; row++) {
            if (frame.at(row, PLAYER_COLUMN) == PLAYER_COLOUR) {
                return row;
            }
        }
        throw new AssertionError("no paddle");
    }

    private static void play(AleConnection console, BinaryImage picture, byte[] memory, int frames) {
        console.reset();
        for (int i = 0; i < frames; i++) {
            console.act(i % 20 < 10 ? ConsoleAction.LEFT_FIRE : ConsoleAction.RIGHT);
            console.picture(picture);
            console.memory(memory);
        }
    }

    private List<Integer> openAndPlay(int seed) {
        try (AleConnection console = AleConnection.open(rom)) {
            return randomGame(console, seed, 1000);
        }
    }

    /** Plays from frame 0 on; the screen's hash and the reward of every frame. */
    private static List<Integer> randomGame(AleConnection console, int seed, int frames) {
        Random random = new Random(seed);
        Frame screen = new Frame();
        List<Integer> trace = new ArrayList<>();
        ConsoleAction[] actions = ConsoleAction.values();
        ConsoleAction action = ConsoleAction.NOOP;
        for (int i = 0; i < frames; i++) {
            if (random.nextInt(8) == 0) {
                action = actions[random.nextInt(actions.length)];
            }
            trace.add(console.act(action));
            console.screen(screen);
            trace.add(screen.hashCode());
        }
        return trace;
    }

    private static int[] litPixels(BinaryImage image) {
        int[] lit = new int[image.count()];
        for (int i = 0; i < lit.length; i++) {
            lit[i] = image.lit(i);
        }
        return lit;
    }
}
