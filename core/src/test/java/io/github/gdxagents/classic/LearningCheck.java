package io.github.gdxagents.classic;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.Trainer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Trains a policy for so many decisions, and scores what it is then in fresh episodes.
 *
 * @param decisions learned from
 * @param sampled scores with actions drawn from the policy
 * @param greedy scores with its most probable actions
 */
record LearningCheck(long decisions, EvaluationReport sampled, EvaluationReport greedy) {

    static LearningCheck of(
            EnvironmentFactory environments, LearnerConfig config, long seed, long decisions, int episodes) {
        try (Trainer trainer = new Trainer(config, seed, environments, 1, 1);
                Evaluation evaluation = new Evaluation(environments, 1, 1)) {
            long each =
                    (long) config.actorCritic().games() * config.actorCritic().rollout();
            while (trainer.decisions() + each <= decisions) {
                trainer.update(1, () -> false);
            }
            return new LearningCheck(
                    trainer.decisions(),
                    evaluate(evaluation, trainer, ActionChoice.SAMPLE, seed, episodes),
                    evaluate(evaluation, trainer, ActionChoice.GREEDY, seed, episodes));
        }
    }

    private static EvaluationReport evaluate(
            Evaluation evaluation, Trainer trainer, ActionChoice choice, long seed, int episodes) {
        return evaluation.run(trainer.network(), choice, seed, episodes, count -> {}, () -> false);
    }

    /** The lower of the two means. */
    double worse() {
        return Math.min(sampled.mean(), greedy.mean());
    }

    /**
     * Prints a row of the table in {@code docs/adr/0020-classic-tasks.md}.
     *
     * @param args name of the task, first seed, number of seeds, decisions, episodes of each evaluation
     */
    public static void main(String[] args) {
        int first = Integer.parseInt(args[1]);
        List<Double> sampled = new ArrayList<>();
        List<Double> greedy = new ArrayList<>();
        int seeds = Integer.parseInt(args[2]);
        long before = cpuNanos();
        for (int seed = first; seed < first + seeds; seed++) {
            LearningCheck check = of(
                    ClassicTasksTest.task(args[0]),
                    ClassicTasksTest.task(args[0]).learner(),
                    seed,
                    Long.parseLong(args[3]),
                    Integer.parseInt(args[4]));
            sampled.add(check.sampled.mean());
            greedy.add(check.greedy.mean());
        }
        System.out.println(args[0] + ": sampled " + text(sampled) + ", greedy " + text(greedy) + ", CPU seconds a seed "
                + Math.round((cpuNanos() - before) / 1e9 / seeds));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String text(List<Double> means) {
        List<Double> sorted = new ArrayList<>(means);
        Collections.sort(sorted);
        double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        return String.format(
                Locale.ROOT, "median %.5g min %.5g max %.5g", median, sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
