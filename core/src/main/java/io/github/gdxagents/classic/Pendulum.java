package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.maths.Trigonometry;

/**
 * A pendulum that hangs anywhere and shall stand upright, by a motor that is too weak to lift it at once: it must swing. An episode is
 * cut short after 200 decisions; each gives {@code −(θ² + 0.1 ω² + 0.001 u²)}, θ being the angle from upright, ω its speed and u the
 * torque. The best possible score depends on the start; its mean over starts is about −150.
 *
 * <p>Equations and numbers are those of Gymnasium's {@code Pendulum-v1}: 1 kg at the end of 1 m, gravity 10 m/s², ticks of 0.05 s,
 * torque at most 2 Nm, speed at most 8 rad/s. One thread at a time; a step allocates nothing.
 */
public final class Pendulum implements Environment {

    private static final double GRAVITY = 10;
    private static final double MASS = 1;
    private static final double LENGTH = 1;
    private static final double TICK_SECONDS = 0.05;
    private static final double MAX_SPEED = 8;
    private static final float MAX_TORQUE = 2;
    private static final int LIMIT = 200;

    private final ActionSpec actions = ActionSpec.continuous(1, -MAX_TORQUE, MAX_TORQUE);
    private final ObservationSpec observations = ObservationSpec.vector("cos", "sin", "speed");

    private double angle;
    private double speed;
    private double reward;
    private int decisions = LIMIT;

    /** A pendulum before its first episode. */
    public Pendulum() {}

    /** Cosine and sine of the angle from upright, and the angular speed in radians per second. */
    @Override
    public ObservationSpec observationSpec() {
        return observations;
    }

    /** The torque, −2 to 2 Nm. */
    @Override
    public ActionSpec actionSpec() {
        return actions;
    }

    @Override
    public void reset(RandomStream random) {
        double newAngle = Math.PI * (2 * random.uniform() - 1);
        start(newAngle, 2 * random.uniform() - 1);
    }

    /** Begins an episode at a given state. */
    void start(double newAngle, double newSpeed) {
        angle = newAngle;
        speed = newSpeed;
        reward = 0;
        decisions = 0;
    }

    @Override
    public void observe(Observation into) {
        into.set(0, (float) Trigonometry.cos(angle));
        into.set(1, (float) Trigonometry.sin(angle));
        into.set(2, (float) speed);
    }

    @Override
    public Outcome step(Action action) {
        if (decisions == LIMIT) {
            throw new IllegalStateException("reset must come before step: the episode is over");
        }
        double torque = action.value(0);
        double fromUpright = angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
        reward = -(fromUpright * fromUpright + 0.1 * speed * speed + 0.001 * torque * torque);
        double acceleration =
                3 * GRAVITY / (2 * LENGTH) * Trigonometry.sin(angle) + 3.0 / (MASS * LENGTH * LENGTH) * torque;
        speed = Math.max(-MAX_SPEED, Math.min(MAX_SPEED, speed + acceleration * TICK_SECONDS));
        angle += speed * TICK_SECONDS;
        decisions++;
        return decisions == LIMIT ? Outcome.TRUNCATED : Outcome.RUNNING;
    }

    @Override
    public float reward() {
        return (float) reward;
    }

    double angle() {
        return angle;
    }

    double speed() {
        return speed;
    }
}
