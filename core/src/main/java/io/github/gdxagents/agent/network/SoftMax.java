package io.github.gdxagents.agent.network;

/**
 * The soft-max {@code exp(zᵢ) / Σ exp(z)} of many numbers, to about six digits, in plain float arithmetic: the same on every machine,
 * and much faster than {@link StrictMath#exp}. For auxiliary outputs; actions are chosen with exact probabilities.
 */
public final class SoftMax {

    private static final float LOG2_E = 1.442695f;

    /** exp(−80) counts as nothing. */
    private static final float LOWEST = -80;

    private SoftMax() {}

    /**
     * Probabilities of some of the outputs.
     *
     * @param outputs any finite numbers
     * @param from the first of as many outputs as there are probabilities
     * @param probabilities overwritten; sums to 1
     */
    public static void of(float[] outputs, int from, float[] probabilities) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < probabilities.length; i++) {
            highest = Math.max(highest, outputs[from + i]);
        }
        float sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = exp(outputs[from + i] - highest);
            sum += probabilities[i];
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= sum;
        }
    }

    /** exp(x) for x up to 0: a power of two times a polynomial of the rest (Taylor's, of degree 6, on half an octave each way). */
    static float exp(float x) {
        float bounded = Math.max(x, LOWEST);
        float octaves = bounded * LOG2_E;
        int whole = (int) (octaves - 0.5f);
        float rest = (octaves - whole) * 0.6931472f;
        float power =
                1 + rest * (1 + rest * (1 / 2f + rest * (1 / 6f + rest * (1 / 24f + rest * (1 / 120f + rest / 720f)))));
        return power * Float.intBitsToFloat((whole + 127) << 23);
    }
}
