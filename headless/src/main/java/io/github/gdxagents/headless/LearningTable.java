package io.github.gdxagents.headless;

import io.github.gdxagents.headless.run.LearningBenchmark;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code bench --learning} prints for people: a line for each seed. */
final class LearningTable {

    private final PrintWriter out;

    LearningTable(PrintWriter out) {
        this.out = out;
    }

    void header() {
        out.printf(Locale.ROOT, "%8s", "seed");
        for (int mark : LearningBenchmark.MARKS) {
            out.printf(Locale.ROOT, " | %11s %8s %8s", "to " + (mark > 0 ? "+" : "") + mark, "s", "CPU s");
        }
        out.printf(Locale.ROOT, " | %18s%n", "held-out");
        out.flush();
    }

    void row(String name, Map<String, @Nullable Object> numbers) {
        out.printf(Locale.ROOT, "%8s", name);
        for (int mark : LearningBenchmark.MARKS) {
            out.printf(
                    Locale.ROOT,
                    " | %11s %8s %8s",
                    number(numbers.get("decisions" + mark), 0),
                    number(numbers.get("seconds" + mark), 1),
                    number(numbers.get("cpu" + mark), 1));
        }
        out.printf(Locale.ROOT, " | %18s%n", number(numbers.get("heldOut"), 2));
        out.flush();
    }

    private static String number(@Nullable Object value, int decimals) {
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%,." + decimals + "f", number.doubleValue())
                : "-";
    }
}
