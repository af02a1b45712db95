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
 * A pole on a cart: pushed left or right at each decision, the cart keeps the pole from falling. Each decision gives 1 point; the episode
 * is over when the pole leans by more than 12° or the cart is 2.4 m from the middle, and cut short after 500 decisions. The best score is
 * 500.
 *
 * <p>Equations and numbers: Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning control
 * problems", 1983, as in Gymnasium's {@code CartPole-v1}, there with an upright start within ±0.05 and Euler steps of 0.02 s. One
 * thread at a time; a step allocates nothing.
 */
public final class CartPole implements Environment {

    /** The score of a policy that never lets the pole fall. */
    public static final double BEST_SCORE = 500;

    private static final double GRAVITY = 9.8;
    private static final double POLE_MASS = 0.1;
    private static final double TOTAL_MASS = 1.0 + POLE_MASS;
    /** Half of the pole's length, in metres. */
    private static final double HALF_LENGTH = 0.5;

    private static final double POLE_MASS_LENGTH = POLE_MASS * HALF_LENGTH;
    private static final double FORCE = 10;
    private static final double TICK_SECONDS = 0.02;
    private static final double START = 0.05;
    private static final double END_POSITION = 2.4;
    private static final double END_ANGLE = 12 * 2 * Math.PI / 360;
    private static final int LIMIT = 500;

    private final ActionSpec actions = ActionSpec.discrete(2);
    private final ObservationSpec observations;
    private final boolean velocities;
    private double position;
    private double velocity;
    private double angle;
    private double angularVelocity;
    private int decisions;
    private boolean over = true;

    private CartPole(boolean velocities) {
        this.velocities = velocities;
        this.observations = velocities
                ? ObservationSpec.vector("position", "velocity", "angle", "angular-velocity")
                : ObservationSpec.vector("position", "angle").stacked(2);
    }

    /**
     * The whole state is seen: position (metres), velocity (metres per second), angle (radians, to the right), angular velocity (radians
     * per second).
     *
     * @return a new environment
     */
    public static CartPole complete() {
        return new CartPole(true);
    }

    /**
     * Only position and angle are seen, but those of the last two decisions: how they move must be learned from their differences.
     *
     * @return a new environment
     */
    public static CartPole positionsOnly() {
        return new CartPole(false);
    }

    @Override
    public ObservationSpec observationSpec() {
        return observations;
    }

    /** Push left (0) or right (1). */
    @Override
    public ActionSpec actionSpec() {
        return actions;
    }

    @Override
    public void reset(RandomStream random) {
        start(start(random), start(random), start(random), start(random));
    }

    private static double start(RandomStream random) {
        return START * (2 * random.uniform() - 1);
    }

    /** Begins an episode at a given state. */
    void start(double newPosition, double newVelocity, double newAngle, double newAngularVelocity) {
        position = newPosition;
        velocity = newVelocity;
        angle = newAngle;
        angularVelocity = newAngularVelocity;
        decisions = 0;
        over = false;
    }

    @Override
    public void observe(Observation into) {
        int next = 0;
        into.set(next++, (float) position);
        if (velocities) {
            into.set(next++, (float) velocity);
        }
        into.set(next++, (float) angle);
        if (velocities) {
            into.set(next, (float) angularVelocity);
        }
    }

    @Override
    public Outcome step(Action action) {
        if (over) {
            throw new IllegalStateException("reset must come before step: the episode is over");
        }
        move(action.choice() == 1 ? FORCE : -FORCE);
        decisions++;
        boolean fallen = Math.abs(position) > END_POSITION || Math.abs(angle) > END_ANGLE;
        over = fallen || decisions == LIMIT;
        if (fallen) {
            return Outcome.TERMINATED;
        }
        return over ? Outcome.TRUNCATED : Outcome.RUNNING;
    }

    private void move(double force) {
        double cos = Trigonometry.cos(angle);
        double sin = Trigonometry.sin(angle);
        double push = (force + POLE_MASS_LENGTH * angularVelocity * angularVelocity * sin) / TOTAL_MASS;
        double angularAcceleration =
                (GRAVITY * sin - cos * push) / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * cos * cos / TOTAL_MASS));
        double acceleration = push - POLE_MASS_LENGTH * angularAcceleration * cos / TOTAL_MASS;
        position += TICK_SECONDS * velocity;
        velocity += TICK_SECONDS * acceleration;
        angle += TICK_SECONDS * angularVelocity;
        angularVelocity += TICK_SECONDS * angularAcceleration;
    }

    @Override
    public float reward() {
        return 1;
    }

    double position() {
        return position;
    }

    double velocity() {
        return velocity;
    }

    double angle() {
        return angle;
    }

    double angularVelocity() {
        return angularVelocity;
    }
}
