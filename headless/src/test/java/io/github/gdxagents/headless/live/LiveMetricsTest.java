package io.github.gdxagents.headless.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.headless.run.RunListener;
import io.github.gdxagents.headless.run.SmallCheckpoint;
import io.github.gdxagents.headless.run.SmallReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveMetricsTest {

    private static final RunListener.Start RESUMED =
            new RunListener.Start(10, 6400, 40, 8, 6000, Optional.of(new HeldOutScore(6000, 20, 3.5, 0.25)));

    @TempDir
    Path folder;

    private LiveMetrics metrics;

    @BeforeEach
    void make() {
        metrics = new LiveMetrics(folder, SmallCheckpoint.config(), "gdx-agents 1 \"x\"");
    }

    @Test
    void beforeTheRunBeginsThereIsWhatRunsAndTheMachine() {
        assertHas("gdx_agents_run_info{environment=\"ale\",preset=\"karpathy\",seed=\"7\","
                + "version=\"gdx-agents 1 \\\"x\\\"\"} 1");
        assertTrue(metrics.text().matches("(?s).*\njvm_memory_used_bytes\\{area=\"heap\"} [1-9][.0-9E]+\n.*"));
        assertFalse(metrics.text().contains("decisions_total"), metrics.text());
    }

    @Test
    void resumedRunBeginsWithItsOwnNumbers() {
        metrics.begin(RESUMED);
        assertHas("gdx_agents_decisions_total 6400.0");
        assertHas("gdx_agents_episodes_total 40.0");
        assertHas("gdx_agents_updates_total 10.0");
        assertHas("gdx_agents_training_seconds_total 8.0");
        assertHas("gdx_agents_held_out_score{which=\"best\"} 3.5");
        assertFalse(metrics.text().contains("which=\"last\""), metrics.text());
        assertFalse(metrics.text().contains("decisions_per_second"), metrics.text());
    }

    @Test
    void updateIsTold() {
        metrics.begin(RESUMED).updated(SmallReport.everything(), 12);
        assertHas("gdx_agents_decisions_total 34567.0");
        assertHas("gdx_agents_episodes_total 120.0");
        assertHas("gdx_agents_updates_total 12.0");
        assertHas("gdx_agents_training_seconds_total 12.0");
        assertHas("gdx_agents_decisions_per_second 7041.75");
        assertHas("gdx_agents_mean_score{episodes=\"20\"} -19.5");
        assertHas("gdx_agents_mean_score{episodes=\"100\"} -20.125");
        assertHas("gdx_agents_policy_entropy 1.791759469");
        assertHas("gdx_agents_policy_kl 0.00456789");
        assertHas("gdx_agents_gradient_norm 35.4886123");
        assertHas("gdx_agents_value_loss 0.98765432");
    }

    @Test
    void numberThatIsNoneHasNoSample() {
        metrics.begin(RESUMED).updated(SmallReport.withoutCritic(11, 6464), 9);
        assertHas("gdx_agents_policy_loss -0.5");
        assertFalse(metrics.text().contains("value_loss"), metrics.text());
        assertFalse(metrics.text().contains("NaN"), metrics.text());
    }

    @Test
    void bestHeldOutScoreStaysUntilItIsBeaten() {
        metrics.begin(RESUMED).evaluated(new HeldOutScore(7000, 20, 2, 0.5), 11, 9, false);
        assertHas("gdx_agents_held_out_score{which=\"last\"} 2.0");
        assertHas("gdx_agents_held_out_standard_error{which=\"last\"} 0.5");
        assertHas("gdx_agents_held_out_score{which=\"best\"} 3.5");
        metrics.evaluated(new HeldOutScore(8000, 20, 9, 0.5), 12, 10, true);
        assertHas("gdx_agents_held_out_score{which=\"best\"} 9.0");
        assertHas("gdx_agents_held_out_decisions{which=\"best\"} 8000.0");
    }

    @Test
    void newestCheckpointsTimeIsTold() throws IOException {
        metrics.begin(RESUMED);
        assertFalse(metrics.text().contains("checkpoint"), metrics.text());
        Path checkpoints = Files.createDirectory(folder.resolve(CheckpointFiles.FOLDER));
        Files.writeString(checkpoints.resolve("000001.agent"), "x");
        Path newest = Files.writeString(checkpoints.resolve("000002.agent"), "x");
        Files.setLastModifiedTime(newest, FileTime.fromMillis(12_500));
        assertHas("gdx_agents_checkpoint_timestamp_seconds 12.5");
    }

    private void assertHas(String line) {
        assertEquals(1, metrics.text().lines().filter(line::equals).count(), () -> line + " in " + metrics.text());
    }
}
