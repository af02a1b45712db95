package io.github.gdxagents.agent;

/**
 * Says at which fixed ticks of a game a decision is due: at the first one of an episode, then at every n-th. In between the last
 * action goes on. One thread at a time.
 *
 * <pre>{@code
 * if (clock.tick()) {
 *     … // look, decide
 * }
 * … // carry the action out for one tick
 * }</pre>
 */
public final class DecisionClock {

    private final int ticks;
    private int left;

    /**
     * A clock that stands at the beginning of an episode.
     *
     * @param ticks the decision period: fixed ticks from one decision to the next, 1 or more
     */
    public DecisionClock(int ticks) {
        if (ticks < 1) {
            throw new IllegalArgumentException("ticks must be 1 or more, but was " + ticks);
        }
        this.ticks = ticks;
    }

    /** An episode begins: a decision is due at the next tick. */
    public void begin() {
        left = 0;
    }

    /**
     * Takes notice of a tick that is about to be played.
     *
     * @return whether a decision is due before it
     */
    public boolean tick() {
        boolean due = left == 0;
        left = (due ? ticks : left) - 1;
        return due;
    }
}
