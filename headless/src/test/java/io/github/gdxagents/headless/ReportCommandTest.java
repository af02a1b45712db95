package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.headless.archive.MadeRun;
import io.github.gdxagents.headless.report.PageCheck;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private static final Pattern GIF = Pattern.compile("data:image/gif;base64,([A-Za-z0-9+/=]+)");

    @TempDir
    Path folder;

    @Test
    void aFinishedRunHasAReport() throws IOException {
        Path run = folder.resolve("run");
        List<String> lines = CommandRun.of(
                        "train",
                        "--run",
                        run.toString(),
                        "--hidden",
                        "16",
                        "--max-decisions",
                        "1024",
                        "--evaluate-every",
                        "1024",
                        "--evaluate-episodes",
                        "2",
                        "--final-episodes",
                        "0")
                .lines();
        assertTrue(lines.contains("report: " + run.resolve("report.html")), lines.toString());
        String html = Files.readString(run.resolve("report.html"));
        PageCheck.texts(html);
        // 900 ticks: a picture of the court every three, and one of the input every four.
        assertEquals(List.of(300, 225), gifs(html));
        assertEquals(8, count(html, "Weights of unit "));
        assertTrue(html.length() < 1_500_000, "characters " + html.length());
        BufferedImage curve = ImageIO.read(run.resolve("curve.png").toFile());
        assertEquals(1920, curve.getWidth());
        assertTrue(Files.readString(run.resolve("curve.svg")).contains("<svg "));
        byte[] before = Files.readAllBytes(run.resolve("report.html"));
        assertEquals(
                List.of(run.resolve("report.html").toString()),
                CommandRun.of("report", run.toString()).lines());
        assertArrayEquals(before, Files.readAllBytes(run.resolve("report.html")), "the same run gives the same page");
    }

    @Test
    void aNamedGameShowsWhatItsAgentSees() throws IOException {
        Path run = folder.resolve("run");
        CommandRun.of("train", "--env", "cartpole", "--run", run.toString(), "--max-decisions", "2048")
                .lines();
        String html = Files.readString(run.resolve("report.html"));
        String all = String.join("\n", PageCheck.texts(html));
        assertTrue(all.contains("There is no film of its play"), all);
        assertTrue(all.contains("angular-velocity"), all);
        assertTrue(all.contains("inputs (from left to right: position, velocity, angle, angular-velocity)"), all);
        assertEquals(List.of(), gifs(html));
    }

    @Test
    void anImageBecomesAFilm() throws IOException {
        Path run = folder.resolve("run");
        CommandRun.of("train", "--env", "swing", "--run", run.toString(), "--max-decisions", "512")
                .lines();
        String html = Files.readString(run.resolve("report.html"));
        PageCheck.texts(html);
        assertEquals(List.of(37), gifs(html));
        assertEquals(8, count(html, "as a picture of image &#39;track&#39;"));
    }

    @Test
    void aRunWithoutACheckpointSaysSo() throws IOException {
        Path run = MadeRun.withScores(MadeRun.pong(folder.resolve("run"), 1, "0.002"), "1000,-21", "2000,-20");
        CommandRun.of("report", run.toString()).lines();
        String all = String.join("\n", PageCheck.texts(Files.readString(run.resolve("report.html"))));
        assertTrue(all.contains("There are no pictures of the policy: " + run + " holds no checkpoint"), all);
    }

    @Test
    void aDamagedOrForeignCheckpointDoesNotStopTheReport() throws IOException {
        Path damaged = MadeRun.pong(folder.resolve("damaged"), 1, "0.002");
        Path checkpoints = Files.createDirectories(damaged.resolve("checkpoints"));
        Files.writeString(checkpoints.resolve("best.agent"), "<script>");
        Path foreign = MadeRun.named(folder.resolve("foreign"), "cartpole");
        Files.createDirectories(foreign.resolve("checkpoints"));
        CheckpointFiles.write(
                SmallCheckpoint.after(3), foreign.resolve("checkpoints").resolve("best.agent"));
        Path nowhere = MadeRun.named(folder.resolve("nowhere"), "game-of-a-stranger");
        Files.createDirectories(nowhere.resolve("checkpoints"));
        CheckpointFiles.write(
                SmallCheckpoint.after(3), nowhere.resolve("checkpoints").resolve("best.agent"));
        assertEquals(
                3,
                CommandRun.of("report", damaged.toString(), foreign.toString(), nowhere.toString())
                        .lines()
                        .size());
        for (Path run : List.of(damaged, foreign, nowhere)) {
            String all = String.join("\n", PageCheck.texts(Files.readString(run.resolve("report.html"))));
            assertTrue(all.contains("There are no pictures of the policy: "), all);
        }
    }

    @Test
    void picturesCanBeLeftOut() throws IOException {
        Path run = MadeRun.pong(folder.resolve("run"), 1, "0.002");
        CommandRun.of("report", "--without-pictures", run.toString()).lines();
        assertFalse(Files.readString(run.resolve("report.html")).contains("pictures of the policy"));
    }

    @Test
    void whatIsNoRunIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path run = MadeRun.pong(folder.resolve("run"), 1, "0.002");
        String refusal =
                CommandRun.of("report", run.toString(), folder.toString()).refusalOfInput();
        assertTrue(refusal.contains(folder + " is not the folder of a run"), refusal);
        assertFalse(Files.exists(run.resolve("report.html")));
        CommandRun.of("report").refusal();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** How many pictures each animated GIF of a page has. */
    private static List<Integer> gifs(String html) {
        return GIF.matcher(html).results().map(ReportCommandTest::pictures).toList();
    }

    private static int pictures(MatchResult gif) {
        try (ImageInputStream input = ImageIO.createImageInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(gif.group(1))))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(input);
            return reader.getNumImages(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
