package io.github.gdxagents.agent.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.BanditEnvironment;
import io.github.gdxagents.agent.learn.GameProgress;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.RateSchedule;
import io.github.gdxagents.agent.learn.Trainer;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ImageSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.agent.space.ValueRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Reads files that earlier versions of the program wrote.
 *
 * <p>A failure means that checkpoints which people keep can no longer be read, or are read as something else: that is a bug in
 * the reader, not in the file. If the format must change, raise {@link CheckpointCodec#VERSION}, keep reading the old one, and
 * make another golden file for the new one; {@link GoldenCheckpoint} says how. These files are never written again.
 */
class GoldenCheckpointTest {

    private static final String ONE = "/golden/checkpoint-v1.agent";
    private static final String TWO = "/golden/checkpoint-v2.agent";
    private static final String THREE = "/golden/checkpoint-v3.agent";
    private static final String EPISODES = "/golden/checkpoint-v3-episodes.agent";

    @Test
    void versionOneIsReadAsItWasWritten() throws IOException {
        Checkpoint checkpoint = CheckpointCodec.decode(golden(ONE), ONE);
        assertIsWhatTheFirstTwoVersionsHold(checkpoint);
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
        assertEquals(12, checkpoint.state().optimizerSteps());
        assertEquals(8, checkpoint.state().optimizerMemory().size());
        assertArrayEquals(
                new float[] {1.5f, -1.625f, 1.75f},
                checkpoint.state().optimizerMemory().get(7));
    }

    @Test
    void versionOnesPartialBatchIsReadAsItWasWritten() throws IOException {
        Map<Integer, Trajectory> batch =
                CheckpointCodec.decode(golden(ONE), ONE).state().partialBatch();
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
                new ForwardPass(CheckpointCodec.decode(golden(ONE), ONE).network());
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
    void versionOneHasTheSettingsThatItCouldNotName() throws IOException {
        Checkpoint checkpoint = CheckpointCodec.decode(golden(ONE), ONE);
        assertEquals(LearnerConfig.Algorithm.REINFORCE, checkpoint.learner().algorithm());
        assertEquals(Critic.NONE, checkpoint.spec().critic());
        assertEquals(RateSchedule.CONSTANT, checkpoint.learner().schedule());
        assertEquals(0, checkpoint.learner().miniBatch());
        assertFalse(checkpoint.learner().optimizer().sparse());
        assertEquals(List.of(), checkpoint.state().games());
        assertEquals(Optional.empty(), checkpoint.best());
    }

    @Test
    void trainingGoesOnFromVersionOne() throws IOException {
        Checkpoint checkpoint = CheckpointCodec.decode(golden(ONE), ONE);
        try (Trainer trainer = trainer(checkpoint)) {
            // The numbers were chosen without regard to their meaning; Adam's second half are squares.
            for (float[] squares : checkpoint.state().optimizerMemory().subList(4, 8)) {
                for (int i = 0; i < squares.length; i++) {
                    squares[i] = Math.abs(squares[i]);
                }
            }
            trainer.restore(checkpoint.state());
            assertEquals(12, trainer.updates());
            assertEquals(122, trainer.episodes(), "two of the next batch are there");
            UpdateReport report = trainer.update(10, () -> false).orElseThrow();
            assertEquals(13, report.update());
            assertEquals(130, report.episodes());
            assertEquals(
                    List.of(0.0 - 1, 0.0),
                    List.of(
                            report.finished().get(1).score(),
                            report.finished().get(4).score()));
            TrainerState state = trainer.state();
            assertEquals(13, state.optimizerSteps());
            // Adam had no steps of lines: twelve for each, and one more.
            assertEquals(9, state.optimizerMemory().size());
            for (float steps : state.optimizerMemory().get(8)) {
                assertEquals(13, steps);
            }
            Checkpoint next = new Checkpoint(
                    checkpoint.game(),
                    checkpoint.gameSettings(),
                    checkpoint.learner(),
                    checkpoint.seed(),
                    checkpoint.spec(),
                    state,
                    Optional.empty(),
                    0);
            byte[] bytes = CheckpointCodec.encode(next);
            assertArrayEquals(bytes, CheckpointCodec.encode(CheckpointCodec.decode(bytes, "next")));
        }
    }

    @Test
    void versionTwoIsReadAsItWasWritten() throws IOException {
        Checkpoint checkpoint = CheckpointCodec.decode(golden(TWO), TWO);
        assertIsWhatTheFirstTwoVersionsHold(checkpoint);
        Map<String, String> learner = LearnerSettings.write(checkpoint.learner());
        assertEquals("actor-critic", learner.get("algorithm"));
        assertEquals("separate", learner.get("critic"));
        assertEquals("3", learner.get("games"));
        assertEquals("128", learner.get("rollout"));
        assertEquals("4", learner.get("passes"));
        assertEquals("2", learner.get("value-passes"));
        assertEquals("5.0E-4", learner.get("value-rate"));
        assertEquals("0.03", learner.get("max-kl"));
        assertEquals("true", learner.get("decisive-only"));
        assertEquals("true", learner.get("sparse-optimizer"));
        assertEquals("64", learner.get("mini-batch"));
        assertEquals("1000", learner.get("rate-hold"));
        assertEquals("200000", learner.get("rate-end"));
        assertEquals("0.1", learner.get("rate-floor"));
        assertEquals(192, checkpoint.state().optimizerSteps());
        assertEquals(17, checkpoint.state().optimizerMemory().size());
        assertArrayEquals(new float[] {1}, checkpoint.state().parameters().get(7));
        assertArrayEquals(new float[] {3}, checkpoint.state().optimizerMemory().get(15));
        assertArrayEquals(
                new float[] {96, 0, 1, 33, 96, 96, 96, 96, 96, 96, 96, 0, 1, 33, 96, 96, 96, 96},
                checkpoint.state().optimizerMemory().get(16));
        assertEquals(Optional.of(new HeldOutScore(30_000, 40, -3.25, 0.5)), checkpoint.best());
    }

    @Test
    void versionTwosGamesAreReadAsTheyWereWritten() throws IOException {
        List<GameProgress> games =
                CheckpointCodec.decode(golden(TWO), TWO).state().games();
        assertEquals(3, games.size());
        assertEquals(0, games.get(0).episode());
        assertArrayEquals(new int[] {0, 1, 2, 2}, games.get(0).choices());
        assertEquals(41, games.get(1).episode());
        assertArrayEquals(new int[0], games.get(1).choices());
        assertEquals(7_000_000_000L, games.get(2).episode());
        assertArrayEquals(new int[] {2}, games.get(2).choices());
    }

    @Test
    void versionTwosPolicyAndValueAreWhatTheyWere() throws IOException {
        ForwardPass pass =
                new ForwardPass(CheckpointCodec.decode(golden(TWO), TWO).network());
        // Without observation the hidden units are tanh of their biases, 2/8 … and 6/8 ….
        float[] logits = pass.forward(new SparseVector(5));
        double[] biases = {4, -5, 6};
        double value = 8;
        for (int action = 0; action < 3; action++) {
            double expected = biases[action];
            for (int unit = 0; unit < 4; unit++) {
                int place = unit * 3 + action;
                expected += ramp(unit, 2, 8) * ramp(place, 3, 1);
            }
            assertEquals(expected / 8, logits[action], 1e-6);
        }
        for (int unit = 0; unit < 4; unit++) {
            value += ramp(unit, 6, 8) * ramp(unit, 7, 1);
        }
        assertEquals(value / 8, pass.value(), 1e-6);
    }

    @Test
    void trainingGoesOnFromVersionTwo() throws IOException {
        Checkpoint checkpoint = CheckpointCodec.decode(golden(TWO), TWO);
        try (Trainer trainer = trainer(checkpoint)) {
            trainer.restore(checkpoint.state());
            assertEquals(13, trainer.update(1, () -> false).orElseThrow().update());
            assertTrue(trainer.state().optimizerSteps() > 192);
        }
    }

    @Test
    void versionThreeIsReadAsItWasWritten() throws IOException {
        Checkpoint checkpoint = CheckpointCodec.decode(golden(THREE), THREE);
        assertEquals("cave", checkpoint.game());
        assertEquals(Map.of("gravity", "9.81", "name", "Höhle"), checkpoint.gameSettings());
        assertEquals(-8_765_432_109_876L, checkpoint.seed());
        assertEquals(
                new ObservationSpec(List.of("height", "speed"), List.of(new ImageSpec("cave", 2, 1)), 1, 2, true),
                checkpoint.observations());
        assertEquals(
                new ActionSpec(List.of(3, 2), List.of(new ValueRange(-0.5f, 2))),
                checkpoint.spec().actions());
        assertEquals(9, checkpoint.spec().inputs());
        assertEquals(4, checkpoint.spec().normalised());
        assertEquals(2, checkpoint.spec().events());
        assertEquals(7, checkpoint.spec().logits());
        Map<String, String> learner = LearnerSettings.write(checkpoint.learner());
        assertEquals("actor-critic", learner.get("algorithm"));
        assertEquals("true", learner.get("scale-rewards"));
        assertEquals("0.25", learner.get("event-weight"));
        assertEquals("gaussian", learner.get("input-init"));
        TrainerState state = checkpoint.state();
        assertEquals(12, state.updates());
        assertEquals(120, state.episodes());
        assertEquals(34_567, state.decisions());
        assertEquals(List.of(-21.0, -20.5, 3.0), state.recentScores());
        assertEquals(192, state.optimizerSteps());
        assertArrayEquals(
                new float[] {0.5f, -0.625f, 0.75f, -0.875f, 1, -1.125f, 1.25f, -1.375f, 1.5f},
                state.parameters().get(3));
        assertEquals(List.of(40.0, 0.5, -1.0, 1.5, -2.0, 10.0, 40.0, 90.0, 160.0), state.inputMoments());
        assertEquals(List.of(50.0, -0.75, 200.0), state.returnMoments());
        assertEquals(Optional.of(new HeldOutScore(30_000, 40, -3.25, 0.5)), checkpoint.best());
        assertEquals(30_000, checkpoint.evaluatedAt());
    }

    @Test
    void versionThreesGamesAreReadAsTheyWereWritten() throws IOException {
        List<GameProgress> games =
                CheckpointCodec.decode(golden(THREE), THREE).state().games();
        assertEquals(3, games.size());
        assertEquals(0, games.get(0).episode());
        assertArrayEquals(new int[] {0, 1, 2, 0}, games.get(0).choices());
        assertArrayEquals(new float[] {0.25f, -3}, games.get(0).values());
        assertEquals(41, games.get(1).episode());
        assertArrayEquals(new int[0], games.get(1).choices());
        assertArrayEquals(new float[0], games.get(1).values());
        assertEquals(7_000_000_000L, games.get(2).episode());
        assertArrayEquals(new int[] {2, 1}, games.get(2).choices());
        assertArrayEquals(new float[] {1.5f}, games.get(2).values());
    }

    @Test
    void versionThreesPolicySeesNormalisedInputsAsItDid() throws IOException {
        ForwardPass pass =
                new ForwardPass(CheckpointCodec.decode(golden(THREE), THREE).network());
        SparseVector seen = new SparseVector(9);
        seen.add(0, 2);
        seen.add(3, -4);
        seen.add(6, 5);
        float[] logits = pass.forward(seen).clone();
        // Deviations are 0.5, 1, 1.5 and 2, means as many, every other one negative; the others pass as they are.
        double[] inputs = {3, 1, -1, -1, 0, 0, 5, 0, 0};
        float[] dense = new float[9];
        pass.input().toDense(dense);
        for (int i = 0; i < 9; i++) {
            assertEquals(inputs[i], dense[i], 1e-6);
        }
        for (int output = 0; output < 7; output++) {
            double expected = ramp(output, 4, 1);
            for (int unit = 0; unit < 4; unit++) {
                double sum = ramp(unit, 2, 1);
                for (int i = 0; i < 9; i++) {
                    sum += inputs[i] * ramp(i * 4 + unit, 1, 1);
                }
                expected += Math.tanh(sum / 8) * ramp(unit * 9 + output, 3, 1);
            }
            assertEquals(expected / 8, logits[output], 1e-5);
        }
    }

    @Test
    void versionThreesPartialBatchIsReadAsItWasWritten() throws IOException {
        Checkpoint checkpoint = CheckpointCodec.decode(golden(EPISODES), EPISODES);
        assertEquals(LearnerConfig.Algorithm.REINFORCE, checkpoint.learner().algorithm());
        assertEquals(0, checkpoint.spec().normalised());
        Map<Integer, Trajectory> batch = checkpoint.state().partialBatch();
        assertEquals(Set.of(0, 7), batch.keySet());
        Trajectory free = batch.get(0);
        assertEquals(1, free.length());
        assertFalse(free.masked());
        Action action = new Action(checkpoint.spec().actions());
        free.action(0, action);
        assertEquals("choices [1, 0] values [0.75]", action.toString());
        Trajectory masked = batch.get(7);
        assertEquals(2, masked.length());
        assertTrue(masked.masked());
        ActionMask mask = new ActionMask(checkpoint.spec().actions());
        masked.mask(0, mask);
        assertFalse(mask.any());
        masked.mask(1, mask);
        assertFalse(mask.isAllowed(0, 0));
        assertTrue(mask.isAllowed(0, 1));
        assertTrue(mask.isAllowed(0, 2));
        assertFalse(mask.isAllowed(1, 0));
        assertTrue(mask.isAllowed(1, 1));
        masked.action(1, action);
        assertEquals(2, action.choice(0));
        assertEquals(1, action.choice(1));
        assertEquals(-0.75f, action.unsquashed(0));
        assertEquals(2.5f, masked.reward(1));
        assertTrue(masked.cut(1));
        SparseVector row = new SparseVector(9);
        masked.observations().get(1, row);
        float[] dense = new float[9];
        row.toDense(dense);
        assertArrayEquals(new float[] {0, 0, 0.5f, 0, 0, 0, 0, 0, -4}, dense);
    }

    @Test
    void theSameContentStillGivesTheSameBytes() throws IOException {
        assertEquals(3, CheckpointCodec.VERSION, "a new version needs golden files of its own");
        assertArrayEquals(golden(THREE), CheckpointCodec.encode(GoldenCheckpoint.make()));
        assertArrayEquals(golden(EPISODES), CheckpointCodec.encode(GoldenCheckpoint.makeEpisodes()));
    }

    private static void assertIsWhatTheFirstTwoVersionsHold(Checkpoint checkpoint) {
        assertEquals("ale", checkpoint.game());
        assertEquals(
                Map.of("frame-skip", "2-4", "sticky", "0.25", "noops", "30", "actions", "3"),
                checkpoint.gameSettings());
        assertEquals(-8_765_432_109_876L, checkpoint.seed());
        assertEquals(5, checkpoint.spec().inputs());
        assertEquals(ActionSpec.discrete(3), checkpoint.spec().actions());
        assertEquals(ObservationSpec.features(5), checkpoint.observations());
        assertEquals(0, checkpoint.spec().normalised());
        assertEquals(List.of(), checkpoint.state().inputMoments());
        assertEquals(List.of(), checkpoint.state().returnMoments());
        assertFalse(checkpoint.learner().actorCritic().scaleRewards());
        assertEquals(12, checkpoint.state().updates());
        assertEquals(120, checkpoint.state().episodes());
        assertEquals(34_567, checkpoint.state().decisions());
        assertEquals(List.of(-21.0, -20.5, 3.0), checkpoint.state().recentScores());
        assertArrayEquals(
                new float[] {0.5f, -0.625f, 0.75f},
                checkpoint.state().parameters().get(3));
    }

    /** Eighths with alternating signs, the hidden ones behind their activation. */
    private static double ramp(int index, int start, int divisor) {
        double number = (index % 2 == 0 ? 1.0 : -1.0) * (start + index) / divisor;
        return divisor == 8 ? Math.tanh(number) : number;
    }

    private static Trainer trainer(Checkpoint checkpoint) {
        return new Trainer(checkpoint.learner(), checkpoint.seed(), () -> new BanditEnvironment(5, 3, 20, 20), 1, 1);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = GoldenCheckpointTest.class.getResourceAsStream(name)) {
            assertTrue(file != null, name + " is missing");
            return file.readAllBytes();
        }
    }
}
