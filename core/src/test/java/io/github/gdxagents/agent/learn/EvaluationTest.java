package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final EnvironmentFactory BANDITS = () -> new BanditEnvironment(4, 3, 20, 200);

    private final PolicyNetwork network = LearnerConfigs.small().network().fresh(4, 3, new RandomStream(1));

    @Test
    void resultDependsNeitherOnCopiesNorOnThreads() {
        EvaluationReport alone = evaluate(1, 1, ActionChoice.SAMPLE, 5, 30);
        assertEquals(30, alone.scores().size());
        assertTrue(alone.distinct() > 5);
        for (int copies : new int[] {2, 7, 50}) {
            for (int threads : new int[] {1, 2, 8}) {
                assertEquals(alone, evaluate(copies, threads, ActionChoice.SAMPLE, 5, 30));
            }
        }
        assertNotEquals(alone, evaluate(1, 1, ActionChoice.SAMPLE, 6, 30));
        assertNotEquals(alone, evaluate(1, 1, ActionChoice.GREEDY, 5, 30));
    }

    @Test
    void moreEpisodesBeginWithTheSameOnes() {
        assertEquals(
                evaluate(3, 2, ActionChoice.SAMPLE, 5, 10).scores(),
                evaluate(3, 2, ActionChoice.SAMPLE, 5, 20).scores().subList(0, 10));
    }

    @Test
    void decisionsOfAllEpisodesAreCounted() {
        EvaluationReport report = new Evaluation(() -> new BanditEnvironment(4, 3, 50, 50), 3, 2)
                .run(network, ActionChoice.SAMPLE, 1, 8, done -> {}, () -> false);
        assertEquals(400, report.decisions());
    }

    @Test
    void episodesAreNotThoseOfTraining() {
        Set<Long> training = Collections.synchronizedSet(new HashSet<>());
        Set<Long> evaluation = Collections.synchronizedSet(new HashSet<>());
        try (Trainer trainer = new Trainer(LearnerConfigs.small(), 5, () -> new Witness(training), 3, 2)) {
            for (int update = 0; update < 5; update++) {
                assertTrue(trainer.update(10, () -> false).isPresent());
            }
            new Evaluation(() -> new Witness(evaluation), 3, 2)
                    .run(trainer.network(), ActionChoice.SAMPLE, 5, 50, done -> {}, () -> false);
        }
        assertEquals(50, training.size());
        assertEquals(50, evaluation.size());
        assertTrue(Collections.disjoint(training, evaluation));
    }

    @Test
    void progressCountsTheFinishedEpisodes() {
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        new Evaluation(BANDITS, 3, 2).run(network, ActionChoice.SAMPLE, 1, 12, seen::add, () -> false);
        assertEquals(
                IntStream.rangeClosed(1, 12).boxed().toList(),
                seen.stream().sorted().toList());
    }

    @Test
    void stoppingReportsWhatWasFinished() {
        AtomicInteger finished = new AtomicInteger();
        EvaluationReport report = new Evaluation(BANDITS, 1, 1)
                .run(network, ActionChoice.SAMPLE, 5, 30, finished::set, () -> finished.get() >= 4);
        assertEquals(evaluate(1, 1, ActionChoice.SAMPLE, 5, 4), report);
    }

    @Test
    void stoppingAtOnceIsToldApart() {
        Evaluation evaluation = new Evaluation(BANDITS, 2, 2);
        assertThrows(
                IllegalStateException.class,
                () -> evaluation.run(network, ActionChoice.SAMPLE, 5, 30, done -> {}, () -> true));
    }

    @Test
    void refusesNoEpisodesCopiesOrThreads() {
        assertThrows(IllegalArgumentException.class, () -> evaluate(1, 1, ActionChoice.SAMPLE, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> evaluate(0, 1, ActionChoice.SAMPLE, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> evaluate(1, 0, ActionChoice.SAMPLE, 1, 5));
    }

    @Test
    void copiesAreClosedEvenIfOneFails() {
        AtomicInteger open = new AtomicInteger();
        IllegalStateException thrown = new IllegalStateException("the emulator is gone");
        try (Evaluation evaluation = new Evaluation(() -> new FailingEnvironment(open, 100, thrown), 3, 2)) {
            IllegalStateException caught = assertThrows(
                    IllegalStateException.class,
                    () -> evaluation.run(network, ActionChoice.SAMPLE, 1, 9, done -> {}, () -> false));
            assertSame(thrown, caught);
        }
        assertEquals(0, open.get());
    }

    private EvaluationReport evaluate(int copies, int threads, ActionChoice choice, long seed, int episodes) {
        try (Evaluation evaluation = new Evaluation(BANDITS, copies, threads)) {
            return evaluation.run(network, choice, seed, episodes, done -> {}, () -> false);
        }
    }

    /** Writes down the first number of each episode's stream. */
    private static final class Witness extends BanditEnvironment {

        private final Set<Long> seen;

        private Witness(Set<Long> seen) {
            super(4, 3, 5, 9);
            this.seen = seen;
        }

        @Override
        public void reset(RandomStream random) {
            seen.add(random.nextLong());
            super.reset(random);
        }
    }
}
