package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays episodes with a policy that stands still, to see how good it is. The episodes' chance is drawn apart from that of all
 * training, for the same seed as well. The result does not depend on copies or threads.
 */
public final class Evaluation {

    private final EnvironmentFactory environments;
    private final int copies;
    private final int threads;

    /**
     * A way to evaluate.
     *
     * @param environments makes the copies of the game
     * @param copies how many copies are played side by side
     * @param threads how many threads work
     */
    public Evaluation(EnvironmentFactory environments, int copies, int threads) {
        this.environments = environments;
        this.copies = copies;
        this.threads = threads;
    }

    /**
     * Plays the episodes.
     *
     * @param network the policy
     * @param choice whether actions are sampled
     * @param seed which episodes
     * @param episodes how many, 1 or more
     * @param progress told the number of finished episodes, from several threads
     * @param stop asked again and again, from several threads; true: return soon
     * @return the scores of the episodes that were finished; of all of them unless stopped
     * @throws IllegalArgumentException if no episode was asked for
     * @throws IllegalStateException if no episode was finished
     */
    public EvaluationReport run(
            PolicyNetwork network,
            ActionChoice choice,
            long seed,
            int episodes,
            IntConsumer progress,
            BooleanSupplier stop) {
        if (episodes < 1) {
            throw new IllegalArgumentException("episodes must be 1 or more, but was " + episodes);
        }
        @Nullable Double[] scores = new @Nullable Double[episodes];
        AtomicLong allDecisions = new AtomicLong();
        AtomicInteger finishedCount = new AtomicInteger();
        EpisodeRunner.Episodes sink = new EpisodeRunner.Episodes() {
            @Override
            public @Nullable Trajectory recording(int episode) {
                return null;
            }

            @Override
            public void finished(int episode, double score, long decisions) {
                scores[episode] = score;
                allDecisions.addAndGet(decisions);
                progress.accept(finishedCount.incrementAndGet());
            }
        };
        try (Workers workers = new Workers(threads);
                EpisodeRunner runner =
                        new EpisodeRunner(environments.create(Math.min(copies, episodes)), workers, network, choice)) {
            runner.play(
                    IntStream.range(0, episodes).boxed().toList(),
                    seed,
                    Seeds.Purpose.EVALUATION_ENVIRONMENT,
                    Seeds.Purpose.EVALUATION_ACTIONS,
                    0,
                    sink,
                    stop);
        }
        List<Double> finished = new ArrayList<>();
        for (Double score : scores) {
            if (score != null) {
                finished.add(score);
            }
        }
        if (finished.isEmpty()) {
            throw new IllegalStateException("stopped before the first episode was finished");
        }
        return new EvaluationReport(finished, allDecisions.get());
    }
}
