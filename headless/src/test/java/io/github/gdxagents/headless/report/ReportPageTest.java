package io.github.gdxagents.headless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.archive.MadeRun;
import io.github.gdxagents.headless.report.RunPictures.Figure;
import io.github.gdxagents.headless.report.RunPictures.Strip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPageTest {

    private static final String HOSTILE =
            "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;\u202e\u0000\u001b[2J";

    @TempDir
    Path folder;

    @Test
    void thePageSaysWhatTheRunIs() throws IOException {
        Path run = MadeRun.withBest(
                MadeRun.withScores(MadeRun.pong(folder.resolve("first"), 7, "0.002"), "1500,-3.5"), 18.5);
        Files.writeString(
                run.resolve("command.txt"), "java -jar x.jar train --seed 7\njava -jar x.jar train --resume first\n");
        Files.writeString(run.resolve("version.txt"), "gdx-agents 1, commit abc\n");
        List<String> texts = PageCheck.texts(html(run));
        String all = String.join("\n", texts);
        for (String expected : List.of(
                "first",
                "pong · preset fast · seed 7",
                "18.50 ± 0.49",
                "1,500",
                "1.5 s",
                "-3.50",
                "Built-in Atari Pong · skip 4 · sticky 0 · no-ops ≤ 30 · sampled",
                "java -jar x.jar train --seed 7",
                "java -jar x.jar train --resume first",
                "gdx-agents 1, commit abc",
                "learning-rate",
                "step size, above 0",
                "best")) {
            assertTrue(all.contains(expected), expected + " in " + all);
        }
    }

    @Test
    void aRunThatHasJustBegunHasAPage() throws IOException {
        String all = String.join("\n", PageCheck.texts(html(MadeRun.pong(folder.resolve("new"), 1, "0.002"))));
        assertTrue(all.contains("none yet"), all);
        assertTrue(all.contains("The run has not looked yet how good it is."), all);
    }

    @Test
    void aTelephoneAndAPolicyAreToldOf() throws IOException {
        String html = html(MadeRun.pong(folder.resolve("a"), 1, "0.002"));
        assertTrue(html.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"));
        assertTrue(html.contains("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\""));
        String withoutPictures = html.replaceAll("data:[^\"]*", "");
        assertFalse(withoutPictures.contains("://"), "nothing is fetched");
        assertFalse(withoutPictures.contains("url("), "nothing is fetched");
        assertFalse(html.contains("http-equiv=\"refresh\""));
    }

    @Test
    void aPageMayAskToBeReadAnew() throws IOException {
        ArchivedRun run = ArchivedRun.read(MadeRun.pong(folder.resolve("a"), 1, "0.002"));
        String html = ReportPage.html(run, RunPictures.none(), Optional.of(3));
        assertTrue(html.contains("<meta http-equiv=\"refresh\" content=\"3\">"));
        PageCheck.texts(html);
    }

    @Test
    void nothingOfStrangersIsMoreThanText() throws IOException {
        // A configuration can say nothing of the kind: it is refused.
        Path run = MadeRun.named(folder.resolve("<img src=x onerror=alert(1)>&\"'`"), "catch");
        Files.writeString(run.resolve("command.txt"), HOSTILE + "\n".repeat(10_000) + HOSTILE);
        Files.writeString(run.resolve("version.txt"), HOSTILE);
        Files.writeString(run.resolve("evaluations.csv"), HOSTILE + "\n" + HOSTILE + "\n");
        RunPictures pictures = new RunPictures(
                List.of(new Figure(HOSTILE, HOSTILE, "data:image/gif;base64,AAAA")),
                List.of(new Strip(HOSTILE, "data:image/png;base64,AAAA", Float.NaN, Float.POSITIVE_INFINITY)),
                List.of(new Figure(HOSTILE, HOSTILE, "data:image/png;base64,AAAA")),
                List.of(HOSTILE));
        String html = ReportPage.html(ArchivedRun.read(run), pictures, Optional.empty());
        String all = String.join("\n", PageCheck.texts(html));
        assertTrue(all.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), all);
        assertFalse(html.contains("<script"), "no script");
        assertFalse(html.contains("\u202e"), "no other direction");
        assertFalse(html.contains("\u001b"), "no control character");
        assertTrue(html.length() < 2_000_000, "bounded: " + html.length());
    }

    @Test
    void longTextsAreCut() throws IOException {
        Path run = MadeRun.named(folder.resolve("a"), "catch");
        Files.writeString(run.resolve("command.txt"), "x".repeat(10_000) + "\n");
        assertFalse(html(run).contains("x".repeat(1001)));
    }

    @Test
    void ofManyLooksTheLastAndTheBestAreShown() throws IOException {
        Path run = MadeRun.pong(folder.resolve("a"), 1, "0.002");
        StringBuilder rows = new StringBuilder("decisions,updates,seconds,episodes,mean,standard_error,best\n");
        for (int look = 1; look <= 100; look++) {
            rows.append(look * 1000)
                    .append(",1,1.0,20,")
                    .append(look == 50 ? 20 : 10)
                    .append(",0.5,")
                    .append(look == 50)
                    .append('\n');
        }
        Files.writeString(run.resolve("evaluations.csv"), rows);
        String all = String.join("\n", PageCheck.texts(html(run)));
        assertTrue(all.contains("The last 12 of 100 looks"), all);
        assertTrue(all.contains("50,000\n"), "the best one");
        assertTrue(all.contains("89,000\n") && !all.contains("88,000\n"), "the last ones");
    }

    @ParameterizedTest
    @CsvSource({"<b>, &lt;b&gt;", "a&b, a&amp;b", "\"'\"', &quot;&#39;&quot;&#39;", "é–😀, é–😀"})
    void textShowsItself(String text, String html) {
        assertEquals(html, HtmlText.of(text));
    }

    @Test
    void halfASignIsLeftOut() {
        assertEquals("ab", HtmlText.of("a\ud800b\ufffe\u0007"));
        assertEquals("😀 …", HtmlText.of("😀😀", 1));
    }

    private static String html(Path run) {
        return ReportPage.html(ArchivedRun.read(run), RunPictures.none(), Optional.empty());
    }
}
