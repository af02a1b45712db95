package io.github.gdxagents.headless.report;

/** Text of strangers as part of a page. Stateless. */
final class HtmlText {

    private HtmlText() {}

    /**
     * Text that shows itself, as content or between double quotes: nothing in it is a tag, a reference or the end of an attribute. What no
     * page may hold is left out, and so are signs that turn the direction of writing.
     */
    static String of(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n', '\t' -> html.append(' ');
                default -> {
                    if (isPlain(sign)) {
                        html.appendCodePoint(sign);
                    }
                }
            }
        });
        return html.toString();
    }

    private static boolean isPlain(int sign) {
        int type = Character.getType(sign);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }

    /** The same of a text that may be too long to show. */
    static String of(String text, int most) {
        int end = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        return of(text.substring(0, end)) + (end < text.length() ? " …" : "");
    }
}
