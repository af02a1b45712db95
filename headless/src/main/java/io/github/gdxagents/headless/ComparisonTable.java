package io.github.gdxagents.headless;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.archive.MedianRange;
import io.github.gdxagents.headless.archive.RunGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What {@code compare} says of groups of runs.
 *
 * @param groups 1 or more
 * @param scores that are looked for in the curves
 */
record ComparisonTable(List<RunGroup> groups, List<Double> scores) {

    /** At most so many moments are told of. */
    private static final int MOMENTS = 10;

    /** So many groups stand side by side; the others come below them. */
    private static final int ACROSS = 4;

    private static final int LETTERS = 26;

    /** A run that went less far than this part of the longest one of its group is told of: its group's curve ends with it. */
    private static final double SHORT = 0.5;

    /** The decisions at which all groups are compared: equally far apart and round, up to the end of the longest run. */
    List<Long> moments() {
        long end = groups.stream()
                .mapToLong(group -> (long) group.decisions().most())
                .max()
                .orElse(0);
        long step = step(end);
        return LongStream.iterate(step, moment -> moment <= end, moment -> moment + step)
                .limit(MOMENTS)
                .boxed()
                .toList();
    }

    /** The least round number that goes no more than ten times into another one. */
    private static long step(long end) {
        for (long power = 1; ; power *= 10) {
            for (int tenths : new int[] {10, 15, 20, 25, 30, 40, 50, 60, 80}) {
                if (power * tenths % 10 == 0 && end / (power * tenths / 10) <= MOMENTS) {
                    return power * tenths / 10;
                }
            }
        }
    }

    /** For people: who is compared, and tables with a column for each group. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            RunGroup group = groups.get(place);
            lines.add(letter(place) + "  " + PlainText.of(group.label()) + " · " + runs(group) + " · " + seeds(group));
        }
        groups.stream().flatMap(group -> shortRuns(group).stream()).forEach(lines::add);
        for (int first = 0; first < groups.size(); first += ACROSS) {
            lines.add("");
            addTable(lines, first, groups.subList(first, Math.min(first + ACROSS, groups.size())));
        }
        lines.add("");
        lines.add("median (least to most) over runs; n/m: of n of m runs, as the others were over or had no score yet");
        return lines;
    }

    private void addTable(List<String> lines, int first, List<RunGroup> across) {
        List<String> letters = new ArrayList<>();
        for (int place = 0; place < across.size(); place++) {
            letters.add(letter(first + place));
        }
        row(lines, "decisions", letters);
        for (long moment : moments()) {
            row(lines, whole((double) moment), across, group -> scores(group, group.scoreAt(moment)));
        }
        row(lines, "best held-out", across, group -> scores(group, group.best()));
        for (double wanted : scores) {
            row(lines, "decisions to " + number(wanted), across, group -> decisions(group, wanted));
        }
        row(lines, "decisions in all", across, group -> counts(group.decisions()));
        row(lines, "seconds of training", across, group -> scores(group, group.seconds()));
    }

    /** A, B … Z, AA, AB … */
    private static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : letter(place / LETTERS - 1) + last;
    }

    private static void row(List<String> lines, String name, List<RunGroup> across, Function<RunGroup, String> cell) {
        row(lines, name, across.stream().map(cell).toList());
    }

    private static void row(List<String> lines, String name, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %-31s", cell)));
        lines.add(line.toString().stripTrailing());
    }

    private static String scores(RunGroup group, Optional<MedianRange> found) {
        int runs = group.runs().size();
        return found.map(range -> decimal(range.median())
                        + (runs == 1 ? "" : " (" + decimal(range.least()) + " to " + decimal(range.most()) + ")")
                        + (range.runs() == runs ? "" : " " + range.runs() + "/" + runs))
                .orElse("–");
    }

    private static String decisions(RunGroup group, double wanted) {
        long reached = group.reached(wanted);
        int runs = group.runs().size();
        return reached == 0
                ? "never"
                : counts(group.decisionsTo(wanted)) + (reached == runs ? "" : " " + reached + "/" + runs);
    }

    private static String counts(MedianRange range) {
        return whole(range.median())
                + (range.runs() == 1 ? "" : " (" + whole(range.least()) + " to " + whole(range.most()) + ")");
    }

    private static String runs(RunGroup group) {
        int runs = group.runs().size();
        return runs == 1 ? "1 run" : runs + " runs";
    }

    private static String seeds(RunGroup group) {
        String all = group.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
        boolean twice =
                group.seeds().stream().distinct().count() < group.seeds().size();
        return (group.seeds().size() == 1 ? "seed " : "seeds ")
                + all
                + (twice ? " (the same seed gives the same run: it counts more than once here)" : "");
    }

    private static List<String> shortRuns(RunGroup group) {
        double longest = group.decisions().most();
        return group.runs().stream()
                .filter(run -> run.decisions() < SHORT * longest)
                .map(ArchivedRun::folder)
                .map(folder -> PlainText.of(folder.toString())
                        + " is much shorter than the others; the drawn curve of its group ends with it")
                .toList();
    }

    private static String whole(double number) {
        return Double.isInfinite(number) ? "never" : String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** For programs. */
    Map<String, Object> object() {
        return Map.of("groups", groups.stream().map(this::object).toList());
    }

    private Map<String, Object> object(RunGroup group) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("label", group.label());
        object.put("seeds", group.seeds());
        object.put(
                "runs",
                group.runs().stream().map(run -> run.folder().toString()).toList());
        object.put("settings", group.settings());
        object.put("decisions", range(group.decisions()));
        group.seconds().ifPresent(range -> object.put("seconds", range(range)));
        object.put(
                "scores",
                moments().stream()
                        .flatMap(moment -> scoreAt(group, moment).stream())
                        .toList());
        group.best().ifPresent(range -> object.put("bestHeldOut", range(range)));
        object.put(
                "decisionsTo",
                scores.stream().map(score -> decisionsTo(group, score)).toList());
        return object;
    }

    private static Optional<Map<String, Object>> scoreAt(RunGroup group, long moment) {
        return group.scoreAt(moment).map(range -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("at", moment);
            object.putAll(range(range));
            return object;
        });
    }

    private static Map<String, Object> decisionsTo(RunGroup group, double score) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("score", score);
        object.put("reached", group.reached(score));
        object.putAll(range(group.decisionsTo(score)));
        return object;
    }

    /** JSON has no infinite number: where a run never came there is null. */
    private static Map<String, Object> range(MedianRange range) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("runs", range.runs());
        object.put("median", finite(range.median()));
        object.put("min", finite(range.least()));
        object.put("max", finite(range.most()));
        return object;
    }

    private static Object finite(double number) {
        return Double.isFinite(number) ? (Object) number : NullNode.getInstance();
    }
}
