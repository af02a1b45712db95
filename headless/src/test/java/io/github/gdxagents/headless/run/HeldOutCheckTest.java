package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentFactory;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages of 10, 20, 40 and 100 episodes. Scores go up and down by one, so their standard deviation is 1. */
class HeldOutCheckTest {

    private static final Optional<HeldOutScore> BEST = Optional.of(new HeldOutScore(500, 100, 10, 0.1));
    private static final Optional<HeldOutScore> NO_BEST = Optional.empty();
    private static final Optional<Double> NO_GOAL = Optional.empty();

    private final PolicyNetwork network = network(1);

    @Test
    void surelyWorsePolicyIsSeenInATenthOfTheEpisodes() {
        assertEquals(10, played(around(5), BEST, NO_GOAL));
        assertEquals(10, played(around(5), BEST, Optional.of(18.0)));
        assertEquals(10, played(around(5), BEST, Optional.of(5.0)));
    }

    @Test
    void policyThatGetsSurelyWorseIsSeenInAFifth() {
        assertEquals(20, played(episode -> episode < 10 ? around(10).applyAsDouble(episode) : -21, BEST, NO_GOAL));
    }

    @Test
    void unclearPolicyPlaysAllEpisodes() {
        assertEquals(100, played(around(10), BEST, NO_GOAL));
        assertEquals(100, played(around(9.8), BEST, NO_GOAL));
        assertEquals(100, played(around(10.2), BEST, NO_GOAL));
    }

    @Test
    void surelyBetterPolicyIsBelievedAfterFourTenths() {
        assertEquals(40, played(around(15), BEST, NO_GOAL));
        assertEquals(40, played(around(-15), NO_BEST, NO_GOAL));
        assertEquals(40, played(around(15), BEST, Optional.of(18.0)));
    }

    @Test
    void allEpisodesDecideAboutTheGoal() {
        assertEquals(100, played(around(18), BEST, Optional.of(18.0)));
        assertEquals(100, played(around(17.8), BEST, Optional.of(18.0)));
        assertEquals(100, played(around(21), BEST, Optional.of(18.0)));
        assertEquals(100, played(around(18), NO_BEST, Optional.of(18.0)));
    }

    /** Ten or forty times 9.9 might still be a policy of 10 or more. */
    @Test
    void fewEqualScoresAreNoProof() {
        assertEquals(100, played(episode -> 9.9, BEST, NO_GOAL));
        assertEquals(40, played(episode -> 9.8, BEST, NO_GOAL));
        assertEquals(10, played(episode -> 9.6, BEST, NO_GOAL));
        assertEquals(100, played(episode -> 17.9, BEST, Optional.of(18.0)));
        assertEquals(40, played(episode -> 17.8, BEST, Optional.of(18.0)));
    }

