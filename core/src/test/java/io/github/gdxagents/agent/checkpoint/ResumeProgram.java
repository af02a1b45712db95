package io.github.gdxagents.agent.checkpoint;

import io.github.gdxagents.agent.learn.Trainer;
import java.nio.file.Path;

/** What a new process does to go on: reads a checkpoint, trains, writes a checkpoint. */
final class ResumeProgram {

    private ResumeProgram() {}

    /** Arguments: the checkpoint to read, the one to write, up to which update to train. */
    public static void main(String[] args) {
        Checkpoint before = CheckpointFiles.read(Path.of(args[0]));
        try (Trainer trainer = SmallRun.trainer(before.learner(), before.seed(), 3, 2)) {
            trainer.restore(before.state());
            SmallRun.trainTo(trainer, Long.parseLong(args[2]));
            CheckpointFiles.write(SmallRun.checkpoint(trainer, before.learner(), before.seed()), Path.of(args[1]));
        }
    }
}
