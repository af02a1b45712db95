package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bench --learning} on the built-in court, over before anything is learned. */
class LearningBenchCommandTest {

    private static final List<String> NUMBERS = List.of(
            "decisions0",
            "seconds0",
            "cpu0",
            "decisions18",
            "seconds18",
            "cpu18",
            "decisions20",
            "seconds20",
            "cpu20",
            "heldOut",
            "heldOutError",
            "heldOutEpisodes",
            "decisions");

    @TempDir
    Path folder;

    @Test
    void eachSeedAndTheMedianArePrintedAndTheLastLineIsJson() throws JsonProcessingException {
        CommandRun run = bench("--seeds", "3-4", "--max-decisions", "1", "--json");
        List<String> lines = run.lines();
        assertEquals("trained on Built-in Atari Pong · skip 10 · sticky 0 · no-ops ≤ 30 · sampled", lines.get(0));
        assertEquals(
                "scored on Built-in Atari Pong · skip 10 · sticky 0 · no-ops ≤ 30 · sampled · 100 fresh episodes",
                lines.get(1));
        assertEquals("preset fast, 2 threads", lines.get(2));
        assertTrue(
                lines.get(3).matches(" +seed \\| +to 0 +s +CPU s \\| +to \\+18 .* \\| +to \\+20 .* \\| +held-out"),
                run.out());
        assertTrue(lines.get(4).matches(" +3 \\| +- +- +- \\| +- +- +- \\| +- +- +- \\| +-[0-9.]+"), run.out());
        assertTrue(lines.get(5).startsWith("       4 |"), run.out());
        assertTrue(lines.get(6).startsWith("  median |"), run.out());
        assertEquals(8, lines.size());

        JsonNode json = new ObjectMapper().readTree(run.lastLine());
        assertEquals(List.of("env", "preset", "threads", "scoredOn", "runs", "median"), names(json));
        assertEquals("pong", json.get("env").asText());
        assertEquals("fast", json.get("preset").asText());
        assertEquals("pong", json.get("scoredOn").asText());
        assertEquals(2, json.get("runs").size());
        assertEquals(3, json.get("runs").get(0).get("seed").asLong());
        assertEquals(4, json.get("runs").get(1).get("seed").asLong());
        for (JsonNode one : json.get("runs")) {
            List<String> names = names(one);
            assertEquals("seed", names.get(0));
            assertEquals(NUMBERS, names.subList(1, names.size()));
            for (String name : NUMBERS.subList(0, 9)) {
                assertTrue(one.get(name).isNull(), name + " in " + one);
            }
            assertEquals(100, one.get("heldOutEpisodes").asInt());
            double heldOut = one.get("heldOut").asDouble();
            assertTrue(heldOut >= -21 && heldOut < -15, one.toString());
            assertEquals(1024, one.get("decisions").asLong());
        }
        assertEquals(NUMBERS, names(json.get("median")));
        assertTrue(json.get("median").get("decisions18").isNull());
        assertEquals(
                (json.get("runs").get(0).get("heldOut").asDouble()
                                + json.get("runs").get(1).get("heldOut").asDouble())
                        / 2,
                json.get("median").get("heldOut").asDouble(),
                1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "--seeds, 3-1",
        "--seeds, ''",
        "--seeds, all",
        "--seeds, 1-100000",
        "--max-decisions, 0",
        "--max-decisions, -1",
        "--max-decisions, x",
        "--preset, slow",
        "--env, chess",
        "--threads, 0",
        "--actions, 5"
    })
    void badValueIsRefusedByName(String option, String value) {
        String sentence = bench(option, value).refusal();
        assertTrue(sentence.contains(option.substring(2)), sentence);
    }

    /** The ROM that is not there leaves the emulator out: the court has the last word, too. */
    private CommandRun bench(String... more) {
        List<String> arguments = new ArrayList<>(List.of("bench", "--learning"));
        List<String> given = List.of(more);
        List<String> usual =
                List.of("--env", "pong", "--frame-skip", "10", "--threads", "2", "--rom", folder + "/none");
        for (int i = 0; i < usual.size(); i += 2) {
            if (!given.contains(usual.get(i))) {
                arguments.addAll(usual.subList(i, i + 2));
            }
        }
        arguments.addAll(given);
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
