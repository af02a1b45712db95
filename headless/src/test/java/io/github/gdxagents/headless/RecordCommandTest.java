package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayFiles;
import io.github.gdxagents.pong.replay.ReplayRecorder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordCommandTest {

    @TempDir
    Path folder;

    private Path policy;

    @BeforeEach
    void writePolicy() {
        policy = folder.resolve("000003.agent");
        CheckpointFiles.write(SmallCheckpoint.after(3), policy);
    }

    @Test
    void randomPlayIsOneCommand() throws IOException {
        Path gif = folder.resolve("random.gif");
        List<String> lines = run("--left", "cpu", "--right", "random", "--steps", "300", "--every", "4", "--out", gif);
        assertTrue(lines.get(0).matches(".*random\\.gif: 300 pictures of 320 x 420, [0-9,]+ bytes"), lines.get(0));
        assertTrue(
                lines.get(1).matches("cpu \\d+ : \\d+ random after 1,200 ticks \\(atari court, seed 1\\), not over"),
                lines.get(1));
        assertEquals(2, lines.size());
        assertGif(gif, 300, 320, 420);
    }

    @Test
    void inputOfTheNetworkIsOneCommand() throws IOException {
        Path gif = folder.resolve("input.gif");
        List<String> lines = run("--policy", policy, "--steps", "30", "--input", gif);
        assertTrue(lines.get(0).contains("input.gif: 30 pictures of 320 x 320, "), lines.get(0));
        // Ten ticks a decision: the 30th comes with tick 291.
        assertTrue(lines.get(1).contains(" after 291 ticks "), lines.get(1));
        assertGif(gif, 30, 320, 320);
        Path plain = folder.resolve("plain.gif");
        run("--policy", policy, "--steps", "30", "--input", plain, "--plain-input");
        assertFalse(Arrays.equals(Files.readAllBytes(gif), Files.readAllBytes(plain)));
    }

    @Test
    void inputWithoutAnAgentIsSeenEveryFewTicks() throws IOException {
        Path gif = folder.resolve("input.gif");
        run("--left", "cpu", "--right", "random", "--every", "4", "--steps", "9", "--input", gif, "--scale", "1");
        assertGif(gif, 9, 160, 160);
    }

    @Test
    void theEndIsAlwaysShownAlsoWhereNothingElseIs() throws IOException {
        Path gif = folder.resolve("a.gif");
        Path input = folder.resolve("b.gif");
        run(
                "--left",
                "cpu",
                "--right",
                "random",
                "--points",
                1,
                "--every",
                5000,
                "--out",
                gif,
                "--input",
                input,
                "--save",
                folder.resolve("c.replay"));
        assertGif(gif, 1, 320, 420);
        assertGif(input, 1, 320, 320);
    }

    @Test
    void inputOfWidePixelsKeepsItsShape() throws IOException {
        Path input = folder.resolve("input.gif");
        run("--left", "cpu", "--right", "random", "--steps", 2, "--input", input, "--scale", 16, "--wide");
        assertGif(input, 2, 2560, 1280);
    }

    @Test
    void replayWithoutTicksIsRefused() {
        MatchSetup setup = new MatchSetup(CourtKind.ATARI, PlayerKind.CPU, PlayerKind.RANDOM, 2, 5);
        Path empty = folder.resolve("empty.replay");
        try (Court court = setup.createCourt()) {
            Match match = MatchPlayers.withoutPolicy().match(setup, court);
            ReplayFiles.write(new ReplayRecorder(setup, match).finish(), empty);
        }
        Path gif = folder.resolve("a.gif");
        assertEquals(
                "Error: " + empty + " holds no tick: there is nothing to film",
                CommandRun.of("record", "--replay", empty.toString(), "--out", gif.toString())
                        .refusalOfInput());
        assertFalse(Files.exists(gif));
    }

    @Test
    void wholeMatchWithAllOutputs() throws IOException {
        Path gif = folder.resolve("match.gif");
        Path frames = folder.resolve("frames");
        Path input = folder.resolve("input.gif");
        Path saved = folder.resolve("match.replay");
        List<String> lines = run(
                "--policy",
                policy,
                "--points",
                2,
                "--seed",
                5,
                "--scale",
                1,
                "--wide",
                "--out",
                gif,
                "--png",
                frames,
                "--input",
                input,
                "--save",
                saved);
        assertEquals(5, lines.size(), lines.toString());
        Replay replay = ReplayFiles.read(saved);
        assertEquals(new MatchSetup(CourtKind.ATARI, PlayerKind.TRACKER, PlayerKind.AGENT, 2, 5), replay.setup());
        assertEquals(2, Math.max(replay.score(Side.LEFT), replay.score(Side.RIGHT)));
        int pictures = (replay.length() + 2) / 3;
        assertGif(gif, pictures, 320, 210);
        assertGif(input, (replay.length() + 9) / 10, 320, 160);
        try (Stream<Path> files = Files.list(frames)) {
            assertEquals(pictures, files.count());
        }
        BufferedImage first = ImageIO.read(frames.resolve("frame-000001.png").toFile());
        assertEquals(320, first.getWidth());
        assertEquals(210, first.getHeight());
        assertEquals(0xFF904811, first.getRGB(160, 100));
        assertTrue(lines.get(4).startsWith("tracker " + replay.score(Side.LEFT) + " : " + replay.score(Side.RIGHT)));

        Path again = folder.resolve("again.gif");
        List<String> replayed = run("--replay", saved, "--out", again, "--scale", "1", "--wide");
        assertEquals(lines.get(4), replayed.get(1));
        assertArrayEquals(Files.readAllBytes(gif), Files.readAllBytes(again));
    }

    @ParameterizedTest
    @EnumSource(CourtKind.class)
    void sameMatchGivesTheSameBytes(CourtKind court) throws IOException {
        Path one = folder.resolve("one.replay");
        Path two = folder.resolve("two.replay");
        Path gif = folder.resolve("match.gif");
        run("--court", court.label(), "--policy", policy, "--points", "2", "--save", one);
        run("--court", court.label(), "--policy", policy, "--points", "2", "--save", two, "--out", gif);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void whatIsThereStaysUnlessForced() throws IOException {
        Path gif = Files.writeString(folder.resolve("match.gif"), "mine");
        String[] arguments = {"record", "--left", "cpu", "--right", "random", "--steps", "3", "--out", gif.toString()};
        assertEquals(
                "Error: " + gif + " exists already; --force replaces it",
                CommandRun.of(arguments).refusalOfInput());
        assertEquals("mine", Files.readString(gif));
        run("--left", "cpu", "--right", "random", "--steps", "3", "--out", gif, "--force");
        assertGif(gif, 3, 320, 420);

        Path frames = folder.resolve("frames");
        run("--left", "cpu", "--right", "random", "--steps", "3", "--png", frames);
        assertEquals(
                "Error: " + frames + " holds pictures already; --force replaces them",
                CommandRun.of("record", "--left", "cpu", "--right", "random", "--png", frames.toString())
                        .refusalOfInput());
        run("--left", "cpu", "--right", "random", "--steps", "2", "--png", frames, "--force");
        try (Stream<Path> files = Files.list(frames)) {
            assertEquals(2, files.count());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--right random | nothing to write: expected --out FILE.gif, --png DIR, --input FILE.gif or --save FILE.replay",
                "--out FOLDER/a.gif | an agent needs a policy: expected --policy and a checkpoint or the folder of a run",
                "--left human --out FOLDER/a.gif | human cannot play here: there is no screen, and nobody to press a key",
                "--right cpu --out FOLDER/a.gif | cpu plays on the left only: Atari's own player has no right paddle",
                "--left dog --out FOLDER/a.gif | a player must be agent, tracker, tracker:easy, tracker:hard, random, human or cpu, but was 'dog'",
                "--court moon --out FOLDER/a.gif | court must be ",
                "--points 22 --right random --out FOLDER/a.gif | points must be from 1 to 21, but was 22",
                "--right random --policy x.agent --out FOLDER/a.gif | no agent plays, so there is no use for --policy",
                "--policy FOLDER/none.agent --out FOLDER/a.gif | FOLDER/none.agent does not exist, expected a checkpoint",
                "--delay 25 --out FOLDER/a.gif | delay must be a multiple of 10 from 20 to 655350, but was 25",
                "--scale 0 --out FOLDER/a.gif | scale must be from 1 to 16, but was 0",
                "--every 0 --out FOLDER/a.gif | every must be from 1 to 10000, but was 0",
                "--steps 0 --out FOLDER/a.gif | steps must be from 1 to 1000000, but was 0",
                "--right random --steps 3 --save FOLDER/a.replay | --steps counts pictures, but there is no film: expected --out FILE.gif, --png DIR or --input FILE.gif as well",
                "--out FOLDER/a.gif --input FOLDER/./a.gif | --out, --png, --input and --save must be different places",
                "--out FOLDER/none/a.gif | FOLDER/none/a.gif cannot be written: its folder does not exist",
                "--out FOLDER --force | FOLDER is a folder, expected the name of a file",
                "--png FOLDER/000003.agent | FOLDER/000003.agent is a file, expected the name of a folder",
                "--replay FOLDER/none.replay --out FOLDER/a.gif | FOLDER/none.replay does not exist, expected a replay",
                "--replay FOLDER/000003.agent --out FOLDER/a.gif | FOLDER/000003.agent is not a replay",
                "--replay x --left cpu --seed 3 --save FOLDER/a.replay | --left, --seed, --save cannot be given with --replay: that match has been played"
            })
    void refuses(String arguments, String sentence) throws IOException {
        String[] words = ("record " + arguments.replace("FOLDER", folder.toString())).split(" ", -1);
        String refusal = CommandRun.of(words).refusalOfInput();
        assertTrue(refusal.startsWith("Error: " + sentence.replace("FOLDER", folder.toString())), refusal);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(policy), files.toList());
        }
    }

    private static List<String> run(Object... arguments) {
        String[] words = Stream.concat(Stream.of("record"), Stream.of(arguments))
                .map(String::valueOf)
                .toArray(String[]::new);
        return CommandRun.of(words).lines();
    }

    private static void assertGif(Path file, int pictures, int width, int height) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (FileImageInputStream input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input);
            assertEquals(pictures, reader.getNumImages(true));
            assertEquals(width, reader.getWidth(0));
            assertEquals(height, reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }
}
