package io.github.gdxagents.agent.random;

/**
 * A stream of random numbers whose whole state is one {@code long}: SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), the algorithm of {@link java.util.SplittableRandom} with its default gamma.
 *
 * <p>It exists because a run must give the same bytes on every Java version: the JDK promises its generators' contracts but
 * not how they turn bits into bounded or Gaussian numbers (see {@code docs/adr/0002-own-random-stream.md}). One thread at a
 * time; nothing is allocated after construction.
 */
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    private long state;

    /**
     * A stream that is determined by its seed alone.
     *
     * @param seed any number; near seeds give unrelated streams
     */
    public RandomStream(long seed) {
        this.state = seed;
    }

    /**
     * The next 64 random bits.
     *
     * @return any {@code long}, each equally likely
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /**
     * A number in the unit interval.
     *
     * @return 0 (inclusive) to 1 (exclusive), a multiple of 2⁻⁵³
     */
    public double uniform() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /**
     * A whole number below a bound; every stream spends one 64-bit draw on it. The bias is under bound / 2³².
     *
     * @param bound 1 or more
     * @return 0 (inclusive) to bound (exclusive)
     */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be 1 or more, but was " + bound);
        }
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /**
     * A number from the standard normal distribution, by the method of Box and Muller (1958), in {@link StrictMath} so that all
     * machines agree.
     *
     * @return mean 0, variance 1
     */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /**
     * A number from the standard normal distribution, by the polar method of Marsaglia and Bray (1964): a few draws, no cosine.
     * {@link StrictMath#cos}, which {@link #gaussian} needs, allocates on some Java versions; this allocates nothing. The two give
     * different numbers.
     *
     * @return mean 0, variance 1
     */
    public double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /**
     * A number in which every bit depends on every bit of another one; two that differ give two that differ.
     *
     * @param number any number
     * @return the number that belongs to it
     */
    public static long hash(long number) {
        return mix(number);
    }

    /**
     * Shuffles the beginning of a list (Fisher and Yates, 1938), every order equally likely; one draw for each entry but one.
     *
     * @param list shuffled in place
     * @param count how many entries of it, 0 or more; those behind stay where they are
     */
    public void shuffle(int[] list, int count) {
        for (int k = count - 1; k > 0; k--) {
            int other = below(k + 1);
            int swapped = list[k];
            list[k] = list[other];
            list[other] = swapped;
        }
    }

    /** The finalising permutation of SplitMix64 (Stafford's variant 13): every bit of the input reaches every bit of the output. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
