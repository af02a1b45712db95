package io.github.gdxagents.agent.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.SparseVector;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Reads a file that an earlier version of the program wrote.
 *
 * <p>A failure means that checkpoints which people keep can no longer be read, or are read as something else: that is a bug in
 * the reader, not in the file. If the format must change, raise {@link CheckpointCodec#VERSION}, keep reading the old one, and
 * make a second golden file for the new one; {@link GoldenCheckpoint} says how. This file is never written again.
 */
class GoldenCheckpointTest {

    private static final String FILE = "/golden/checkpoint-v1.agent";

    @Test
    void versionOneIsReadAsItWasWritten() throws IOException {
        Checkpoint checkpoint = CheckpointCodec.decode(golden(), FILE);

        assertEquals("ale", checkpoint.game());
        assertEquals(
                Map.of("frame-skip", "2-4", "sticky", "0.25", "noops", "30", "actions", "3"),
                checkpoint.gameSettings());
        assertEquals(-8_765_432_109_876L, checkpoint.seed());
        assertEquals(5, checkpoint.spec().inputs());
        assertEquals(3, checkpoint.spec().actions());
        Map<String, String> learner = LearnerSettings.write(checkpoint.learner());
        assertEquals("4", learner.get("hidden"));
        assertEquals("tanh", learner.get("activation"));
        assertEquals("true", learner.get("biases"));
        assertEquals("softmax", learner.get("output"));
        assertEquals("orthogonal:1.41", learner.get("hidden-init"));
        assertEquals("normal:0.05", learner.get("output-init"));
        assertEquals("adam", learner.get("optimizer"));
        assertEquals("0.001", learner.get("learning-rate"));
        assertEquals("0.99", learner.get("gamma"));
        assertEquals("10", learner.get("batch-episodes"));
        assertEquals("0.5", learner.get("max-gradient-norm"));
        assertEquals(12, checkpoint.state().updates());
        assertEquals(120, checkpoint.state().episodes());
        assertEquals(34_567, checkpoint.state().decisions());
        assertEquals(List.of(-21.0, -20.5, 3.0), checkpoint.state().recentScores());
        assertEquals(-19.25, checkpoint.state().bestMean());
        assertEquals(12, checkpoint.state().optimizerSteps());
        assertEquals(8, checkpoint.state().optimizerMemory().size());
        assertArrayEquals(
                new float[] {0.5f, -0.625f, 0.75f},
                checkpoint.state().parameters().get(3));
        assertArrayEquals(
                new float[] {1.5f, -1.625f, 1.75f},
                checkpoint.state().optimizerMemory().get(7));
    }

    @Test
    void versionOnesPartialBatchIsReadAsItWasWritten() throws IOException {
        Map<Integer, Trajectory> batch =
                CheckpointCodec.decode(golden(), FILE).state().partialBatch();
        assertEquals(Set.of(1, 4), batch.keySet());
        assertEquals(2, batch.get(1).length());
        Trajectory episode = batch.get(4);
        assertEquals(3, episode.length());
        assertEquals(2, episode.action(2));
        assertEquals(1, episode.reward(2));
        assertFalse(episode.cut(1));
        assertTrue(episode.cut(2));
        SparseVector observation = new SparseVector(5);
        episode.observations().get(2, observation);
        float[] dense = new float[5];
        observation.toDense(dense);
        assertArrayEquals(new float[] {0, 0, 1, -1, 0}, dense);
    }

    @Test
    void versionOnesPolicyActsAsItDid() throws IOException {
        ForwardPass pass =
                new ForwardPass(CheckpointCodec.decode(golden(), FILE).network());
        // Without observation the hidden units are tanh of 2/8, −3/8, 4/8, −5/8.
        float[] logits = pass.forward(new SparseVector(5));
        double[] hidden = {Math.tanh(0.25), Math.tanh(-0.375), Math.tanh(0.5), Math.tanh(-0.625)};
        double[] weights = {3, -4, 5, -6, 7, -8, 9, -10, 11, -12, 13, -14};
        double[] biases = {4, -5, 6};
        for (int action = 0; action < 3; action++) {
            double expected = biases[action] / 8;
            for (int unit = 0; unit < 4; unit++) {
                expected += hidden[unit] * weights[unit * 3 + action] / 8;
            }
            assertEquals(expected, logits[action], 1e-6);
        }
    }

    @Test
    void theSameContentStillGivesTheSameBytes() throws IOException {
        assertEquals(1, CheckpointCodec.VERSION, "a new version needs a golden file of its own");
        assertArrayEquals(golden(), CheckpointCodec.encode(GoldenCheckpoint.make()));
    }

    private static byte[] golden() throws IOException {
        try (InputStream file = GoldenCheckpointTest.class.getResourceAsStream(FILE)) {
            assertTrue(file != null, FILE + " is missing");
            return file.readAllBytes();
        }
    }
}
