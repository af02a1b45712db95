package io.github.gdxagents.headless.chart;

/**
 * How large a chart is, and for which surroundings. It has a background of its own, and so is readable on any.
 *
 * @param width in pixels (of an SVG: in its own units), 200 to 4,000
 * @param height likewise
 * @param dark whether it is light on dark
 */
public record ChartStyle(int width, int height, boolean dark) {

    /** For a screen, a document or a page as wide as a desk. */
    public static final ChartStyle WIDE = new ChartStyle(960, 540, false);

    /** For a telephone held upright: the same letters on less paper. */
    public static final ChartStyle NARROW = new ChartStyle(400, 340, false);

    /**
     * Checks the ranges.
     *
     * @param width in pixels (of an SVG: in its own units), 200 to 4,000
     * @param height likewise
     * @param dark whether it is light on dark
     */
    public ChartStyle {
        if (width < 200 || width > 4000 || height < 200 || height > 4000) {
            throw new IllegalArgumentException(
                    "a chart must be 200 to 4000 pixels wide and high, but was " + width + " and " + height);
        }
    }

    /**
     * The same, light on dark.
     *
     * @return a new style
     */
    public ChartStyle inTheDark() {
        return new ChartStyle(width, height, true);
    }

    /** Whether there is little room. */
    boolean isNarrow() {
        return width < 600;
    }
}
