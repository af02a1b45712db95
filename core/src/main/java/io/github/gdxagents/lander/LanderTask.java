package io.github.gdxagents.lander;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.List;
import java.util.Map;

/**
 * The lander as a task for an agent: what it sees, what it may do, and for how long a decision lasts. The same for training without a
 * screen and for learning in the running game.
 */
public enum LanderTask {
    /** One of the {@link LanderControl}s at a time. */
    DISCRETE {
        @Override
        public ActionSpec actionSpec() {
            return ActionSpec.discrete(LanderControl.values().length);
        }

        @Override
        public void step(Lander lander, Action action) {
            lander.step(CONTROLS.get(action.choice()));
        }
    },
    /** The thrust of the main engine, 0 to 1, and of the thrusters at the sides, −1 (to the left) to 1 (to the right). */
    CONTINUOUS {
        @Override
        public ActionSpec actionSpec() {
            return new ActionSpec(List.of(), List.of(new ValueRange(0, 1), new ValueRange(-1, 1)));
        }

        @Override
        public void step(Lander lander, Action action) {
            lander.step(action.value(0), action.value(1));
        }
    };

    /** Ticks that a decision lasts: 15 decisions a second. */
    public static final int DECISION_TICKS = 4;

    private static final List<LanderControl> CONTROLS = List.of(LanderControl.values());

    /**
     * What may be done.
     *
     * @return the spec
     */
    public abstract ActionSpec actionSpec();

    /**
     * The hyper-parameters to learn it with: those of most games, but looking further ahead, and with a learning rate and an entropy bonus
     * that fall until 300,000 decisions.
     *
     * @return the hyper-parameters
     */
    public LearnerConfig learner() {
        return LearnerSettings.with(
                LearnerConfig.defaults(),
                Map.of("gamma", "0.995", "rate-end", "300000", "rate-floor", "0.1", "entropy-floor", "0.1"));
    }

    /**
     * What is seen: place, velocity, tilt and legs, as they are relative to the pad; metres, seconds, radians.
     *
     * @return nine named entries
     */
    public ObservationSpec observationSpec() {
        return ObservationSpec.vector(
                "distance",
                "altitude",
                "velocity x",
                "velocity y",
                "angle",
                "angular velocity",
                "left leg",
                "right leg",
                "fuel left");
    }

    /**
     * Writes what is seen.
     *
     * @param view the flight
     * @param into of {@link #observationSpec()}
     */
    public void observe(LanderView view, Observation into) {
        into.set(0, view.distance());
        into.set(1, view.altitude());
        into.set(2, view.velocityX());
        into.set(3, view.velocityY());
        into.set(4, view.angle());
        into.set(5, view.angularVelocity());
        into.set(6, view.leftLegTouches() ? 1 : 0);
        into.set(7, view.rightLegTouches() ? 1 : 0);
        into.set(8, (float) view.spec().fuelSeconds() - view.fuelUsed());
    }

    /**
     * Flies one tick.
     *
     * @param lander who flies
     * @param action how, of {@link #actionSpec()}
     */
    public abstract void step(Lander lander, Action action);
}
