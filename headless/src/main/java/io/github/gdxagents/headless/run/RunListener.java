package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.UpdateReport;
import java.util.Optional;

/** Is told what happens in a run, on the thread that trains: whoever takes long holds it up. */
public interface RunListener extends AutoCloseable {

    /**
     * An update was made.
     *
     * @param report what it did
     * @param seconds of training so far, over all lives of the run
     */
    default void updated(UpdateReport report, double seconds) {}

    /**
     * The run has looked how good it is.
     *
     * @param score in fresh episodes
     * @param updates made so far
     * @param seconds of training so far, over all lives of the run
     * @param best whether the score takes the place of the best one
     */
    default void evaluated(HeldOutScore score, long updates, double seconds, boolean best) {}

    /** A checkpoint is about to be written: what was told so far has to be on the disk before it, as it will not be told again. */
    default void force() {}

    /** This life of the run is over, however it ended. */
    @Override
    default void close() {}

    /**
     * Where a life of a run begins. What was told of later updates and evaluations will be told again.
     *
     * @param updates made so far; 0: the run begins
     * @param decisions learned from so far
     * @param episodes finished so far
     * @param seconds of training so far
     * @param evaluatedAt decisions at which the last evaluation was made that counts, 0 or more
     * @param best the best held-out score so far
     */
    record Start(
            long updates,
            long decisions,
            long episodes,
            double seconds,
            long evaluatedAt,
            Optional<HeldOutScore> best) {}

    /** Makes the listeners of a life once it is known where it goes on. */
    interface Opener {

        /**
         * Opens a listener.
         *
         * @param start where the life begins
         * @return the listener, closed by the run
         */
        RunListener open(Start start);
    }
}
