package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gdxagents.headless.ale.RequiresRom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code bench} on the real emulator; how fast this machine is does not matter here. */
@RequiresRom
class BenchCommandAleTest {

    @Test
    void numbersArePrintedInWordsAndAsJson() throws JsonProcessingException {
        CommandRun run = CommandRun.of("bench", "--seconds", "1", "--envs", "2", "--threads", "2", "--json");
        List<String> lines = run.lines();
        assertEquals("ALE Pong · skip 4 · sticky 0 · no-ops ≤ 30 · sampled", lines.get(0));
        assertEquals("2 environments, 2 threads, preset fast", lines.get(1));
        JsonNode json = new ObjectMapper().readTree(run.lastLine());
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(
                List.of(
                        "env",
                        "protocol",
                        "envs",
                        "threads",
                        "rounds",
                        "rawDecisionsPerSecond",
                        "trainingDecisionsPerSecond",
                        "ratio",
                        "gameMicrosPerDecision",
                        "actingMicrosPerDecision",
                        "learningMicrosPerDecision",
                        "actingBytesPerDecision",
                        "trainingBytesPerDecision"),
                keys);
        for (String key : keys.subList(5, 11)) {
            assertTrue(json.get(key).asDouble() > 0, key + " in " + run.out());
        }
        String ratio = String.format(
                Locale.ROOT, "%.1f %% of the bare game", 100 * json.get("ratio").asDouble());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("training ") && line.contains(ratio)), run.out());
        for (String words : List.of("bare game ", "game ", "acting ", "learning ", "all threads ")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(words)), words + " in " + run.out());
        }
    }
}
