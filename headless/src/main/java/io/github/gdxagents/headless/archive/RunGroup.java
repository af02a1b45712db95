package io.github.gdxagents.headless.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Runs that differ in nothing but their seed, and in what leaves no trace in the result: copies of the game, threads, limits, where the
 * ROM is and how progress is told.
 *
 * @param label what tells this group from the others it was made with
 * @param settings what all its runs have, by the names of the command line
 * @param runs 1 or more, in the order in which they were given
 */
public record RunGroup(String label, Map<String, String> settings, List<ArchivedRun> runs) {

    /** The settings that every label begins with. */
    private static final List<String> FIRST = List.of("env", "preset");

    /**
     * Copies the list.
     *
     * @param label what tells this group from the others it was made with
     * @param settings what all its runs have, by the names of the command line
     * @param runs 1 or more, in the order in which they were given
     */
    public RunGroup {
        runs = List.copyOf(runs);
    }

    /**
     * Puts runs that differ in nothing but their seed together.
     *
     * @param runs in any order
     * @return the groups, in the order of their first runs, each with a label of its own
     */
    public static List<RunGroup> of(List<ArchivedRun> runs) {
        Map<Map<String, String>, List<ArchivedRun>> together = new LinkedHashMap<>();
        runs.forEach(run -> together.computeIfAbsent(run.config().settings(), settings -> new ArrayList<>())
                .add(run));
        Set<String> differing = differing(together.keySet());
        return together.entrySet().stream()
                .map(entry -> new RunGroup(label(entry.getKey(), differing), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Set<String> differing(Set<Map<String, String>> all) {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(settings -> names.addAll(settings.keySet()));
        names.removeIf(name -> FIRST.contains(name)
                || all.stream()
                                .map(settings -> settings.getOrDefault(name, ""))
                                .distinct()
                                .count()
                        == 1);
        return names;
    }

    private static String label(Map<String, String> settings, Set<String> differing) {
        String first = FIRST.stream().map(settings::get).collect(Collectors.joining(" "));
        return differing.stream()
                .map(name -> " " + name + " " + settings.getOrDefault(name, "none"))
                .collect(Collectors.joining("", first, ""));
    }

    /**
     * The seeds of the runs.
     *
     * @return sorted; one that several runs have, as often
     */
    public List<Long> seeds() {
        return runs.stream().map(run -> run.config().seed()).sorted().toList();
    }

    /**
     * Label and number of seeds.
     *
     * @return for example {@code pong fast (3 seeds)}
     */
    public String title() {
        long seeds = seeds().stream().distinct().count();
        return label + (seeds == 1 ? " (seed " + seeds().get(0) + ")" : " (" + seeds + " seeds)");
    }

    /**
     * The mean score of the last 20 training episodes at a moment: of each run the newest that it had told of by then.
     *
     * @param decisions learned from by then
     * @return median and range over the runs that had told of one and were not over; nothing if there is none
     */
    public Optional<MedianRange> scoreAt(long decisions) {
        return over(run -> scoreAt(run, (double) decisions));
    }

    /** Nothing is known of a run beyond its last row. */
    private static double scoreAt(ArchivedRun run, double decisions) {
        // A search by halves, since rows are many and their decisions grow; a stranger's that do not give some score of
        // the file.
        double[] rows = run.metrics().column("decisions");
        if (rows.length == 0 || decisions > rows[rows.length - 1]) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(rows, decisions);
        int row = found >= 0 ? found : -found - 2;
        return row < 0 ? Double.NaN : run.metrics().column("mean_score_20")[row];
    }

    /**
     * The curve over all runs, as far as each of them goes: where one is over, the others alone would be another group.
     *
     * @param most so many points at most, 2 or more
     * @return for each point decisions, median, lowest and highest score
     */
    public double[][] curve(int most) {
        double end = runs.stream().mapToLong(ArchivedRun::decisions).min().orElse(0);
        double[][] scores = new double[runs.size()][];
        double[][] curve = new double[4][most];
        for (double[] column : curve) {
            Arrays.fill(column, Double.NaN);
        }
        for (int run = 0; run < scores.length; run++) {
            scores[run] = scoresAt(runs.get(run), end, most);
        }
        for (int point = 0; point < most; point++) {
            int place = point;
            double[] here = Arrays.stream(scores).mapToDouble(run -> run[place]).toArray();
            curve[0][place] = end * place / (most - 1);
            MedianRange.of(here).filter(range -> range.runs() == here.length).ifPresent(range -> {
                curve[1][place] = range.median();
                curve[2][place] = range.least();
                curve[3][place] = range.most();
            });
        }
        return curve;
    }

    private static double[] scoresAt(ArchivedRun run, double end, int most) {
        double[] rows = run.metrics().column("decisions");
        double[] scores = run.metrics().column("mean_score_20");
        double[] found = new double[most];
        int row = -1;
        for (int point = 0; point < most; point++) {
            double decisions = end * point / (most - 1);
            while (row + 1 < rows.length && rows[row + 1] <= decisions) {
                row++;
            }
            found[point] = row < 0 ? Double.NaN : scores[row];
        }
        return found;
    }

    /**
     * The best held-out scores.
     *
     * @return median and range over the runs that have one; nothing if there is none
     */
    public Optional<MedianRange> best() {
        return over(run -> run.best().map(best -> best.mean()).orElse(Double.NaN));
    }

    /**
     * After how many decisions the mean score of the last 20 training episodes was first as high as a score.
     *
     * @param score the score
     * @return median and range over all runs; infinite for one that never was
     */
    public MedianRange decisionsTo(double score) {
        return over(run -> decisionsTo(run, score)).orElseThrow();
    }

    private static double decisionsTo(ArchivedRun run, double score) {
        double[] scores = run.metrics().column("mean_score_20");
        for (int row = 0; row < scores.length; row++) {
            if (scores[row] >= score) {
                return run.metrics().column("decisions")[row];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * How many runs ever had a mean score of 20 training episodes as high as a score.
     *
     * @param score the score
     * @return 0 or more
     */
    public long reached(double score) {
        return runs.stream()
                .filter(run -> decisionsTo(run, score) < Double.POSITIVE_INFINITY)
                .count();
    }

    /**
     * How far the runs went.
     *
     * @return decisions, median and range
     */
    public MedianRange decisions() {
        return over(run -> (double) run.decisions()).orElseThrow();
    }

    /**
     * How long the runs were trained.
     *
     * @return seconds, median and range; nothing if no run has told
     */
    public Optional<MedianRange> seconds() {
        return over(run -> {
            double[] seconds = run.metrics().column("seconds");
            return seconds.length == 0 ? Double.NaN : seconds[seconds.length - 1];
        });
    }

    private Optional<MedianRange> over(ToDoubleFunction<ArchivedRun> number) {
        return MedianRange.of(runs.stream().mapToDouble(number).toArray());
    }
}
