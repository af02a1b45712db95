package io.github.gdxagents.maths;

/**
 * Sine and cosine by their series (Maclaurin): the same on every machine, and without the arrays that StrictMath's allocate at each
 * call since Java 21. Stateless.
 *
 * <p>Angles beyond {@value #NEAR} radians are first brought near 0 by whole quarter turns, π/2 being taken as a sum of two numbers, the
 * first of 33 bits so that its multiples are exact (Cody and Waite, "Software Manual for the Elementary Functions", 1980).
 */
public final class Trigonometry {

    /** The largest angle to either side, in radians. */
    public static final double LARGEST = 1e6;

    /** Up to here the series are as good as a double: 69°. */
    private static final double NEAR = 1.2;

    private static final double QUARTERS_PER_RADIAN = 0.6366197723675814;

    /** The first 33 bits of π/2, and what is left. */
    private static final double QUARTER = 1.5707963267341256;

    private static final double QUARTER_REST = 6.077100506506192e-11;

    private Trigonometry() {}

    /**
     * Sine.
     *
     * @param angle in radians, at most {@value #LARGEST} to either side
     * @return −1 to 1, within 3·10⁻¹⁶ of the truth
     * @throws IllegalArgumentException if the angle is larger, or not a number
     */
    public static double sin(double angle) {
        if (Math.abs(angle) <= NEAR) {
            return nearSin(angle);
        }
        double quarters = quarters(angle);
        double rest = rest(angle, quarters);
        return switch ((int) quarters & 3) {
            case 0 -> nearSin(rest);
            case 1 -> nearCos(rest);
            case 2 -> -nearSin(rest);
            default -> -nearCos(rest);
        };
    }

    /**
     * Cosine.
     *
     * @param angle in radians, at most {@value #LARGEST} to either side
     * @return −1 to 1, within 3·10⁻¹⁶ of the truth
     * @throws IllegalArgumentException if the angle is larger, or not a number
     */
    public static double cos(double angle) {
        if (Math.abs(angle) <= NEAR) {
            return nearCos(angle);
        }
        double quarters = quarters(angle);
        double rest = rest(angle, quarters);
        return switch ((int) quarters & 3) {
            case 0 -> nearCos(rest);
            case 1 -> -nearSin(rest);
            case 2 -> -nearCos(rest);
            default -> nearSin(rest);
        };
    }

    private static double quarters(double angle) {
        if (!(Math.abs(angle) <= LARGEST)) {
            throw new IllegalArgumentException(
                    "angle must be from " + -LARGEST + " to " + LARGEST + ", but was " + angle);
        }
        return Math.rint(angle * QUARTERS_PER_RADIAN);
    }

    private static double rest(double angle, double quarters) {
        return angle - quarters * QUARTER - quarters * QUARTER_REST;
    }

    private static double nearSin(double angle) {
        double square = angle * angle;
        double sum = 1;
        for (int k = 18; k >= 2; k -= 2) {
            sum = 1 - sum * square / (k * (k + 1));
        }
        return angle * sum;
    }

    private static double nearCos(double angle) {
        double square = angle * angle;
        double sum = 1;
        for (int k = 18; k >= 2; k -= 2) {
            sum = 1 - sum * square / (k * (k - 1));
        }
        return sum;
    }
}
