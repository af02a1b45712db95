package io.github.gdxagents.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all classic tasks. */
class ClassicTasksTest {

    static Stream<EnvironmentProvider> tasks() {
        return ServiceLoader.load(EnvironmentProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider ->
                        provider.getClass().getPackageName().equals(ClassicTasksTest.class.getPackageName()));
    }

    static EnvironmentProvider task(String name) {
        return tasks().filter(task -> task.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void areFoundByName() {
        assertEquals(
                List.of("bandit", "cartpole", "cartpole-positions", "masked", "pendulum"),
                tasks().map(EnvironmentProvider::name).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void describeThemselvesInALine(EnvironmentProvider task) {
        assertTrue(task.name().matches("[a-z][a-z0-9-]{0,63}"));
        assertTrue(!task.description().isBlank() && task.description().length() <= 80);
        assertTrue(task.description().lines().count() == 1);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void sameSeedSameScores(EnvironmentProvider task) {
        EvaluationReport once = RandomPlay.run(task, 1, 50);
        assertEquals(once, RandomPlay.run(task, 1, 50));
        assertTrue(!once.equals(RandomPlay.run(task, 2, 50)));
    }

    /** What chance scores: a policy that has learned nothing. A change of these numbers is a change of the task. */
    @ParameterizedTest
    @CsvSource({
        "cartpole, 22, 1",
        "cartpole-positions, 22, 1",
        "pendulum, -1230, 40",
        "bandit, 0.25, 0.03",
        "masked, 5.1, 0.1"
    })
    void chanceScoresLittle(String name, double expected, double tolerance) {
        assertEquals(expected, RandomPlay.run(task(name), 1, 1000).mean(), tolerance);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void playAllocatesNothing(EnvironmentProvider task) {
        try (Environment environment = task.create()) {
            Observation observation = new Observation(environment.observationSpec(), environment.actionSpec());
            Action action = new Action(environment.actionSpec());
            RandomStream episodes = new RandomStream(1);
            RandomStream chance = new RandomStream(2);
            assertEquals(0, AllocatedBytes.leastOf(20, () -> play(environment, observation, action, episodes, chance)));
        }
    }

    private static void play(
            Environment environment,
            Observation observation,
            Action action,
            RandomStream episodes,
            RandomStream chance) {
        environment.reset(episodes);
        do {
            observation.clear();
            environment.observe(observation);
            RandomPlay.choose(chance, observation.mask(), action);
        } while (!environment.step(action).ended());
    }
}