    @Test
    void scoreIsThatOfAllEpisodesPlayed() {
        HeldOutScore score = check(new ScriptedGame(episode -> episode % 4), 100, NO_GOAL)
                .run(network, 4321, BEST, count -> {}, () -> false)
                .orElseThrow();
        // Ten episodes of 0 to 3: 0 1 2 3 0 1 2 3 0 1, of mean 1.3 and squares of 12.1 around it.
        assertEquals(new HeldOutScore(4321, 10, 1.3, Math.sqrt(12.1 / 9) / Math.sqrt(10)), score);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "5, 5", "9, 9", "10, 10", "15, 15"})
    void fewEpisodesAreAllPlayedWhereNothingIsClear(int episodes, int expected) {
        ScriptedGame game = new ScriptedGame(around(10));
        HeldOutScore score = check(game, episodes, NO_GOAL)
                .run(network, 1, BEST, count -> {}, () -> false)
                .orElseThrow();
        assertEquals(expected, score.episodes());
        assertEquals(expected, game.episodes());
    }

    @Test
    void goalIsReachedByTheLowerEndOfTheInterval() {
        HeldOutCheck check = check(new ScriptedGame(around(0)), 100, Optional.of(18.0));
        assertTrue(check.isReached(new HeldOutScore(1, 100, 18.5, 0.25)));
        assertFalse(check.isReached(new HeldOutScore(1, 100, 18.5, 0.26)));
        assertTrue(check.isReached(new HeldOutScore(1, 100, 18, 0)));
        assertFalse(check(new ScriptedGame(around(0)), 100, NO_GOAL).isReached(new HeldOutScore(1, 100, 21, 0)));
    }

    @Test
    void scoreIsBetterBeyondNoiseOrAtTheGoal() {
        HeldOutCheck check = check(new ScriptedGame(around(0)), 100, Optional.of(18.0));
        HeldOutCheck withoutGoal = check(new ScriptedGame(around(0)), 100, NO_GOAL);
        HeldOutScore least = new HeldOutScore(1, 100, -21, 0);
        assertTrue(check.isBetter(least, NO_BEST));
        assertTrue(withoutGoal.isBetter(least, NO_BEST));
        // Both errors together are 0.3 * 1.41.
        Optional<HeldOutScore> best = Optional.of(new HeldOutScore(1, 100, 17, 0.3));
        assertTrue(withoutGoal.isBetter(new HeldOutScore(2, 100, 17.5, 0.3), best));
        assertFalse(withoutGoal.isBetter(new HeldOutScore(2, 100, 17.4, 0.3), best));
        // Not better beyond noise, but surely at the goal, as the best so far is not.
        Optional<HeldOutScore> unsure = Optional.of(new HeldOutScore(1, 100, 18.4, 0.3));
        HeldOutScore sure = new HeldOutScore(2, 100, 18.5, 0.2);
        assertTrue(check.isBetter(sure, unsure));
        assertFalse(withoutGoal.isBetter(sure, unsure));
        assertFalse(check.isBetter(sure, Optional.of(sure)));
    }

    @Test
    void sameSeedIsTheSameResultOnAnyNumberOfThreadsAndCopies() {
        Optional<HeldOutScore> once = toy(5, 1, 1, network);
        assertEquals(once, toy(5, 1, 1, network));
        assertEquals(once, toy(5, 4, 2, network));
        assertEquals(once, toy(5, 3, 4, network));
        assertNotEquals(once, toy(6, 1, 1, network));
        assertNotEquals(once, toy(5, 1, 1, network(2)));
    }

    /** The later stages play other episodes than the first one, and no later look plays others than an earlier one. */
    @Test
    void everyLookPlaysTheSameEpisodesEachOnce() {
        List<Integer> drawn = new ArrayList<>();
        try (Evaluation evaluation = Evaluation.duringTraining(() -> new ToyGame(drawn::add), 1, 1)) {
            HeldOutCheck check = new HeldOutCheck(evaluation, 5, 30, NO_GOAL);
            Optional<HeldOutScore> nearlyTheSame = Optional.of(new HeldOutScore(1, 30, 0, 5));
            check.run(network, 1000, nearlyTheSame, count -> {}, () -> false);
            assertEquals(30, drawn.size());
            assertEquals(30, new HashSet<>(drawn).size());
            check.run(network, 2000, nearlyTheSame, count -> {}, () -> false);
        }
        assertEquals(drawn.subList(0, 30), drawn.subList(30, 60));
    }

    @Test
    void episodesAreNotThoseOfAnEvaluationOfAFinishedPolicy() {
        Set<Integer> selecting = Collections.synchronizedSet(new HashSet<>());
        try (Evaluation evaluation = Evaluation.duringTraining(() -> new ToyGame(selecting::add), 2, 2)) {
            new HeldOutCheck(evaluation, 5, 100, NO_GOAL).run(network, 1000, NO_BEST, count -> {}, () -> false);
        }
        Set<Integer> finished = Collections.synchronizedSet(new HashSet<>());
        try (Evaluation evaluation = new Evaluation(() -> new ToyGame(finished::add), 2, 2)) {
            evaluation.run(network, ActionChoice.SAMPLE, 5, 100, count -> {}, () -> false);
        }
        assertEquals(40, selecting.size());
        assertEquals(100, finished.size());
        assertTrue(Collections.disjoint(selecting, finished));
    }

    /** Whenever it is stopped: before, in and between stages. The last question comes when all episodes are over. */
    @Test
    void interruptedLookIsNone() {
        AtomicInteger asked = new AtomicInteger();
        HeldOutCheck whole = check(new ScriptedGame(around(10)), 100, NO_GOAL);
        assertTrue(whole.run(network, 1, BEST, count -> {}, () -> asked.incrementAndGet() < 0)
                .isPresent());
        int times = asked.get();
        assertTrue(times > 100, () -> times + " questions in 100 episodes");
        for (int patience = 0; patience < times - 1; patience += patience < 30 ? 1 : 7) {
            int patient = patience;
            AtomicInteger count = new AtomicInteger();
            HeldOutCheck check = check(new ScriptedGame(around(10)), 100, NO_GOAL);
            assertEquals(
                    Optional.empty(),
                    check.run(network, 1, BEST, done -> {}, () -> count.incrementAndGet() > patient),
                    () -> "stopped after " + patient + " questions");
        }
    }

    @Test
    void failureOfTheGameIsNoInterruption() {
        Environment broken = new ScriptedGame(episode -> {
            throw new IllegalStateException("the game broke");
        });
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> check(broken, 100, NO_GOAL).run(network, 1, BEST, count -> {}, () -> false));
        assertEquals("the game broke", e.getMessage());
    }

    private static IntToDoubleFunction around(double mean) {
        return episode -> mean + (episode % 2 == 0 ? 1 : -1);
    }

    private int played(IntToDoubleFunction scores, Optional<HeldOutScore> best, Optional<Double> goal) {
        ScriptedGame game = new ScriptedGame(scores);
        HeldOutScore score = check(game, 100, goal)
                .run(network, 1000, best, count -> {}, () -> false)
                .orElseThrow();
        assertEquals(game.episodes(), score.episodes());
        return score.episodes();
    }

    private static HeldOutCheck check(Environment game, int episodes, Optional<Double> goal) {
        return new HeldOutCheck(Evaluation.duringTraining(() -> game, 1, 1), 7, episodes, goal);
    }

    private static Optional<HeldOutScore> toy(long seed, int copies, int threads, PolicyNetwork network) {
        EnvironmentFactory games = () -> new ToyGame(draw -> {});
        try (Evaluation evaluation = Evaluation.duringTraining(games, copies, threads)) {
            return new HeldOutCheck(evaluation, seed, 50, NO_GOAL)
                    .run(network, 1000, NO_BEST, count -> {}, () -> false);
        }
    }

    private static PolicyNetwork network(long seed) {
        NetworkConfig config = Preset.named("fast").learner().network();
        return config.fresh(config.spec(3, 2, 0), new RandomStream(seed));
    }
}
