package io.github.gdxagents.pong.box2d;

/**
 * Sine and cosine of the angles that there are on a court, by their series (Maclaurin): the same on every machine, and without the
 * arrays that StrictMath's allocate at each call since Java 21. Stateless.
 */
final class Trigonometry {

    /** Up to here the series are as good as a double: 69°. */
    static final double LARGEST = 1.2;

    private Trigonometry() {}

    /** Sine of an angle of at most {@value #LARGEST} radians to either side. */
    static double sin(double angle) {
        double square = square(angle);
        double sum = 1;
        for (int k = 18; k >= 2; k -= 2) {
            sum = 1 - sum * square / (k * (k + 1));
        }
        return angle * sum;
    }

    /** Cosine of an angle of at most {@value #LARGEST} radians to either side. */
    static double cos(double angle) {
        double square = square(angle);
        double sum = 1;
        for (int k = 18; k >= 2; k -= 2) {
            sum = 1 - sum * square / (k * (k - 1));
        }
        return sum;
    }

    private static double square(double angle) {
        if (!(Math.abs(angle) <= LARGEST)) {
            throw new IllegalArgumentException(
                    "angle must be from " + -LARGEST + " to " + LARGEST + ", but was " + angle);
        }
        return angle * angle;
    }
}
