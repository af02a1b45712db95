package io.github.gdxagents.headless;

/** Makes texts of strangers harmless on a terminal: folders, names and sentences may say anything. Stateless. */
final class PlainText {

    /** Enough for a sentence about a list's entry. */
    static final int SHORT = 500;

    private PlainText() {}

    /** The text in one line, with U+FFFD for each sign that steers a terminal or turns the direction of what follows. */
    static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** The same, cut after so many signs. */
    static String of(String text, int most) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(most).map(sign -> isPlain(sign) ? sign : 0xFFFD).forEach(plain::appendCodePoint);
        return text.codePointCount(0, text.length()) > most ? plain + "…" : plain.toString();
    }

    private static boolean isPlain(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
