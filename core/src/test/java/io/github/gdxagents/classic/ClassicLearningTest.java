package io.github.gdxagents.classic;

import static io.github.gdxagents.classic.ClassicTasksTest.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.agent.learn.LearnerConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Learning reaches the known scores: a second or two each, or, tagged slow, all targets with five seeds. */
class ClassicLearningTest {

    private static LearningCheck learn(String name, long seed, long decisions, int episodes) {
        EnvironmentProvider task = task(name);
        return LearningCheck.of(task, task.learner(), seed, decisions, episodes);
    }

    @Test
    void theBanditLearnsEachRightArm() {
        LearningCheck check = learn("bandit", 1, 30_000, 300);
        assertEquals(Bandit.BEST_SCORE, check.greedy().mean());
        assertTrue(check.sampled().mean() > 0.9, "sampled " + check.sampled().mean());
    }

    /** The environment throws if something forbidden is chosen, so that this also shows that it never was. */
    @Test
    void theMaskedChoiceIsLearnedAndTheMaskAlwaysKept() {
        LearningCheck check = learn("masked", 1, 30_000, 100);
        assertTrue(check.greedy().mean() > 9.8, "greedy " + check.greedy().mean());
        assertTrue(check.sampled().mean() > 8.5, "sampled " + check.sampled().mean());
    }

    @Test
    void theCartPoleIsLearned() {
        LearningCheck check = learn("cartpole", 1, 50_000, 20);
        assertTrue(
                check.worse() > 300,
                "sampled " + check.sampled().mean() + " greedy "
                        + check.greedy().mean());
    }

    @ParameterizedTest
    @MethodSource("io.github.gdxagents.classic.ClassicTasksTest#tasks")
    void noTaskNeedsNumbersOfItsOwn(EnvironmentProvider task) {
        assertEquals(LearnerConfig.defaults(), task.learner());
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "cartpole, 100_000, 100, 475",
        "cartpole-positions, 150_000, 100, 350",
        "pendulum, 300_000, 100, -300",
        "bandit, 50_000, 1000, 0.96",
        "masked, 100_000, 100, 9.8"
    })
    void fiveOfFiveSeedsReachTheTarget(String name, String decisions, int episodes, double target) {
        for (int seed = 1; seed <= 5; seed++) {
            LearningCheck check = learn(name, seed, Long.parseLong(decisions.replace("_", "")), episodes);
            assertTrue(
                    check.worse() >= target,
                    "seed " + seed + " sampled " + check.sampled().mean() + " greedy "
                            + check.greedy().mean());
        }
    }
}
