package io.github.gdxagents.headless;

/** Makes texts of strangers harmless on a terminal: folders, names and sentences may say anything. Stateless. */
final class PlainText {

    private static final int LONGEST = 500;

    private PlainText() {}

    /** The text in one line, with U+FFFD for each sign that steers a terminal or turns the direction of what follows; cut if it is very long. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(sign -> isPlain(sign) ? sign : 0xFFFD)
                .forEach(plain::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? plain + "…" : plain.toString();
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
