package io.github.gdxagents.agent.policy;

/** How exactly a policy's file keeps each weight. In memory they are floats in any case. */
public enum WeightPrecision {
    /** All 32 bits of a float: the policy decides exactly as it did in training. */
    FULL("float32", Float.BYTES),
    /**
     * 16 bits (IEEE 754 binary16), rounded to nearest, ties to even: half the file. Each weight keeps 11 significant bits; none may be
     * beyond ±65,504.
     */
    HALF("float16", Short.BYTES);

    private final String label;
    private final int bytes;

    WeightPrecision(String label, int bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /**
     * The word for it.
     *
     * @return {@code float32} or {@code float16}
     */
    public String label() {
        return label;
    }

    /**
     * What a weight takes.
     *
     * @return number of bytes
     */
    public int bytes() {
        return bytes;
    }
}
