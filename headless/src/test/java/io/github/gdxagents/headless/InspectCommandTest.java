package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeCheckpoint() {
        file = folder.resolve("000003.agent");
        CheckpointFiles.write(SmallCheckpoint.after(3), file);
    }

    @Test
    void wordsTellWhatIsInside() throws IOException {
        List<String> lines = CommandRun.of("inspect", file.toString()).lines();
        assertTrue(lines.get(0).startsWith(file + ": a checkpoint of format 3, "), lines.get(0));
        assertEquals(
                List.of(
                        "game         ale, actions 2, frame-skip 10, noops 0, observation difference, sticky 0.25",
                        "network      6400 inputs, hidden layers of [4], 2 actions, 25,604 parameters",
                        "sees         6400 features",
                        "does         one of 2",
                        "progress     seed 7, 3 updates, 6 episodes, 3,000 decisions",
                        "scores       mean -20.50 over the last 2 episodes",
                        "best so far  -20.50 ± 0.49 over 20 held-out episodes, after 1,000 decisions",
                        "in progress  1 finished episodes of the next update"),
                lines.subList(1, 9));
        LearnerSettings.helpByName()
                .keySet()
                .forEach(name -> assertTrue(
                        lines.stream().anyMatch(line -> line.startsWith("setting      " + name + " ")), name));
    }

    @Test
    void jsonTellsTheSame() throws IOException {
        List<String> lines = CommandRun.of("inspect", file.toString(), "--json").lines();
        assertEquals(1, lines.size());
        JsonNode json = new ObjectMapper().readTree(lines.get(0));
        assertEquals(file.toString(), json.get("file").asText());
        assertEquals(Files.size(file), json.get("bytes").asLong());
        assertEquals(3, json.get("format").asInt());
        assertEquals("ale", json.get("env").asText());
        assertEquals("10", json.get("protocol").get("frame-skip").asText());
        assertEquals("4", json.get("learner").get("hidden").asText());
        assertEquals(LearnerSettings.helpByName().size(), json.get("learner").size());
        assertEquals(7, json.get("seed").asLong());
        assertEquals(6400, json.get("inputs").asInt());
        assertEquals(2, json.get("actions").asInt());
        assertEquals(25_604, json.get("parameters").asInt());
        assertEquals(3, json.get("updates").asLong());
        assertEquals(6, json.get("episodes").asLong());
        assertEquals(3000, json.get("decisions").asLong());
        assertEquals(2, json.get("scores").size());
        assertEquals(-21, json.get("scores").get(0).asDouble());
        assertEquals(0, json.get("optimizerSteps").asLong());
        assertEquals(1, json.get("partialBatchEpisodes").asInt());
    }

    @Test
    void folderOfCheckpointsMeansItsBest() {
        CheckpointFiles.write(SmallCheckpoint.after(1), folder.resolve("best.agent"));
        List<String> lines = CommandRun.of("inspect", folder.toString()).lines();
        assertTrue(lines.get(0).startsWith(folder.resolve("best.agent") + ": "), lines.get(0));
    }
}
