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
 * training, for the same seed as well. The result does not depend on copies or threads. One caller at a time.
 */
public final class Evaluation implements AutoCloseable {

    private final Seeds.Purpose chance;
    private final Seeds.Purpose actions;
    private final List<Environment> games;
    private final Workers workers;

    /**
     * A way to evaluate a finished policy.
     *
     * @param environments makes the copies of the game
     * @param copies how many copies are played side by side, 1 to 1,024
     * @param threads how many threads work, 1 to 1,024
     */
    public Evaluation(EnvironmentFactory environments, int copies, int threads) {
        this(environments, copies, threads, Seeds.Purpose.EVALUATION_ENVIRONMENT, Seeds.Purpose.EVALUATION_ACTIONS);
    }

    private Evaluation(
            EnvironmentFactory environments, int copies, int threads, Seeds.Purpose chance, Seeds.Purpose actions) {
        this.chance = chance;
        this.actions = actions;
        this.workers = new Workers(threads);
        try {
            this.games = environments.create(copies);
        } catch (Throwable failure) {
            workers.close();
            throw failure;
        }
    }

    /**
     * A way for a training run to see how good it is. Its episodes are not those of an evaluation with the same seed, since what was
     * chosen for its score in some episodes must be scored in others.
     *
     * @param environments makes the copies of the game
     * @param copies how many copies are played side by side, 1 to 1,024
     * @param threads how many threads work, 1 to 1,024
     * @return a new evaluation, to be closed by the caller
     */
    public static Evaluation duringTraining(EnvironmentFactory environments, int copies, int threads) {
        return new Evaluation(
                environments, copies, threads, Seeds.Purpose.SELECTION_ENVIRONMENT, Seeds.Purpose.SELECTION_ACTIONS);
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
        return run(network, choice, seed, 0, episodes, progress, stop);
    }

    /**
     * Plays some of a seed's episodes.
     *
     * @param network the policy
     * @param choice whether actions are sampled
     * @param seed which episodes
     * @param first number of the first episode, 0 or more
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
            int first,
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
                scores[episode - first] = score;
                allDecisions.addAndGet(decisions);
                progress.accept(finishedCount.incrementAndGet());
            }
        };
        new EpisodeRunner(games, workers, network, choice)
                .play(IntStream.range(first, first + episodes).boxed().toList(), seed, chance, actions, 0, sink, stop);
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

    @Override
    public void close() {
        games.forEach(Environment::close);
        workers.close();
    }
}
