package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * How good a policy is in fresh episodes, with no more of them than it takes to tell: in four stages, the first of a tenth of the
 * episodes, it ends as soon as the policy is surely worse than the best so far, or, after four tenths, surely better and surely short of the
 * goal. Which
 * episodes are played depends on the run's seed alone, so a resumed run comes to the same results.
 */
final class HeldOutCheck {

    /** Tenths of all episodes that have been played after each stage. */
    private static final List<Integer> STAGES = List.of(1, 2, 4, 10);

    /**
     * A policy is called worse after any stage, but better only after this one and by more than a point: the last small steps are
     * judged by all episodes, or the luckiest of many looks would be kept.
     */
    private static final int ENOUGH_TO_PRAISE = 4;

    private static final double FAR_BETTER = 1;

    /** The least standard deviation of a score that is taken for possible before all episodes are played. */
    private static final double LEAST_SPREAD = 0.5;

    private final Evaluation evaluation;
    private final long seed;
    private final int episodes;
    private final Optional<Double> goal;

    HeldOutCheck(Evaluation evaluation, long seed, int episodes, Optional<Double> goal) {
        this.evaluation = evaluation;
        this.seed = seed;
        this.episodes = episodes;
        this.goal = goal;
    }

    /** Plays, and tells how many episodes are done, from several threads; nothing if it was stopped before the end. */
    Optional<HeldOutScore> run(
            PolicyNetwork network,
            long decisions,
            Optional<HeldOutScore> best,
            IntConsumer progress,
            BooleanSupplier stop) {
        List<Double> scores = new ArrayList<>();
        for (int stage : STAGES) {
            int until = Math.max(1, episodes * stage / 10);
            if (until == scores.size()) {
                continue;
            }
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            EvaluationReport report;
            int before = scores.size();
            try {
                report = evaluation.run(
                        network,
                        ActionChoice.SAMPLE,
                        seed,
                        scores.size(),
                        until - scores.size(),
                        count -> progress.accept(before + count),
                        stop);
            } catch (IllegalStateException e) {
                if (stop.getAsBoolean()) {
                    return Optional.empty();
                }
                throw e;
            }
            if (report.scores().size() < until - scores.size()) {
                return Optional.empty();
            }
            scores.addAll(report.scores());
            if (until == episodes || isClear(score(scores, decisions), best, stage)) {
                break;
            }
        }
        return Optional.of(score(scores, decisions));
    }

    private boolean isClear(HeldOutScore score, Optional<HeldOutScore> best, int stage) {
        // A few equal scores are no proof that all would be equal.
        double reach = 1.96 * Math.max(score.standardError(), LEAST_SPREAD / Math.sqrt(score.episodes()));
        boolean worse = best.isPresent() && score.mean() + reach < best.get().mean();
        boolean better = stage >= ENOUGH_TO_PRAISE
                && (best.isEmpty() || score.mean() - reach > best.get().mean() + FAR_BETTER);
        boolean fallsShort = goal.isEmpty() || score.mean() + reach < goal.get();
        return worse || (better && fallsShort);
    }

    /** Whether a score takes the place of the best one so far, if there is one. At the goal the noise is accounted for already. */
    boolean isBetter(HeldOutScore score, Optional<HeldOutScore> best) {
        return best.isEmpty() || score.isBetterThan(best.get()) || (isReached(score) && !isReached(best.get()));
    }

    /** Whether a score is at the goal, beyond noise: with the lower end of its 95 % interval. */
    boolean isReached(HeldOutScore score) {
        return goal.isPresent() && score.lowerEnd() >= goal.get();
    }

    private static HeldOutScore score(List<Double> scores, long decisions) {
        EvaluationReport all = new EvaluationReport(scores, 0);
        return new HeldOutScore(
                decisions, scores.size(), all.mean(), all.standardDeviation() / Math.sqrt(scores.size()));
    }
}
