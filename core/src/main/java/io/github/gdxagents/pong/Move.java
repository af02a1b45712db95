package io.github.gdxagents.pong;

/**
 * What a player does during one tick: how fast the paddle shall go, in 127 steps, and whether the button is held. A ball that is
 * hit with the button held flies off faster. Immutable; {@link #of} gives shared instances, so that moves cost nothing.
 *
 * @param level −{@value #FULL} (up, as fast as the court allows) to {@value #FULL} (down, as fast); 0 stays
 * @param fire whether the button is held
 */
public record Move(int level, boolean fire) {

    /** The level of full speed. */
    public static final int FULL = 63;

    /** How many moves there are. */
    private static final int COUNT = 2 * (2 * FULL + 1);

    private static final Move[] ALL = all();

    /** Nothing. */
    public static final Move STAY = of(0, false);

    /** Up, at full speed. */
    public static final Move UP = of(-FULL, false);

    /** Down, at full speed. */
    public static final Move DOWN = of(FULL, false);

    /**
     * Checks the range.
     *
     * @param level −{@value #FULL} (up, as fast as the court allows) to {@value #FULL} (down, as fast); 0 stays
     * @param fire whether the button is held
     */
    public Move {
        if (level < -FULL || level > FULL) {
            throw new IllegalArgumentException("level must be from " + -FULL + " to " + FULL + ", but was " + level);
        }
    }

    private static Move[] all() {
        Move[] all = new Move[COUNT];
        for (int code = 0; code < COUNT; code++) {
            all[code] = new Move(code / 2 - FULL, code % 2 == 1);
        }
        return all;
    }

    /**
     * A move, without making a new one.
     *
     * @param level −{@value #FULL} to {@value #FULL}
     * @param fire whether the button is held
     * @return the shared instance
     */
    public static Move of(int level, boolean fire) {
        if (level < -FULL || level > FULL) {
            throw new IllegalArgumentException("level must be from " + -FULL + " to " + FULL + ", but was " + level);
        }
        return ALL[2 * (level + FULL) + (fire ? 1 : 0)];
    }

    /**
     * The nearest move to a wish.
     *
     * @param speed −1 (up, as fast as the court allows) to 1 (down, as fast); beyond that the same as the end; NaN stays
     * @param fire whether the button is held
     * @return the shared instance
     */
    public static Move atSpeed(double speed, boolean fire) {
        return of((int) Math.round(Math.max(-1, Math.min(1, speed)) * FULL), fire);
    }

    /**
     * This move as a number for files.
     *
     * @return 0 to 253
     */
    public int code() {
        return 2 * (level + FULL) + (fire ? 1 : 0);
    }

    /**
     * The move with a number.
     *
     * @param code what {@link #code()} gave
     * @return the shared instance
     * @throws IllegalArgumentException if no move has this number
     */
    public static Move ofCode(int code) {
        if (code < 0 || code >= COUNT) {
            throw new IllegalArgumentException("code must be from 0 to " + (COUNT - 1) + ", but was " + code);
        }
        return ALL[code];
    }
}
