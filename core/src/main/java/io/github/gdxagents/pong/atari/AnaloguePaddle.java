package io.github.gdxagents.pong.atari;

/**
 * A paddle behind a turning knob (docs/atari-pong.md §3): an action turns the knob, the console measures the knob in every
 * second frame, smooths what it measured, and shows the result one frame later. Hence the paddle's inertia and delay.
 *
 * <p>Positions are in court units: one unit is one screen row, 109 is where the paddle rests, smaller is higher.
 */
final class AnaloguePaddle {

    /** Bits of {@link #pack()}. */
    static final int BITS = 36;

    private static final int REST_RESISTANCE = 408_823;
    private static final int REST_POSITION = 109;
    private static final int LEAST_RESISTANCE = 27_450;
    private static final int MOST_RESISTANCE = 790_196;
    /** §3: what a frame of "up" or "down" changes. */
    static final int TURN = 23_000;

    /** Screen rows that a frame's turn moves the knob's reading by: see {@link #reading}. */
    static final double FULL_SPEED = 2.0 * 1904 * TURN / 15_200_000;

    /** Screen rows that the paddle covers. */
    static final int ROWS = 16;

    private int resistance;
    private int smoothed;
    private int position;

    /** §9: after a reset the knob is near its middle and the paddle at rest. */
    void reset() {
        resistance = REST_RESISTANCE;
        smoothed = REST_POSITION;
        position = REST_POSITION;
    }

    /** §3: turns the knob, as far as its stops; a console's action by {@link #TURN}, up or down. */
    void turn(int change) {
        resistance = Math.max(LEAST_RESISTANCE, Math.min(MOST_RESISTANCE, resistance + change));
    }

    /** §3: what is shown is the smoothed value that the frame before left behind. */
    void show() {
        position = smoothed;
    }

    /** §3: a measured frame moves the smoothed value half the way to the reading, rounded up the screen. */
    void measure() {
        smoothed = (smoothed + reading()) >> 1;
    }

    /** §3: what the console measures for the knob: a straight line in even numbers, cut off at 38 and 204. */
    int reading() {
        return Math.max(38, Math.min(204, 2 * ((1904 * resistance + 59_052_000) / 15_200_000)));
    }

    /** Where the paddle is shown, in court units: 38 to 203. */
    int position() {
        return position;
    }

    /** §2: the first screen row of the paddle, always even; rows above 34 are hidden. */
    int top() {
        return position + (position & 1) - 14;
    }

    /** §6: whether the rows of a ball at height y, taken as starting on an even row, meet the paddle's rows. */
    boolean touches(int y) {
        int ballTop = (y & ~1) - 14;
        return ballTop < top() + ROWS && ballTop + AtariCourt.BALL_ROWS > top();
    }

    void copyFrom(AnaloguePaddle other) {
        resistance = other.resistance;
        smoothed = other.smoothed;
        position = other.position;
    }

    /** The whole state in the low {@value #BITS} bits. */
    long pack() {
        return (long) resistance << 16 | (long) smoothed << 8 | position;
    }

    /** Takes over the low {@value #BITS} bits; higher ones are ignored. */
    void unpack(long packed) {
        resistance = (int) (packed >>> 16) & 0xF_FFFF;
        smoothed = (int) (packed >>> 8) & 0xFF;
        position = (int) packed & 0xFF;
    }
}
