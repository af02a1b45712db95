package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.headless.tensorboard.EventReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on a small task, looked at from outside while they train and afterwards. */
class RunViewsTest {

    private static final Pattern LIVE = Pattern.compile("(?m)^live at (http://127\\.0\\.0\\.1:\\d+/)$");
    private static final Pattern DECISIONS = Pattern.compile("(?m)^gdx_agents_decisions_total (\\S+)$");

    @TempDir
    Path folder;

    @Test
    void runIsShownWhileItTrainsAndNoLonger() throws Exception {
        Path run = folder.resolve("run");
        URI url;
        try (SpawnedProgram program = SpawnedProgram.start(
                folder, "train", "--env", "cartpole", "--run", run.toString(), "--threads", "1", "--serve", "0")) {
            url = shown(program);
            assertTrue(get(url).contains("<p>cartpole · preset own · seed 1 · running</p>"));
            double before = decisions(url);
            assertTrue(before > 0);
            program.await(() -> decisions(url) > before);
            program.terminate();
        }
        assertThrows(ConnectException.class, () -> get(url));
        assertTrue(Files.readString(run.resolve("output.log")).contains("live at " + url + "\n"));
        try (SpawnedProgram program =
                SpawnedProgram.start(folder, "train", "--resume", run.toString(), "--serve", "0")) {
            assertTrue(decisions(shown(program)) > 0);
            program.terminate();
        }
    }

    /** Where the program says that it can be looked at, once it has told of decisions there. */
    private static URI shown(SpawnedProgram program) throws IOException, InterruptedException, TimeoutException {
        program.await(() -> LIVE.matcher(output(program)).find());
        Matcher live = LIVE.matcher(output(program));
        assertTrue(live.find());
        URI url = URI.create(live.group(1));
        program.await(() -> decisions(url) > 0);
        return url;
    }

    private static String output(SpawnedProgram program) {
        try {
            return program.output();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the metrics say; 0 as long as they say nothing. */
    private static double decisions(URI url) {
        try {
            Matcher decisions = DECISIONS.matcher(get(url.resolve("metrics")));
            return decisions.find() ? Double.parseDouble(decisions.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String get(URI url) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    @Test
    void eventsOfTwoLivesAreTheRowsOfTheTables() throws IOException {
        Path run = folder.resolve("run");
        CommandRun.of(
                        "train",
                        "--env",
                        "bandit",
                        "--run",
                        run.toString(),
                        "--max-decisions",
                        "30000",
                        "--threads",
                        "1",
                        "--evaluate-every",
                        "10000")
                .lines();
        assertEventsAreRows(run);
        CommandRun.of("train", "--resume", run.toString(), "--max-decisions", "50000")
                .lines();
        assertEventsAreRows(run);
        assertEquals(2, EventReader.files(run.resolve("tensorboard")).size());
    }

    private static void assertEventsAreRows(Path run) throws IOException {
        Path events = run.resolve("tensorboard");
        for (Map.Entry<String, String> curve : Map.of(
                        "train/mean_score_20", "mean_score_20",
                        "policy/entropy", "entropy",
                        "gradient/norm", "gradient_norm",
                        "loss/value", "value_loss")
                .entrySet()) {
            Map<Long, Float> rows = rows(run.resolve("metrics.csv"), curve.getValue());
            assertTrue(rows.size() > 10, rows.size() + " rows");
            assertSame(rows, EventReader.curve(events, curve.getKey()));
        }
        Map<Long, Float> scores = rows(run.resolve("evaluations.csv"), "mean");
        assertFalse(scores.isEmpty());
        assertSame(scores, EventReader.curve(events, "evaluation/score"));
    }

    /** A column by decisions; the table has fewer digits than the events. */
    private static Map<Long, Float> rows(Path table, String column) throws IOException {
        List<String> lines = Files.readAllLines(table);
        List<String> columns = List.of(lines.get(0).split(",", -1));
        Map<Long, Float> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            rows.put(Long.valueOf(cells[columns.indexOf("decisions")]), Float.valueOf(cells[columns.indexOf(column)]));
        }
        rows.values().removeIf(value -> value.isNaN());
        return rows;
    }

    private static void assertSame(Map<Long, Float> rows, Map<Long, Float> curve) {
        assertEquals(List.copyOf(rows.keySet()), List.copyOf(curve.keySet()));
        rows.forEach((step, value) -> assertEquals(value, curve.get(step), 1e-4 * (1 + Math.abs(value))));
    }

    @ParameterizedTest
    @CsvSource({
        "--serve 65536, serve must be a port from 0 to 65535",
        "--serve -1, serve must be a port from 0 to 65535",
        "--serve 0 --serve-address no.such.host.invalid, 'no.such.host.invalid'",
        "--serve 0 --serve-address 192.0.2.1, 192.0.2.1",
        "--serve-address 127.0.0.1, --serve-address says where to serve: it needs --serve with a port"
    })
    void addressThatCannotBeServedIsRefusedBeforeAnythingIsWritten(String options, String sentence) {
        assertRefused(options, sentence);
    }

    @Test
    void portInUseIsRefusedBeforeAnythingIsWritten() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused("--serve " + other.getLocalPort(), "cannot serve on port " + other.getLocalPort());
        }
    }

    private void assertRefused(String options, String sentence) {
        Path run = folder.resolve("run");
        String refusal = CommandRun.of(("train --env bandit --run " + run + " " + options).split(" ", -1))
                .refusalOfInput();
        assertTrue(refusal.contains(sentence), refusal);
        assertFalse(Files.exists(run));
    }
}
