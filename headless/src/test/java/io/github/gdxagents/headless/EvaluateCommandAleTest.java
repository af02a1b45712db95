package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.headless.ale.RequiresRom;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate} on the real emulator. */
@RequiresRom
class EvaluateCommandAleTest {

    @TempDir
    Path folder;

    private Path checkpoint;

    @BeforeEach
    void writeCheckpoint() {
        checkpoint = folder.resolve("000002.agent");
        CheckpointFiles.write(SmallCheckpoint.after(2), checkpoint);
    }

    @Test
    void lastLineIsOneJsonObjectWithThePublishedKeys() throws JsonProcessingException {
        CommandRun run = evaluate("--episodes", "4");
        List<String> lines = run.lines();
        assertEquals("ALE Pong · skip 10 · sticky 0.25 · no-ops 0 · sampled", lines.get(0));
        assertTrue(lines.get(1).startsWith("episodes 4 · seed 1 · mean -"), lines.get(1));
        ObjectNode json = json(run);
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(
                List.of(
                        "env",
                        "protocol",
                        "episodes",
                        "mean",
                        "std",
                        "min",
                        "max",
                        "ci95",
                        "distinct",
                        "decisions",
                        "seconds"),
                keys);
        assertEquals("ale", json.get("env").asText());
        assertEquals(lines.get(0), json.get("protocol").asText());
        assertEquals(4, json.get("episodes").asInt());
        double mean = json.get("mean").asDouble();
        assertTrue(json.get("min").asDouble() >= -21 && json.get("min").asDouble() <= mean, run.out());
        assertTrue(json.get("max").asDouble() < 21 && json.get("max").asDouble() >= mean, run.out());
        assertEquals(1.96 * json.get("std").asDouble() / 2, json.get("ci95").asDouble(), 1e-9);
        int distinct = json.get("distinct").asInt();
        assertTrue(distinct >= 1 && distinct <= 4, run.out());
        assertTrue(json.get("decisions").asLong() > 4 * 200, run.out());
        assertTrue(json.get("seconds").asDouble() > 0, run.out());
    }

    @Test
    void sameSeedIsTheSameEpisodesOnAnyNumberOfThreads() throws JsonProcessingException {
        ObjectNode one = json(evaluate("--episodes", "3", "--seed", "5", "--threads", "1"));
        ObjectNode two = json(evaluate("--episodes", "3", "--seed", "5", "--threads", "2", "--envs", "3"));
        ObjectNode other = json(evaluate("--episodes", "3", "--seed", "6", "--threads", "2"));
        assertEquals(one.without("seconds").toString(), two.without("seconds").toString());
        assertNotEquals(one.get("decisions"), other.get("decisions"));
    }

    @Test
    void greedyPlaySaysSoAndIsAnotherWayToPlay() throws JsonProcessingException {
        ObjectNode sampled = json(evaluate("--episodes", "1"));
        ObjectNode greedy = json(evaluate("--episodes", "1", "--greedy"));
        assertEquals(
                "ALE Pong · skip 10 · sticky 0.25 · no-ops 0 · greedy",
                greedy.get("protocol").asText());
        assertNotEquals(sampled.get("decisions"), greedy.get("decisions"));
    }

    @Test
    void protocolCanBeAnotherOneThanInTraining() throws JsonProcessingException {
        ObjectNode json = json(evaluate("--episodes", "1", "--frame-skip", "20-30", "--sticky", "0", "--noops", "30"));
        assertEquals(
                "ALE Pong · skip 20-30 · sticky 0 · no-ops ≤ 30 · sampled",
                json.get("protocol").asText());
    }

    private CommandRun evaluate(String... options) {
        return CommandRun.of(Stream.concat(Stream.of("evaluate", checkpoint.toString(), "--json"), Stream.of(options))
                .toArray(String[]::new));
    }

    private static ObjectNode json(CommandRun run) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(run.lastLine());
    }
}
