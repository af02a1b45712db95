package io.github.gdxagents.headless;

/** Text of strangers on a terminal. Stateless. */
final class Printable {

    private Printable() {}

    /** The text without signs that move a terminal's cursor, change its colours, or turn the direction of writing. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(sign -> isPlain(sign) ? sign : '?').forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isPlain(int sign) {
        int type = Character.getType(sign);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
