package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.learn.Trainer;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How fast a preset learns: for each seed, decisions and time until the mean score of the last 20 training episodes reaches some
 * marks, and then the score of the best policy in 100 fresh episodes. Time does not run while the policy is evaluated.
 */
public final class LearningBenchmark {

    /** Mean scores of 20 training episodes that are waited for; the last one ends a run. */
    public static final List<Integer> MARKS = List.of(0, 18, 20);

    /** Fresh episodes for the score of the best policy. */
    private static final int EPISODES = 100;

    private final RunConfig config;
    private final AtariPlay play;
    private final Game scoredOn;
    private final long maxDecisions;

    /**
     * A benchmark.
     *
     * @param play what is played
     * @param config what is trained; its seed is replaced by each of the benchmark's
     * @param scoredOn where the best policies are scored
     * @param maxDecisions a run that has not reached the last mark by then ends all the same
     */
    public LearningBenchmark(AtariPlay play, RunConfig config, Game scoredOn, long maxDecisions) {
        this.play = play;
        this.config = config;
        this.scoredOn = scoredOn;
        this.maxDecisions = maxDecisions;
    }

    /**
     * When a mark was reached.
     *
     * @param decisions of training
     * @param seconds of training, of the wall
     * @param cpuSeconds of training, of all processors together
     */
    public record Reached(long decisions, double seconds, double cpuSeconds) {}

    /**
     * How one seed learned.
     *
     * @param seed of the run
     * @param marks when each of {@link #MARKS} was reached, if it was
     * @param heldOut score of the best policy in fresh episodes
     * @param decisions of training in all
     */
    public record Run(long seed, List<Optional<Reached>> marks, HeldOutScore heldOut, long decisions) {

        /**
         * Copies the list.
         *
         * @param seed of the run
         * @param marks when each of {@link #MARKS} was reached, if it was
         * @param heldOut score of the best policy in fresh episodes
         * @param decisions of training in all
         */
        public Run {
            marks = List.copyOf(marks);
        }

        /**
         * For other programs.
         *
         * @return names and values; what was not reached is null
         */
        public Map<String, @Nullable Object> toMap() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("seed", seed);
            for (int mark = 0; mark < MARKS.size(); mark++) {
                Optional<Reached> reached = marks.get(mark);
                map.put(
                        "decisions" + MARKS.get(mark),
                        reached.map(Reached::decisions).orElse(null));
                map.put(
                        "seconds" + MARKS.get(mark),
                        reached.map(Reached::seconds).orElse(null));
                map.put(
                        "cpu" + MARKS.get(mark),
                        reached.map(Reached::cpuSeconds).orElse(null));
            }
            map.put("heldOut", heldOut.mean());
            map.put("heldOutError", heldOut.standardError());
            map.put("heldOutEpisodes", heldOut.episodes());
            map.put("decisions", decisions);
            return map;
        }
    }

    /**
     * The median of each number over runs, those that were not reached counting as more than any other.
     *
     * @param runs one or more
     * @return the same names as {@link Run#toMap}, but the seed
     */
    public static Map<String, @Nullable Object> median(List<Run> runs) {
        Map<String, @Nullable Object> medians = new LinkedHashMap<>();
        for (String name : runs.get(0).toMap().keySet()) {
            if (!name.equals("seed")) {
                double median = median(runs.stream().mapToDouble(run -> {
                    Object value = run.toMap().get(name);
                    return value instanceof Number number ? number.doubleValue() : Double.POSITIVE_INFINITY;
                }));
                medians.put(name, Double.isFinite(median) ? median : null);
            }
        }
        return medians;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Trains and scores one seed.
     *
     * @param seed of the run
     * @param progress told what is going on
     * @return how it learned
     */
    public Run run(long seed, Consumer<String> progress) {
        List<Optional<Reached>> marks = new ArrayList<>();
        MARKS.forEach(mark -> marks.add(Optional.empty()));
        try (Trainer trainer = new Trainer(
                        config.learner(),
                        seed,
                        play.game().environments(play.atari(), config.rom()),
                        config.envs(),
                        config.threads());
                Evaluation evaluation = Evaluation.duringTraining(
                        play.game().environments(play.atari(), config.rom()), config.envs(), config.threads())) {
            HeldOutCheck check =
                    new HeldOutCheck(evaluation, seed, config.evaluation().episodes(), Optional.empty());
            TrainingClock clock = new TrainingClock(0);
            Optional<HeldOutScore> best = Optional.empty();
            List<float[]> bestWeights = List.of();
            while (marks.get(MARKS.size() - 1).isEmpty() && trainer.decisions() < maxDecisions) {
                long before = trainer.decisions();
                UpdateReport report =
                        trainer.update(Long.MAX_VALUE, () -> false).orElseThrow();
                note(report, clock, marks);
                if (config.evaluation().isDue(before, trainer.decisions()) || isOver(marks, trainer)) {
                    clock.pause();
                    progress.accept("seed " + seed + ", " + trainer.decisions() + " decisions");
                    HeldOutScore score = check.run(
                                    trainer.network(), trainer.decisions(), best, count -> {}, () -> false)
                            .orElseThrow();
                    if (check.isBetter(score, best)) {
                        best = Optional.of(score);
                        bestWeights = trainer.network().parameters();
                    }
                    clock.go();
                }
            }
            PolicyNetwork network = PolicyNetwork.of(trainer.network().spec(), bestWeights);
            return new Run(seed, marks, score(network, seed, best.orElseThrow().decisions()), trainer.decisions());
        }
    }

    private boolean isOver(List<Optional<Reached>> marks, Trainer trainer) {
        return marks.get(MARKS.size() - 1).isPresent() || trainer.decisions() >= maxDecisions;
    }

    private static void note(UpdateReport report, TrainingClock clock, List<Optional<Reached>> marks) {
        for (int mark = 0; mark < MARKS.size(); mark++) {
            if (marks.get(mark).isEmpty() && report.episodes() >= 20 && report.meanScore20() >= MARKS.get(mark)) {
                marks.set(
                        mark,
                        Optional.of(new Reached(report.decisions(), clock.secondsHere(), clock.cpuSecondsHere())));
            }
        }
    }

    private HeldOutScore score(PolicyNetwork network, long seed, long decisions) {
        try (Evaluation evaluation =
                new Evaluation(scoredOn.environments(play.atari(), config.rom()), config.envs(), config.threads())) {
            EvaluationReport report =
                    evaluation.run(network, ActionChoice.SAMPLE, seed, EPISODES, count -> {}, () -> false);
            return new HeldOutScore(
                    decisions, EPISODES, report.mean(), report.standardDeviation() / Math.sqrt(EPISODES));
        }
    }
}
