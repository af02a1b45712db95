package io.github.gdxagents.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopCommandTest {

    private final List<LaunchOptions> opened = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return DesktopLauncher.run(
                arguments, new PrintWriter(out), new PrintWriter(err), (options, printer) -> opened.add(options));
    }

    private LaunchOptions options(String... arguments) {
        assertEquals(0, run(arguments), err.toString());
        assertEquals("", err.toString());
        assertEquals(1, opened.size());
        return opened.get(0);
    }

    /** Makes sure that there is one sentence, exit code 2 and no window. */
    private String refusal(String... arguments) {
        int exitCode = run(arguments);
        assertEquals(2, exitCode, err.toString());
        assertEquals("", out.toString());
        assertEquals(List.of(), opened);
        List<String> lines = err.toString().lines().toList();
        assertTrue(lines.get(0).matches("Error: .*\\S"), err.toString());
        assertTrue(lines.size() == 1 || lines.get(1).matches("Try '.* --help'\\."), err.toString());
        assertTrue(lines.size() <= 2, err.toString());
        return lines.get(0);
    }

    @Test
    void withoutArgumentsThereIsAMenuForTrackerAgainstAgent() {
        assertEquals(
                new LaunchOptions(
                        new MatchSetup(CourtKind.ATARI, PlayerKind.TRACKER, PlayerKind.AGENT, 21, 1),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("replays"),
                        Speed.NORMAL,
                        false,
                        false),
                options());
    }

    @Test
    void everyOptionIsHeard() throws IOException {
        Path policy = Files.write(folder.resolve("a.agent"), Checkpoints.shippedBytes());
        LaunchOptions options = options(
                ("--left cpu --right human --court atari --points 3 --seed -9 --speed max --fullscreen --exit --replays r"
                                + " --policy " + policy)
                        .split(" "));
        assertEquals(
                new LaunchOptions(
                        new MatchSetup(CourtKind.ATARI, PlayerKind.CPU, PlayerKind.HUMAN, 3, -9),
                        true,
                        true,
                        Optional.empty(),
                        Optional.of(policy),
                        Path.of("r"),
                        Speed.MAX,
                        true,
                        true),
                options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--left=human", "--right=tracker:easy", "--court=atari", "--points=21", "--seed=0"})
    void anyWordAboutAMatchBeginsIt(String argument) {
        assertTrue(options(argument).startsMatch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--speed=4", "--fullscreen", "--replays=x"})
    void otherWordsLeadToTheMenu(String argument) {
        assertFalse(options(argument).startsMatch());
    }

    @Test
    void twoPeopleMayPlay() {
        MatchSetup setup = options("--left", "human", "--right", "human").setup();
        assertEquals(PlayerKind.HUMAN, setup.left());
        assertEquals(PlayerKind.HUMAN, setup.right());
    }

    @Test
    void replayIsReadBeforeThereIsAWindow() {
        Replay replay = PlayedMatch.replay(PlayerKind.TRACKER, PlayerKind.RANDOM, 3);
        Path file = folder.resolve("a.replay");
        ReplayFiles.write(replay, file);
        assertEquals(Optional.of(replay), options("--replay", file.toString()).replay());
    }

    @Test
    void folderOfARunIsAPolicy() throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.write(folder.resolve("checkpoints/best.agent"), Checkpoints.shippedBytes());
        assertEquals(Optional.of(folder), options("--policy", folder.toString()).policy());
    }

    @ParameterizedTest
    @CsvSource({
        "--right cpu, cpu plays on the left only",
        "--left cpu --court physics, atari",
        "--court moon, 'moon'",
        "--left robot, 'robot'",
        "--right Agent, 'Agent'",
        "--left tracker:best, 'tracker:best'",
        "--speed 3, 'speed must be 1, 2, 4 or max, but was ''3'''",
        "--points 0, points must be from 1 to 21",
        "--points 22, points must be from 1 to 21",
        "--points many, 'many'",
        "--seed x, 'x'",
        "--exit, '--exit needs a match'",
        "--exit --speed max, '--exit needs a match'",
        "--policy nowhere.agent, nowhere.agent does not exist",
        "--replay nowhere.replay, nowhere.replay does not exist",
        "--replay nowhere.replay --points 3, '--replay plays a saved match'",
        "--replay nowhere.replay --exit, '--exit needs a match'",
        "--fly, '--fly'",
        "fly, 'fly'",
        "--left, '--left'"
    })
    void whatCannotBeIsRefusedInOneSentence(String arguments, String words) {
        String sentence = refusal(arguments.split(" "));
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void damagedOrWrongPolicyIsRefused() throws IOException {
        byte[] bytes = Checkpoints.shippedBytes();
        bytes[500] ^= 1;
        refused("--policy", Files.write(folder.resolve("damaged.agent"), bytes), "is damaged");
        refused("--policy", Files.writeString(folder.resolve("text.agent"), "hello"), "not a checkpoint");
        refused("--policy", folder, "holds no checkpoint");
        Path ram = folder.resolve("ram.agent");
        CheckpointFiles.write(Checkpoints.seeing("ram"), ram);
        refused("--policy", ram, "memory");
        Path other = folder.resolve("other.agent");
        CheckpointFiles.write(Checkpoints.withSettings(Map.of("contexts", "4")), other);
        refused("--policy", other, "another game");
    }

    @Test
    void damagedOrWrongReplayIsRefused() throws IOException {
        Path file = folder.resolve("a.replay");
        ReplayFiles.write(PlayedMatch.replay(PlayerKind.TRACKER, PlayerKind.RANDOM, 3), file);
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged = bytes.clone();
        damaged[damaged.length / 2] ^= 1;
        refused("--replay", Files.write(file, damaged), "a.replay");
        refused("--replay", Files.write(file, Arrays.copyOf(bytes, 40)), "a.replay");
        refused("--replay", Files.write(file, Checkpoints.shippedBytes()), "a.replay");
        refused("--replay", Files.write(file, new byte[0]), "a.replay");
        refused("--replay", folder, "is not a file");
    }

    private void refused(String option, Path file, String words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String sentence = refusal(option, file.toString());
        assertTrue(sentence.contains(words), sentence);
        assertTrue(sentence.contains(file.toString()), sentence);
    }

    @Test
    void helpMentionsEveryOptionAndTheExitCodes() {
        assertEquals(0, run("--help"));
        String help = out.toString();
        Stream.of(
                        "--left",
                        "--right",
                        "--court",
                        "--policy",
                        "--points",
                        "--seed",
                        "--speed",
                        "--fullscreen",
                        "--exit",
                        "--replay",
                        "--replays",
                        "--help",
                        "--version")
                .forEach(option ->
                        assertTrue(help.matches("(?s).*[\\s,]" + option + "[\\s=,].*"), option + " in " + help));
        assertTrue(help.contains("0 fine, 1 something failed, 2 wrong usage or input"), help);
        assertEquals("", err.toString());
        assertEquals(List.of(), opened);
    }

    @Test
    void versionIsOneLine() {
        assertEquals(0, run("--version"));
        assertEquals(1, out.toString().lines().count());
        assertTrue(out.toString().startsWith("gdx-agents"), out.toString());
    }

    @Test
    void failureOfTheWindowIsOneSentenceAndExitCodeOne() {
        int exitCode =
                DesktopLauncher.run(new String[0], new PrintWriter(out), new PrintWriter(err), (options, printer) -> {
                    throw new IllegalStateException("no window\nbecause of many things");
                });
        assertEquals(1, exitCode);
        assertEquals(List.of("Error: no window"), err.toString().lines().toList());
    }
}
