package io.github.gdxagents.lander;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.learn.Trainer;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanderEnvironmentTest {

    @ParameterizedTest
    @EnumSource(LanderTask.class)
    void aDecisionLastsFourTicksAndItsRewardIsTheirGain(LanderTask task) {
        try (LanderEnvironment environment = new LanderEnvironment(task)) {
            environment.reset(new RandomStream(5));
            LanderReward rewards = new LanderReward();
            rewards.reset(environment.view());
            Action action = new Action(task.actionSpec());
            assertEquals(Outcome.RUNNING, environment.step(action));
            assertEquals(4, environment.view().ticks());
            assertEquals((float) rewards.gained(environment.view()), environment.reward());
        }
    }

    @Test
    void entriesAreWhatTheyAreCalled() {
        try (LanderEnvironment environment = new LanderEnvironment(LanderTask.DISCRETE)) {
            environment.reset(new RandomStream(5));
            Action action = new Action(environment.actionSpec());
            int right = 3;
            assertEquals(LanderControl.RIGHT, List.of(LanderControl.values()).get(right));
            action.choose(right);
            environment.step(action);
            Observation seen = new Observation(environment.observationSpec(), environment.actionSpec());
            environment.observe(seen);
            LanderView view = environment.view();
            assertEquals(view.distance(), seen.get("distance"));
            assertEquals(view.altitude(), seen.get("altitude"));
            assertEquals(view.velocityX(), seen.get("velocity x"));
            assertEquals(view.velocityY(), seen.get("velocity y"));
            assertEquals(view.angle(), seen.get("angle"));
            assertEquals(view.angularVelocity(), seen.get("angular velocity"));
            assertEquals(0, seen.get("left leg"));
            assertEquals(0, seen.get("right leg"));
            assertEquals(view.spec().fuelSeconds() - view.fuelUsed(), seen.get("fuel left"), 1e-5);
            assertTrue(view.fuelUsed() > 0 && view.velocityX() != 0);
        }
    }

    @Test
    void crashTerminatesAndTimeTruncates() {
        try (LanderEnvironment environment = new LanderEnvironment(LanderTask.CONTINUOUS)) {
            Action action = new Action(environment.actionSpec());
            action.setValue(0, 0);
            environment.reset(new RandomStream(5));
            Outcome outcome = Outcome.RUNNING;
            while (!outcome.ended()) {
                outcome = environment.step(action);
            }
            assertEquals(Outcome.TERMINATED, outcome);
            assertEquals(LanderStatus.CRASHED, environment.view().status());
            assertThrows(IllegalStateException.class, () -> environment.step(action));

            environment.reset(new RandomStream(6));
            LanderPilot pilot = new LanderPilot();
            outcome = Outcome.RUNNING;
            while (!outcome.ended()) {
                // Holds its height: up when it falls, else nothing.
                action.setValue(0, environment.view().velocityY() < 0 ? 1 : 0);
                action.setValue(1, pilot.side(environment.view()));
                outcome = environment.step(action);
            }
            assertEquals(Outcome.TRUNCATED, outcome);
            assertTrue(environment.view().timeUp());
        }
    }

    @Test
    void landersAreFoundByName() {
        long found = ServiceLoader.load(EnvironmentProvider.class).stream()
                .map(provider -> provider.get().name())
                .filter(name -> name.equals("lander") || name.equals("lander-continuous"))
                .count();
        assertEquals(2, found);
    }

    /** The README's budget: solved by each of five seeds, with actions drawn. */
    @ParameterizedTest
    @CsvSource({
        "DISCRETE, 1",
        "DISCRETE, 2",
        "DISCRETE, 3",
        "DISCRETE, 4",
        "DISCRETE, 5",
        "CONTINUOUS, 1",
        "CONTINUOUS, 2",
        "CONTINUOUS, 3",
        "CONTINUOUS, 4",
        "CONTINUOUS, 5"
    })
    @Tag("slow")
    void isSolvedWithin300000Decisions(LanderTask task, long seed) {
        try (Trainer trainer = new Trainer(task.learner(), seed, () -> new LanderEnvironment(task), 1, 2);
                Evaluation evaluation = new Evaluation(() -> new LanderEnvironment(task), 4, 2)) {
            while (trainer.decisions() < 300_000) {
                trainer.update(Long.MAX_VALUE, () -> false);
            }
            EvaluationReport report =
                    evaluation.run(trainer.network(), ActionChoice.SAMPLE, 777, 100, count -> {}, () -> false);
            assertTrue(report.mean() >= LanderReward.SOLVED, "seed " + seed + ": " + report.mean());
        }
    }
}
