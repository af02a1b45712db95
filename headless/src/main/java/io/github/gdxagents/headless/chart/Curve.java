package io.github.gdxagents.headless.chart;

/**
 * One of a chart's curves.
 *
 * @param name for the legend; made harmless and short
 * @param points it goes through, with the ranges around it
 * @param kind how it is drawn
 */
public record Curve(String name, Points points, Kind kind) {

    /** The longest name, in characters. */
    private static final int LONGEST = 110;

    /** How a curve is drawn. */
    public enum Kind {
        /** A line from point to point, with a band where there are ranges. */
        LINE,
        /** A dot for each point, with a bar where there are ranges. */
        DOTS
    }

    /**
     * Cleans the name, which may be a stranger's.
     *
     * @param name for the legend; made harmless and short
     * @param points it goes through, with the ranges around it
     * @param kind how it is drawn
     */
    public Curve {
        name = clean(name);
    }

    /** What a font and an XML file can hold, in one line. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(sign -> Character.isISOControl(sign) || Character.isWhitespace(sign) ? ' ' : sign)
                .filter(sign -> Character.isDefined(sign)
                        && Character.getType(sign) != Character.SURROGATE
                        && Character.getType(sign) != Character.FORMAT)
                .limit(LONGEST)
                .forEach(clean::appendCodePoint);
        return clean.length() == 0 ? "-" : clean.toString();
    }
}
