package io.github.gdxagents.headless;

import io.github.gdxagents.headless.run.InputException;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Several seeds in one option: {@code 7}, or {@code 1-10}. */
final class SeedRange {

    private static final int MOST = 10_000;

    private SeedRange() {}

    static List<Long> parse(String text) {
        int dash = text.indexOf('-', 1);
        try {
            long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
            long last = dash < 0 ? first : Long.parseLong(text.substring(dash + 1));
            // The difference of two far apart numbers overflows to a negative one.
            if (last >= first && last - first >= 0 && last - first < MOST) {
                return LongStream.rangeClosed(first, last).boxed().toList();
            }
        } catch (NumberFormatException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    private static InputException wrong(String text, @Nullable Exception cause) {
        String message =
                "seeds must be a number or a range of at most " + MOST + " such as 1-10, but was '" + text + "'";
        return cause == null ? new InputException(message) : new InputException(message, cause);
    }
}
