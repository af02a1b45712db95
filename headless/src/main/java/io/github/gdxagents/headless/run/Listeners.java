package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.UpdateReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All who are told of a run, in the order in which they were added. Where one cannot take what it is told, as on a full disk, those
 * behind it are not told either, and {@link #again()} goes on with that one. One thread at a time.
 */
final class Listeners implements RunListener {

    private final List<RunListener> all = new ArrayList<>();
    private Consumer<RunListener> news = listener -> {};
    private int told;

    /** Adds one, and gives it back. */
    <L extends RunListener> L add(L listener) {
        all.add(listener);
        told = all.size();
        return listener;
    }

    @Override
    public void updated(UpdateReport report, double seconds) {
        tell(listener -> listener.updated(report, seconds));
    }

    @Override
    public void evaluated(HeldOutScore score, long updates, double seconds, boolean best) {
        tell(listener -> listener.evaluated(score, updates, seconds, best));
    }

    private void tell(Consumer<RunListener> what) {
        news = what;
        told = 0;
        again();
    }

    /** Tells those the last news that have not heard them. */
    void again() {
        while (told < all.size()) {
            news.accept(all.get(told));
            told++;
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
