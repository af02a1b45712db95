package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Learning in a thread of its own. Deadlines here are for what hangs, not for what is slow. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BackgroundLearningTest {

    private static final ObservationSpec CONTEXTS = ObservationSpec.features(6);
    private static final ActionSpec THREE = ActionSpec.discrete(3);

    @Test
    void theScoreRisesWhileTheGamePlays() throws InterruptedException {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic())) {
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1);
            double before = game.meanOf(20);
            assertTrue(before < 0.7 * 20, "before " + before);
            while (agent.meanScore(100) < 0.85 * 20) {
                game.episode();
                // Faster than people can watch, but no faster than the learner follows.
                awaitThat(() -> !agent.isBehind());
                agent.takeWeights();
                assertTrue(agent.failure().isEmpty());
                assertTrue(agent.episodes() < 20_000, "not learned: " + agent.report());
            }
            LearningReport report = agent.report();
            assertEquals(agent.weightsVersion(), report.playingVersion());
            assertTrue(report.finishedVersion() >= report.playingVersion());
            assertTrue(report.entropy() < Math.log(3));
            assertThrows(IllegalStateException.class, agent::learn);
        }
    }

    /** Vectors and features, masks, continuous values, both ends: all that is recorded, while the other thread learns. */
    @Test
    void theGamesThreadAllocatesNothing() {
        LearnerConfig config = LearnerConfigs.actorCritic("critic", "separate", "output", "softmax", "rollout", "32");
        ObservationSpec observations = new ObservationSpec(List.of("a", "b", "c"), List.of(), 5, 3, true);
        ActionSpec actions =
                new ActionSpec(List.of(3, 2), ActionSpec.continuous(2, -1, 1).ranges());
        try (LearningAgent agent =
                LearningAgent.builder(observations, actions).learner(config).build()) {
            RandomStream random = new RandomStream(1);
            Runnable play = () -> {
                for (int episode = 0; episode < 40; episode++) {
                    playEpisode(agent, random, episode % 2 == 0 ? Outcome.TERMINATED : Outcome.TRUNCATED);
                }
            };
            while (agent.updates() < 20) {
                play.run();
            }
            long before = agent.weightsVersion();
            // 1,000 decisions a round: 31 recordings, at least 5 of them taken over by updates whose weights are taken.
            assertEquals(0, AllocatedBytes.leastOf(10, play));
            assertTrue(agent.weightsVersion() >= before + 10, agent.report().toString());
        }
    }

    private static void playEpisode(LearningAgent agent, RandomStream random, Outcome end) {
        for (int step = 0; step < 25; step++) {
            see(agent, random);
            float value = agent.act().value(1);
            agent.reward(value);
            agent.reward(-0.5f);
        }
        if (end == Outcome.TRUNCATED) {
            see(agent, random);
        }
        agent.endEpisode(end);
        while (agent.isBehind()) {
            Thread.onSpinWait();
        }
        agent.takeWeights();
        // What a display shows at each frame.
        assertFalse(agent.meanScore(20) > 1e9 || agent.updates() < 0 || agent.rollbacks() < 0);
    }

    private static void see(LearningAgent agent, RandomStream random) {
        Observation seen = agent.observation();
        seen.set("a", (float) random.uniform());
        seen.set(2, (float) random.uniform());
        seen.features().add(random.below(5), 1);
        seen.mask().forbid(0, random.below(3));
    }

    /** What the learner allocates at an update: its report, and generators for the order of learning. */
    @Test
    void theLearnerAllocatesNextToNothing() {
        try (LearningAgent agent = LearningAgent.builder(CONTEXTS, THREE)
                .learner(LearnerConfigs.actorCritic("critic", "separate", "rollout", "16"))
                .background(false)
                .build()) {
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 16, 16), 1);
            game.episodes(400);
            long least = Long.MAX_VALUE;
            for (int update = 0; update < 50; update++) {
                game.meanOf(4);
                agent.observation();
                long bytes = AllocatedBytes.of(agent::learn);
                agent.takeWeights();
                least = Math.min(least, bytes);
            }
            assertTrue(least < 2048, least + " bytes an update");
        }
    }

    @Test
    void closingEndsAnUpdateInProgress() throws InterruptedException {
        // An update of some minutes.
        LearnerConfig endless = LearnerConfigs.actorCritic("passes", "1000", "rollout", "2000", "hidden", "512,512");
        Thread learner;
        try (LearningAgent agent = bandit(endless)) {
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1);
            learner = learnerThread();
            while (!agent.isBehind()) {
                game.episode();
            }
        }
        assertFalse(learner.isAlive());
    }

    @Test
    void closingEndsAThreadThatSleeps() throws InterruptedException {
        LearningAgent agent = bandit(LearnerConfigs.actorCritic());
        Thread learner = learnerThread();
        assertTrue(learner.isDaemon());
        assertEquals(Thread.MIN_PRIORITY, learner.getPriority());
        LearningAgent other = agent.another();
        other.close();
        assertTrue(learner.isAlive());
        agent.close();
        assertFalse(learner.isAlive());
        assertTrue(agent.failure().isEmpty());
    }

    @Test
    void aFailureReachesTheGameWhichGoesOn() throws InterruptedException {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic("rollout", "10", "games", "1"))) {
            for (int decision = 0; decision < 20; decision++) {
                agent.observation().features().add(0, 1);
                agent.act();
                agent.reward(3e38f);
            }
            awaitThat(() -> agent.failure().isPresent());
            TrainingException failure =
                    assertInstanceOf(TrainingException.class, agent.failure().orElseThrow());
            assertTrue(failure.getMessage().startsWith("update 1 "), failure.getMessage());
            assertFalse(agent.takeWeights());
            agent.observation().features().add(0, 1);
            agent.act();
        }
    }

    private static LearningAgent bandit(LearnerConfig config) {
        return LearningAgent.builder(CONTEXTS, THREE).learner(config).seed(1).build();
    }

    private static Thread learnerThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("gdx-agents-learner"))
                .findAny()
                .orElseThrow();
    }

    private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(1);
        }
    }
}
