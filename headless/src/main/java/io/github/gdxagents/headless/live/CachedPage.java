package io.github.gdxagents.headless.live;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A text that is made anew only where it is asked for and old, by one thread at a time: however many ask, making it takes no more of
 * the machine than its one thread, and less where it is made fast. Safe for threads.
 */
final class CachedPage {

    private final PageSource source;
    private final long freshNanos;
    private final LongSupplier nanos;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made last;

    private record Made(String text, long at) {}

    /**
     * A page.
     *
     * @param freshNanos how long a text is shown before it is made anew
     * @param nanos a time that goes by, in nanoseconds from anywhere
     */
    CachedPage(PageSource source, long freshNanos, LongSupplier nanos) {
        this.source = source;
        this.freshNanos = freshNanos;
        this.nanos = nanos;
    }

    /**
     * The text. While one thread makes a new one, the others get the old one, and wait only where there is
     * none yet.
     */
    String text() {
        Made made = last;
        if (made != null && isFresh(made)) {
            return made.text;
        }
        if (made == null) {
            making.lock();
        } else if (!making.tryLock()) {
            return made.text;
        }
        try {
            Made meanwhile = last;
            if (meanwhile != null && isFresh(meanwhile)) {
                return meanwhile.text;
            }
            String text = source.text();
            last = new Made(text, nanos.getAsLong());
            return text;
        } finally {
            making.unlock();
        }
    }

    private boolean isFresh(Made made) {
        return nanos.getAsLong() - made.at < freshNanos;
    }
}
