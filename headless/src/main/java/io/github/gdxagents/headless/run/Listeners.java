package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.UpdateReport;
import java.util.ArrayList;
import java.util.List;

/** All who are told of a run, in the order in which they were added. One thread at a time. */
final class Listeners implements RunListener {

    private final List<RunListener> all = new ArrayList<>();

    /** Adds one, and gives it back. */
    <L extends RunListener> L add(L listener) {
        all.add(listener);
        return listener;
    }

    @Override
    public void updated(UpdateReport report, double seconds) {
        for (RunListener listener : all) {
            listener.updated(report, seconds);
        }
    }

    @Override
    public void evaluated(HeldOutScore score, long updates, double seconds, boolean best) {
        for (RunListener listener : all) {
            listener.evaluated(score, updates, seconds, best);
        }
    }

    @Override
    public void force() {
        for (RunListener listener : all) {
            listener.force();
        }
    }

    /** Closes all, also where closing one fails; the first failure is thrown then. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (RunListener listener : all) {
            try {
                listener.close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
