package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.space.Action;
import java.util.concurrent.atomic.AtomicInteger;

/** A bandit that breaks after some decisions, and counts how many of its kind are open. */
final class FailingEnvironment extends BanditEnvironment {

    private final AtomicInteger open;
    private final RuntimeException failure;
    private int left;

    FailingEnvironment(AtomicInteger open, int decisions, RuntimeException failure) {
        super(4, 3, 20, 200);
        this.open = open;
        this.left = decisions;
        this.failure = failure;
        open.incrementAndGet();
    }

    @Override
    public Outcome step(Action action) {
        if (left-- == 0) {
            throw failure;
        }
        return super.step(action);
    }

    @Override
    public void close() {
        open.decrementAndGet();
    }
}
