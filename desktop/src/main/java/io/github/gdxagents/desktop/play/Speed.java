package io.github.gdxagents.desktop.play;

/** How fast a match is shown. It is the same match at any speed. */
public enum Speed {
    /** As it is: 60 ticks a second. */
    NORMAL("1", 1),
    /** Twice as fast. */
    DOUBLE("2", 2),
    /** Four times as fast. */
    QUADRUPLE("4", 4),
    /** As fast as the computer can. */
    MAX("max", 0);

    private final String label;
    private final int factor;

    Speed(String label, int factor) {
        this.label = label;
        this.factor = factor;
    }

    /**
     * The word for it on the command line.
     *
     * @return {@code 1}, {@code 2}, {@code 4} or {@code max}
     */
    public String label() {
        return label;
    }

    /**
     * Ticks for each 1/60 s.
     *
     * @return 1, 2, 4, or 0 for as many as there is time for
     */
    public int factor() {
        return factor;
    }

    /**
     * The next faster speed.
     *
     * @return the next one; after the last the first
     */
    public Speed next() {
        return switch (this) {
            case NORMAL -> DOUBLE;
            case DOUBLE -> QUADRUPLE;
            case QUADRUPLE -> MAX;
            case MAX -> NORMAL;
        };
    }

    /**
     * The speed with a name.
     *
     * @param label as on the command line
     * @return the speed
     * @throws IllegalArgumentException if there is none
     */
    public static Speed named(String label) {
        for (Speed speed : values()) {
            if (speed.label.equals(label)) {
                return speed;
            }
        }
        throw new IllegalArgumentException("speed must be 1, 2, 4 or max, but was '" + label + "'");
    }
}
