package io.github.gdxagents.agent.policy;

/**
 * Numbers of 16 bits: IEEE 754 binary16, one bit of sign, five of exponent (bias 15), ten of fraction. Java has this only since
 * version 20. Stateless.
 */
final class HalfFloat {

    /** The largest finite number. */
    static final float MAX = 65_504;

    /** The difference of the exponents' biases, 127 − 15, where a float has its exponent. */
    private static final int BIAS = 112 << 23;

    /** 2⁻¹⁴, the smallest normal half, as a float's bits. */
    private static final int SMALLEST_NORMAL = 113 << 23;

    /** 2¹⁶, beyond all halves, as a float's bits. */
    private static final int TOO_LARGE = 143 << 23;

    private static final int INFINITY = 0x7C00;

    private HalfFloat() {}

    /** The half nearest to a float, ties to even; infinite from 65,520 on; NaN stays NaN. */
    static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7FFF_FFFF;
        if (magnitude > 0x7F80_0000) {
            return (short) (sign | 0x7E00);
        }
        if (magnitude >= TOO_LARGE) {
            return (short) (sign | INFINITY);
        }
        if (magnitude >= SMALLEST_NORMAL) {
            int rebased = magnitude - BIAS;
            // Half of the last place, less the smallest part of it if the number is even: a carry into the exponent is
            // right.
            int rounded = rebased + 0xFFF + (rebased >>> 13 & 1);
            return (short) (sign | rounded >>> 13);
        }
        // A multiple of 2⁻²⁴; the product is exact.
        return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24f));
    }

    /** The same number as a float; exact. */
    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int magnitude = half & 0x7FFF;
        if (magnitude >= INFINITY) {
            return Float.intBitsToFloat(sign | 0x7F80_0000 | (magnitude & 0x3FF) << 13);
        }
        if (magnitude < 0x400) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(magnitude * 0x1p-24f));
        }
        return Float.intBitsToFloat(sign | (magnitude << 13) + BIAS);
    }
}
