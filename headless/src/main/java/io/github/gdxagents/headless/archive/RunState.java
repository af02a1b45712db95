package io.github.gdxagents.headless.archive;

import io.github.gdxagents.headless.run.BoundedText;
import io.github.gdxagents.headless.run.Life;
import io.github.gdxagents.headless.run.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What became of a run. */
public enum RunState {
    /** A process works on it. */
    RUNNING,
    /** It has reached a limit. */
    DONE,
    /** The user stopped it. */
    STOPPED,
    /** Something went wrong, and it said what. */
    FAILED,
    /** It has no end, and nobody works on it: its process was killed, or the machine went down. */
    KILLED;

    /** So much of the log of a run of an older version is read. */
    private static final int MOST_LOG = 64 << 10;

    /**
     * As users read it.
     *
     * @return for example {@code done}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What became of a run. No clock has a say in it: lives follow each other as they stand in their file, and whether somebody works on
     * the run is known by the run's lock.
     *
     * @param folder of the run
     * @param lives all that it has had, in their order; empty: an older version has not kept them, and its log is asked
     */
    static RunState of(Path folder, List<Life> lives) {
        if (lives.isEmpty()) {
            return RunDirectory.isWorkedOn(folder) ? RUNNING : ofLog(folder);
        }
        Life last = lives.get(lives.size() - 1);
        // This process knows of its own run what it wrote, and must not touch the lock: it would lose it.
        boolean ours = last.process().equals(Life.thisProcess());
        if (ours ? last.end().isEmpty() : RunDirectory.isWorkedOn(folder)) {
            return RUNNING;
        }
        return last.end().map(end -> of(end.ending())).orElse(KILLED);
    }

    private static RunState of(Life.Ending ending) {
        return switch (ending) {
            case LIMIT -> DONE;
            case STOPPED -> STOPPED;
            case FAILED -> FAILED;
        };
    }

    private static RunState ofLog(Path folder) {
        RunState state = KILLED;
        for (String line : BoundedText.read(folder.resolve(RunDirectory.LOG), 0, MOST_LOG)
                .lines()
                .toList()) {
            if (line.startsWith("run folder ")) {
                state = KILLED;
            } else if (line.startsWith("done after ")) {
                state = DONE;
            } else if (line.startsWith("stopped after ")) {
                state = STOPPED;
            }
        }
        return state;
    }
}
