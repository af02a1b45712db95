package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning in the game's own thread, where everything can be repeated. */
class LearningAgentTest {

    private static final ObservationSpec CONTEXTS = ObservationSpec.features(6);
    private static final ActionSpec THREE = ActionSpec.discrete(3);

    @Test
    void theBanditIsLearnedWhileItIsPlayed() {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1);
            double before = game.meanOf(20);
            game.episodes(600);
            assertTrue(before < 0.7 * 20, "before " + before);
            assertTrue(agent.meanScore(100) > 0.85 * 20, "after " + agent.report());
            assertEquals(0, agent.report().dropped());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aForceIsLearnedWhileItPulls(long seed) {
        LearnerConfig config = LearnerSettings.with(
                LearnerConfig.defaults(), Map.of("games", "4", "rollout", "64", "learning-rate", "0.003"));
        PullEnvironment pull = new PullEnvironment();
        try (LearningAgent agent = agent(pull, config, seed)) {
            InPlaceGame game = new InPlaceGame(agent, pull, seed);
            double before = game.meanOf(20);
            game.episodes(400);
            assertTrue(before < -6, "before " + before);
            assertTrue(agent.meanScore(100) > -3.5, "after " + agent.report());
        }
    }

    @Test
    void theSameSeedAndTheSameCallsGiveTheSameBytes() {
        List<float[]> one = learned(1);
        List<float[]> same = learned(1);
        List<float[]> other = learned(2);
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i), same.get(i));
        }
        assertFalse(Arrays.equals(one.get(0), other.get(0)));
    }

    private static List<float[]> learned(long seed) {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), seed)) {
            new InPlaceGame(agent, new BanditEnvironment(6, 3, 5, 70), 1).episodes(60);
            assertTrue(agent.updates() > 3, agent.updates() + " updates");
            return agent.network().parameters();
        }
    }

    /**
     * The numbers of {@code ActorCriticTest.gamesThatAreCutOffAreWorthWhatTheyWouldHaveBrought}, worked out there by hand: all
     * observations are the same, so the critic learns one number.
     */
    @ParameterizedTest
    @CsvSource({"TRUNCATED, 1, 60, 10", "TERMINATED, 1, 60, 4.28", "TRUNCATED, -2, 60, 5.55", "TRUNCATED, 1, 37, 10"})
    void episodesThatAreCutShortAreWorthWhatTheyWouldHaveBrought(
            Outcome end, float lastReward, int rollout, double expected) {
        LearnerConfig config = LearnerConfigs.actorCritic(
                "gamma", "0.9", "hidden", "none", "learning-rate", "0.05", "rollout", Integer.toString(rollout));
        SteadyEnvironment steady = new SteadyEnvironment(10, end, lastReward);
        try (LearningAgent agent = agent(steady, config, 1)) {
            InPlaceGame game = new InPlaceGame(agent, steady, 1);
            game.episodes(60 * 24);
            assertEquals(expected, value(agent), 0.05 * expected);
        }
    }

    /** What somebody else decides is not learned from: for the learner the episode is cut short before it, and V is 10 as above. */
    @Test
    void whatAnotherAgentDoesIsNotLearnedFrom() {
        LearnerConfig config = LearnerConfigs.actorCritic("gamma", "0.9", "hidden", "none", "learning-rate", "0.05");
        SteadyEnvironment steady = new SteadyEnvironment(10, Outcome.TRUNCATED, 1);
        try (LearningAgent agent = agent(steady, config, 1)) {
            for (int episode = 0; episode < 60 * 40; episode++) {
                for (int step = 0; step < 10; step++) {
                    if (step == 4) {
                        agent.handOver((observation, into) -> into.choose(1));
                    }
                    if (step == 7) {
                        agent.takeBack();
                    }
                    steady.observe(agent.observation());
                    Action action = agent.act();
                    boolean led = step >= 4 && step < 7;
                    assertTrue(!led || action.choice() == 1);
                    agent.reward(led ? -100 : 1);
                }
                steady.observe(agent.observation());
                agent.endEpisode(Outcome.TRUNCATED);
                agent.learn();
                agent.takeWeights();
            }
            assertEquals(10, value(agent), 0.5);
            assertEquals(7 * 60 * 40, agent.report().recorded());
            assertTrue(Double.isNaN(agent.meanScore(100)), "scores that are not the policy's own do not count");
            assertEquals(60 * 40, agent.episodes());
        }
    }

    private static float value(LearningAgent agent) {
        ForwardPass pass = new ForwardPass(agent.network());
        pass.forward(new float[] {1});
        return pass.value();
    }

    @Test
    void rewardsBetweenTwoDecisionsAddUp() {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            agent.observation();
            agent.act();
            agent.reward(1);
            agent.reward(0.5f);
            agent.observation();
            agent.act();
            agent.reward(-4);
            assertEquals(-2.5, agent.score());
            agent.endEpisode(Outcome.TERMINATED);
            assertEquals(-2.5, agent.meanScore(20));
        }
    }

    @Test
    void callsInTheWrongOrderAreRefusedAndLeaveNoTrace() {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            assertRefused("observation()", agent::act);
            assertRefused("act() must come first", () -> agent.reward(1));
            assertRefused("act() must come first", () -> agent.endEpisode(Outcome.TERMINATED));
            assertRefused("act() must come first", agent::cut);
            agent.observation();
            agent.act();
            assertRefused("observation()", agent::act);
            assertRefused("cut short", () -> agent.endEpisode(Outcome.TRUNCATED));
            assertThrows(IllegalArgumentException.class, () -> agent.endEpisode(Outcome.CUT));
            assertThrows(IllegalArgumentException.class, () -> agent.reward(Float.NaN));
            agent.reward(2);
            agent.observation();
            agent.endEpisode(Outcome.TRUNCATED);
            assertRefused("act() must come first", () -> agent.endEpisode(Outcome.TERMINATED));
            assertEquals(2, agent.meanScore(1));
        }
    }

    @Test
    void aClosedAgentGivesWhatItKnowsAndPlaysNoMore() {
        LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1);
        agent.close();
        agent.close();
        assertRefused("closed", agent::observation);
        assertRefused("closed", agent::takeWeights);
        assertEquals(0, agent.report().decisions());
        assertTrue(agent.network().isFinite());
        assertEquals(0, agent.state().updates());
    }

    private static void assertRefused(String part, Runnable call) {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, call::run);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    @Test
    void theObservationIsClearedOncePerDecision() {
        try (LearningAgent agent = LearningAgent.builder(ObservationSpec.vector("a", "b"), THREE)
                .background(false)
                .build()) {
            agent.observation().set("a", 1);
            agent.observation().set("b", 2);
            agent.observation().mask().forbid(1);
            assertEquals(1, agent.observation().get("a"));
            agent.act();
            Observation next = agent.observation();
            assertEquals(0, next.get("a"));
            assertFalse(next.mask().any());
        }
    }

    @Test
    void anObservationThatCannotBeLearnedFromIsNamedAndMayBeMended() {
        try (LearningAgent agent = LearningAgent.builder(ObservationSpec.vector("height", "speed"), THREE)
                .background(false)
                .build()) {
            agent.observation().set("speed", Float.NaN);
            IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, agent::act);
            assertTrue(refusal.getMessage().contains("'speed'"), refusal.getMessage());
            agent.observation().set("speed", 0);
            for (int choice = 0; choice < 3; choice++) {
                agent.observation().mask().forbid(choice);
            }
            refusal = assertThrows(IllegalArgumentException.class, agent::act);
            assertTrue(refusal.getMessage().contains("branch 0"), refusal.getMessage());
            agent.observation().mask().allowAll();
            agent.act();
            assertEquals(1, agent.decisions());
        }
    }

    @Test
    void whatIsForbiddenIsNeverDone() {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            RandomStream random = new RandomStream(3);
            for (int decision = 0; decision < 2000; decision++) {
                int forbidden = random.below(3);
                Observation seen = agent.observation();
                seen.features().add(random.below(6), 1);
                seen.mask().forbid(forbidden);
                assertNotEquals(forbidden, agent.act().choice());
                // The forbidden choice would be the best one.
                agent.reward(-1);
                agent.learn();
                agent.takeWeights();
            }
            assertTrue(agent.updates() > 3);
        }
    }

    @Test
    void aGameThatNeverLearnsGoesOnUnrecorded() {
        LearnerConfig config = LearnerConfigs.actorCritic("rollout", "10");
        try (LearningAgent agent = bandit(config, 1)) {
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 10, 10), 1);
            game.meanOf(8);
            assertTrue(agent.isBehind());
            assertEquals(0, agent.report().dropped());
            game.meanOf(3);
            LearningReport report = agent.report();
            assertEquals(80, report.recorded());
            assertEquals(30, report.dropped());
            assertEquals(110, report.decisions());
            assertTrue(agent.learn());
            assertFalse(agent.isBehind());
            game.meanOf(1);
            assertEquals(90, agent.report().recorded());
        }
    }

    @Test
    void newWeightsPlayFromTheMomentTheyAreTaken() {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 60, 60), 1);
            PolicyNetwork before = agent.network();
            game.meanOf(4);
            // The last decision's end is not known before the next one.
            assertTrue(agent.learn());
            assertFalse(agent.learn());
            assertEquals(0, agent.weightsVersion());
            assertEquals(1, agent.report().finishedVersion());
            assertArrayEquals(
                    before.parameters().get(0), agent.network().parameters().get(0));
            assertTrue(agent.takeWeights());
            assertFalse(agent.takeWeights());
            assertEquals(1, agent.weightsVersion());
            assertFalse(Arrays.equals(
                    before.parameters().get(0), agent.network().parameters().get(0)));
        }
    }

    @Test
    void severalAgentsLearnTogether() {
        try (LearningAgent first = bandit(LearnerConfigs.actorCritic("rollout", "20"), 1)) {
            LearningAgent second = first.another();
            InPlaceGame one = new InPlaceGame(first, new BanditEnvironment(6, 3, 20, 20), 1);
            InPlaceGame two = new InPlaceGame(second, new BanditEnvironment(6, 3, 20, 20), 2);
            assertNotEquals(one.meanOf(2), two.meanOf(2), "each has chance of its own");
            assertTrue(first.learn());
            assertEquals(80, second.report().learnedDecisions());
            assertTrue(first.takeWeights());
            assertTrue(second.takeWeights());
            assertArrayEquals(
                    first.network().parameters().get(0),
                    second.network().parameters().get(0));
            LearningAgent third = second.another();
            assertEquals(1, third.weightsVersion());
            second.close();
            one.meanOf(2);
            new InPlaceGame(third, new BanditEnvironment(6, 3, 20, 20), 2).meanOf(2);
            assertTrue(first.learn());
        }
    }

    @Test
    void learningThatMakesThingsWorseIsTakenBack() {
        PolicyNetwork good = good();
        LearnerConfig ruinous = LearnerConfigs.actorCritic("learning-rate", "1", "max-gradient-norm", "0");
        try (LearningAgent agent = LearningAgent.builder(CONTEXTS, THREE)
                .learner(ruinous)
                .seed(1)
                .beginWith(good)
                .background(false)
                .build()) {
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1);
            game.episodes(19);
            assertEquals(0, agent.updates(), "given weights are measured first");
            double before = agent.meanScore(19);
            int episodes = 0;
            while (agent.rollbacks() == 0 && episodes++ < 200) {
                game.episodes(1);
            }
            assertEquals(1, agent.rollbacks(), "rollbacks");
            assertTrue(agent.meanScore(20) < 0.7 * 20, "ruined: " + agent.report());
            assertTrue(agent.report().recordMean() > 0.85 * 20);
            // Nothing was learned since: these are the weights that it began with, bit for bit.
            List<float[]> back = agent.network().parameters();
            for (int i = 0; i < back.size(); i++) {
                assertArrayEquals(good.parameters().get(i), back.get(i));
            }
            assertEquals(
                    good.normaliser().toList(), agent.network().normaliser().toList());
            double after = game.meanOf(20);
            assertTrue(after > 0.85 * 20 && before > 0.85 * 20, before + " before, " + after + " after");
        }
    }

    @Test
    void withoutAWatchNothingComesBack() {
        LearnerConfig ruinous = LearnerConfigs.actorCritic("learning-rate", "1");
        try (LearningAgent agent = LearningAgent.builder(CONTEXTS, THREE)
                .learner(ruinous)
                .rollbackEpisodes(0)
                .background(false)
                .build()) {
            new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1).episodes(300);
            assertEquals(0, agent.rollbacks());
            assertTrue(Double.isNaN(agent.report().recordMean()));
        }
    }

    @Test
    void whatWasLearnedGoesOnInAnotherRunOfTheGame() {
        LearnerConfig config = LearnerConfigs.actorCritic("scale-rewards", "true");
        TrainerState kept;
        PolicyNetwork network;
        try (LearningAgent agent = bandit(config, 1)) {
            new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1).episodes(300);
            kept = throughAFile(config, agent.state(), agent.network());
            network = agent.network();
            assertEquals(agent.updates(), kept.updates());
            assertFalse(kept.returnMoments().isEmpty());
        }
        try (Trainer trainer = new Trainer(config, 1, () -> new BanditEnvironment(6, 3, 20, 20), 1, 1)) {
            trainer.restore(kept);
            UpdateReport report = trainer.update(1, () -> false).orElseThrow();
            assertEquals(kept.updates() + 1, report.update());
            assertTrue(report.meanScore20() > 0.8 * 20, "without a window " + report.meanScore20());
        }
        try (LearningAgent agent = LearningAgent.builder(CONTEXTS, THREE)
                .learner(config)
                .resume(kept)
                .background(false)
                .build()) {
            assertArrayEquals(
                    network.parameters().get(0), agent.network().parameters().get(0));
            assertEquals(kept.updates(), agent.updates());
            assertEquals(kept.returnMoments(), agent.state().returnMoments());
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1);
            double before = game.meanOf(40);
            game.episodes(200);
            assertTrue(agent.updates() > kept.updates());
            assertTrue(agent.meanScore(100) > before - 1, before + " before, then " + agent.report());
        }
    }

    private static TrainerState throughAFile(LearnerConfig config, TrainerState state, PolicyNetwork network) {
        Checkpoint checkpoint =
                new Checkpoint("bandit", Map.of(), config, 1, network.spec(), state, Optional.empty(), 0, CONTEXTS);
        return CheckpointCodec.decode(CheckpointCodec.encode(checkpoint), "the test")
                .state();
    }

    @Test
    void numbersThatGrowBeyondAllBoundsEndTheLearningNotTheGame() {
        LearnerConfig config = LearnerConfigs.actorCritic("rollout", "10", "games", "1");
        try (LearningAgent agent = bandit(config, 1)) {
            PolicyNetwork before = agent.network();
            for (int decision = 0; decision <= 10; decision++) {
                agent.observation().features().add(0, 1);
                agent.act();
                agent.reward(3e38f);
            }
            TrainingException failure = assertThrows(TrainingException.class, agent::learn);
            assertTrue(failure.getMessage().startsWith("update 1 "), failure.getMessage());
            assertFalse(agent.takeWeights());
            assertArrayEquals(
                    before.parameters().get(0), agent.network().parameters().get(0));
            agent.observation().features().add(0, 1);
            agent.act();
        }
    }

    @Test
    void whatCannotWorkIsRefusedAtOnce() {
        LearningAgentBuilder builder = LearningAgent.builder(CONTEXTS, THREE);
        assertThrows(IllegalArgumentException.class, () -> builder.learner(LearnerConfigs.small()));
        assertThrows(IllegalArgumentException.class, () -> builder.rollbackEpisodes(1));
        builder.beginWith(LearnerConfigs.actorCritic().network().fresh(7, 3, new RandomStream(1)));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, builder::build);
        assertTrue(refusal.getMessage().contains("weights to begin with"), refusal.getMessage());
    }

    @Test
    void aPolicyWithoutItsCriticCannotLearnOn() {
        PolicyNetwork critic = LearnerConfig.defaults()
                .network()
                .fresh(LearnerConfig.defaults().spec(CONTEXTS, THREE, 0), new RandomStream(1));
        PolicyNetwork alone = new Policy("bandit", Map.of(), CONTEXTS, critic, Optional.empty())
                .withoutCritic()
                .network();
        LearningAgentBuilder builder = LearningAgent.builder(CONTEXTS, THREE).beginWith(alone);
        assertEquals(
                "the weights to begin with have no critic, which learning needs: expected a policy that was kept with it",
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    /** As TERMINATED above: nothing beyond the cut counts, though the game could have gone on. */
    @Test
    void nothingBeyondACutCountsWhereTheEpisodeIsCutShortToo() {
        LearnerConfig config = LearnerConfigs.actorCritic("gamma", "0.9", "hidden", "none", "learning-rate", "0.05");
        SteadyEnvironment steady = new SteadyEnvironment(10, Outcome.TRUNCATED, 1);
        try (LearningAgent agent = agent(steady, config, 1)) {
            for (int decision = 1; decision <= 600 * 24; decision++) {
                steady.observe(agent.observation());
                agent.act();
                agent.reward(1);
                if (decision % 10 == 0) {
                    agent.cut();
                    steady.observe(agent.observation());
                    agent.endEpisode(Outcome.TRUNCATED);
                }
                agent.learn();
                agent.takeWeights();
            }
            assertEquals(4.28, value(agent), 0.05 * 4.28);
        }
    }

    @Test
    void aGameThatWaitsWhileTheLearnerIsBehindLosesNothing() {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic("rollout", "10"), 1)) {
            int decisions = 0;
            while (!agent.isBehind()) {
                playDecision(agent);
                decisions++;
            }
            assertEquals(80, decisions, "all 8 recordings are full, the last decision is still open");
            assertTrue(agent.learn());
            assertFalse(agent.isBehind());
            while (!agent.isBehind()) {
                playDecision(agent);
            }
            assertEquals(0, agent.report().dropped());
            assertEquals(agent.decisions(), agent.report().recorded());
            playDecision(agent);
            assertEquals(1, agent.report().dropped());
        }
    }

    private static void playDecision(LearningAgent agent) {
        agent.observation().features().add(0, 1);
        agent.act();
        agent.reward(1);
    }

    @Test
    void afterAFailureNothingMoreIsLearned() {
        LearnerConfig config = LearnerConfigs.actorCritic("rollout", "10", "games", "1");
        try (LearningAgent agent = bandit(config, 1)) {
            for (int decision = 0; decision <= 40; decision++) {
                agent.observation().features().add(0, 1);
                agent.act();
                agent.reward(decision < 10 ? 3e38f : 1);
            }
            assertTrue(agent.failure().isEmpty());
            TrainingException failure = assertThrows(TrainingException.class, agent::learn);
            assertSame(failure, assertThrows(TrainingException.class, agent::learn));
            assertSame(failure, agent.failure().orElseThrow());
            assertEquals(0, agent.updates());
            assertFalse(agent.takeWeights());
        }
    }

    @Test
    void aResumedAgentKeepsItsEpisodesAndScoresAndDrawsOtherChance() {
        TrainerState kept;
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1).episodes(120);
            kept = agent.state();
        }
        LearnerConfig still = LearnerConfigs.actorCritic();
        TrainerState later = withUpdates(kept, kept.updates() + 1);
        try (LearningAgent agent = resumed(still, kept);
                LearningAgent again = resumed(still, kept);
                LearningAgent other = resumed(still, later)) {
            assertEquals(120, agent.episodes());
            assertEquals(kept.recentScores(), agent.state().recentScores());
            assertEquals(120, agent.state().episodes());
            String first = choices(agent);
            assertEquals(first, choices(again));
            assertNotEquals(first, choices(other));
        }
    }

    private static TrainerState withUpdates(TrainerState state, long updates) {
        return new TrainerState(
                updates,
                state.episodes(),
                state.decisions(),
                state.recentScores(),
                state.parameters(),
                state.optimizerSteps(),
                state.optimizerMemory(),
                state.partialBatch(),
                state.games(),
                state.inputMoments(),
                state.returnMoments());
    }

    private static LearningAgent resumed(LearnerConfig config, TrainerState state) {
        return LearningAgent.builder(CONTEXTS, THREE)
                .learner(config)
                .seed(1)
                .resume(state)
                .background(false)
                .build();
    }

    /** What is done in a hundred decisions where a few things can be done. */
    private static String choices(LearningAgent agent) {
        StringBuilder choices = new StringBuilder();
        for (int decision = 0; decision < 100; decision++) {
            agent.observation();
            choices.append(agent.act().choice());
        }
        return choices.toString();
    }

    @Test
    void anObservationThatIsRefusedBeginsNoEpisode() {
        try (LearningAgent agent = LearningAgent.builder(ObservationSpec.vector("height"), THREE)
                .background(false)
                .build()) {
            agent.observation().features().add(0, 1);
            IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, agent::act);
            assertTrue(refusal.getMessage().contains("no features"), refusal.getMessage());
            assertRefused("act() must come first", () -> agent.reward(1));
            agent.observation().features().clear();
            agent.act();
            agent.reward(1);
        }
    }

    @Test
    void rewardsThatAddUpBeyondAllBoundsAreRefused() {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            agent.observation();
            agent.act();
            agent.reward(3e38f);
            assertThrows(IllegalArgumentException.class, () -> agent.reward(3e38f));
            assertEquals(3e38f, agent.score());
            agent.reward(-3e38f);
            agent.observation();
            agent.act();
            agent.reward(3e38f);
        }
    }

    @Test
    void whoTakesOverIsToldOnceThatAnEpisodeBegins() {
        Leader leader = new Leader();
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            agent.handOver(leader);
            for (int episode = 1; episode <= 3; episode++) {
                for (int decision = 0; decision < 4; decision++) {
                    agent.observation();
                    agent.act();
                }
                assertEquals(episode, leader.begun);
                agent.endEpisode(Outcome.TERMINATED);
            }
            agent.takeBack();
            agent.observation();
            agent.act();
            agent.handOver(leader);
            agent.observation();
            agent.act();
            assertEquals(4, leader.begun);
        }
    }

    @Test
    void whoTakesOverMayNotDoWhatIsForbidden() {
        Leader leader = new Leader();
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            agent.handOver(leader);
            agent.observation().mask().forbid(1);
            assertRefused("forbidden", agent::act);
            assertRefused("act() must come first", () -> agent.reward(1));
            assertEquals(0, agent.decisions());
            leader.choice = 2;
            assertEquals(2, agent.act().choice());
            assertEquals(1, leader.begun);
        }
    }

    private static final class Leader implements Agent {
        private int begun;
        private int choice = 1;

        @Override
        public void begin() {
            begun++;
        }

        @Override
        public void act(Observation observation, Action into) {
            into.choose(choice);
        }
    }

    /** The parent has not taken the weights that came back; what it played with is not learned from any more. */
    @Test
    void whoJoinsAfterARollbackGetsWeightsThatAreLearnedFrom() {
        LearnerConfig ruinous = LearnerConfigs.actorCritic("learning-rate", "1", "max-gradient-norm", "0");
        PolicyNetwork good = good();
        try (LearningAgent agent = LearningAgent.builder(CONTEXTS, THREE)
                .learner(ruinous)
                .seed(1)
                .beginWith(good)
                .background(false)
                .build()) {
            InPlaceGame game = new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1);
            for (int episode = 0; agent.rollbacks() == 0; episode++) {
                assertTrue(episode < 300, agent.report().toString());
                agent.takeWeights();
                game.episode();
                agent.learn();
            }
            assertTrue(agent.weightsVersion() < agent.report().finishedVersion());
            LearningAgent late = agent.another();
            assertEquals(agent.weightsVersion(), late.weightsVersion());
            long before = late.updates();
            new InPlaceGame(late, new BanditEnvironment(6, 3, 20, 20), 2).episodes(60);
            assertTrue(late.weightsVersion() >= agent.report().finishedVersion());
            assertTrue(late.updates() > before, late.report().toString());
        }
    }

    private static PolicyNetwork good() {
        try (LearningAgent agent = bandit(LearnerConfigs.actorCritic(), 1)) {
            new InPlaceGame(agent, new BanditEnvironment(6, 3, 20, 20), 1).episodes(600);
            return agent.network();
        }
    }

    @Test
    void recordingsThatDoNotFitAreRefusedWhenTheAgentIsMade() {
        ObservationSpec large = new ObservationSpec(
                IntStream.range(0, 4000).mapToObj(i -> "e" + i).toList(), List.of(), 0, 60, true);
        LearningAgentBuilder builder = LearningAgent.builder(large, THREE)
                .learner(LearnerConfigs.actorCritic("rollout", "20000", "games", "1"));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, builder::build);
        assertTrue(refusal.getMessage().contains("rollout"), refusal.getMessage());
    }

    private static LearningAgent bandit(LearnerConfig config, long seed) {
        return LearningAgent.builder(CONTEXTS, THREE)
                .learner(config)
                .seed(seed)
                .background(false)
                .build();
    }

    private static LearningAgent agent(Environment environment, LearnerConfig config, long seed) {
        return LearningAgent.builder(environment.observationSpec(), environment.actionSpec())
                .learner(config)
                .seed(seed)
                .background(false)
                .build();
    }
}
