package io.github.gdxagents.headless.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The points of a curve, each with the range that its value may lie in. Immutable. */
public final class Points {

    /** What is larger is no score, and no axis can show it. */
    private static final double LARGEST = 1e30;

    private final double[] x;
    private final double[] y;
    private final double[] low;
    private final double[] high;

    private Points(double[] x, double[] y, double[] low, double[] high) {
        this.x = x;
        this.y = y;
        this.low = low;
        this.high = high;
    }

    /**
     * Points without a range.
     *
     * @param x such as decisions
     * @param y such as scores, as many; a point with a number that is not finite, or beyond 1e30, is left out
     * @return the points
     */
    public static Points of(double[] x, double[] y) {
        return of(x, y, y, y);
    }

    /**
     * Points with a range.
     *
     * @param x such as decisions
     * @param y such as scores, as many; a point with a number that is not finite, or beyond 1e30, is left out
     * @param low lower ends, as many
     * @param high upper ends, as many
     * @return the points
     */
    public static Points of(double[] x, double[] y, double[] low, double[] high) {
        if (y.length != x.length || low.length != x.length || high.length != x.length) {
            throw new IllegalArgumentException("points need as many numbers of each kind, but had " + x.length + ", "
                    + y.length + ", " + low.length + " and " + high.length);
        }
        int[] kept = IntStream.range(0, x.length)
                .filter(i -> fits(x[i]) && fits(y[i]) && fits(low[i]) && fits(high[i]))
                .toArray();
        return new Points(at(x, kept), at(y, kept), at(low, kept), at(high, kept));
    }

    private static boolean fits(double number) {
        return Math.abs(number) <= LARGEST;
    }

    private static double[] at(double[] numbers, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> numbers[place]).toArray();
    }

    /**
     * How many there are.
     *
     * @return 0 or more
     */
    public int size() {
        return x.length;
    }

    /**
     * Fewer points that look the same: of each stretch of the curve its lowest and its highest one. First and last stay.
     *
     * @param most 4 or more
     * @return these points, or new ones
     */
    public Points thinned(int most) {
        if (most < 4) {
            throw new IllegalArgumentException("most must be 4 or more, but was " + most);
        }
        if (size() <= most) {
            return this;
        }
        int stretches = (most - 2) / 2;
        int inner = size() - 2;
        int[] kept = IntStream.concat(
                        IntStream.of(0, size() - 1),
                        IntStream.range(0, stretches)
                                .flatMap(stretch -> lowestAndHighest(
                                        1 + (int) ((long) inner * stretch / stretches),
                                        1 + (int) ((long) inner * (stretch + 1) / stretches))))
                .sorted()
                .distinct()
                .toArray();
        return new Points(at(x, kept), at(y, kept), at(low, kept), at(high, kept));
    }

    private IntStream lowestAndHighest(int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from; i < to; i++) {
            lowest = y[i] < y[lowest] ? i : lowest;
            highest = y[i] > y[highest] ? i : highest;
        }
        return IntStream.of(lowest, highest);
    }

    /** Not to be changed. */
    double[] x() {
        return x;
    }

    /** Not to be changed. */
    double[] y() {
        return y;
    }

    /** Not to be changed. */
    double[] low() {
        return low;
    }

    /** Not to be changed. */
    double[] high() {
        return high;
    }

    /** Whether there is a point whose range is more than the point itself. */
    boolean hasRange() {
        return !Arrays.equals(low, high);
    }
}
