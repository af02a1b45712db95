package io.github.gdxagents.lander;

/** Who flies a lander: a rule, a person, an agent. Asked before each tick. */
public interface LanderPlayer {

    /**
     * Thrust of the main engine.
     *
     * @param view the flight
     * @return 0 to 1
     */
    float main(LanderView view);

    /**
     * Thrust of the thrusters at the sides.
     *
     * @param view the flight
     * @return −1 (push and tilt to the left) to 1 (to the right)
     */
    float side(LanderView view);
}
