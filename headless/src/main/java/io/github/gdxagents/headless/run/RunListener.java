package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.UpdateReport;

/** Is told what happens in a run, on the thread that trains: whoever takes long holds it up. */
public interface RunListener extends AutoCloseable {

    /**
     * A life of the run begins, after everyone was opened.
     *
     * @param updates that it goes on from; 0: from the start
     * @param decisions learned from until then
     * @param seconds of training so far, over all earlier lives
     */
    default void begun(long updates, long decisions, double seconds) {}

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

    /** This life of the run is over, however it ended. */
    @Override
    default void close() {}

    /** Makes the listeners of a life once it is known where it goes on. */
    interface Opener {

        /**
         * Opens a listener.
         *
         * @param updates that the run goes on from; 0: it begins. What was told of later ones will be told again
         * @param evaluatedAt decisions at which the last evaluation was made that counts, 0 or more; the same of later ones
         * @return the listener, closed by the run
         */
        RunListener open(long updates, long evaluatedAt);
    }
}
