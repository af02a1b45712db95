package io.github.gdxagents.lander;

/**
 * The numbers of the game: metres, seconds, kilograms, newtons, radians. Ticks are 1/60 s.
 *
 * @param width of the world, 16 to 100 m
 * @param height of the world, 10 to 100 m; the lander begins {@value #START_BELOW_TOP} m below its top
 * @param gravity downwards, 0.1 to 20 m/s²
 * @param mass of the lander, 1 to 10,000 kg
 * @param inertia of the lander about its centre of mass, 0.1 to 10,000 kg m²
 * @param mainThrust full thrust of the main engine, more than the weight, at most ten times it, in N
 * @param sideThrust full thrust of a thruster at the side, 0 (exclusive) to the weight, in N
 * @param sideArm how far above the centre of mass these push, 0 (exclusive) to 1 m: a push to the right also tilts to the right
 * @param damping by which part of itself the turning slows down in a second, 0 to 10
 * @param padWidth of the pad, 2 to 8 m, at most a third of the world's width
 * @param safeSpeed a leg that touches the ground faster breaks, 0.1 to 10 m/s
 * @param safeAngle a lander that stands on its pad more askew has not landed, 0.01 to 1
 * @param stillSpeed one that moves faster has not landed, 0.01 to 1 m/s
 * @param stillTicks for how long both legs must stand, still and upright, 1 to 600 ticks
 * @param fuelSeconds how long the fuel lasts with the main engine fully on, 1 to 1,000 s
 * @param sideFuel what a thruster at the side burns of what the main engine burns, 0 to 1
 * @param startSpeed how fast the lander begins across at most, and downwards at most, 0 to 5 m/s
 * @param startAngle how far it begins tilted to either side at most, 0 to 1
 * @param mostTicks after so many ticks it is time to call it a day, 60 to 100,000
 */
public record LanderSpec(
        double width,
        double height,
        double gravity,
        double mass,
        double inertia,
        double mainThrust,
        double sideThrust,
        double sideArm,
        double damping,
        double padWidth,
        double safeSpeed,
        double safeAngle,
        double stillSpeed,
        int stillTicks,
        double fuelSeconds,
        double sideFuel,
        double startSpeed,
        double startAngle,
        int mostTicks) {

    /** How far below the world's top the lander begins, in metres. */
    public static final double START_BELOW_TOP = 1.5;

    /**
     * Checks the ranges.
     *
     * @param width of the world, 16 to 100 m
     * @param height of the world, 10 to 100 m; the lander begins {@value #START_BELOW_TOP} m below its top
     * @param gravity downwards, 0.1 to 20 m/s²
     * @param mass of the lander, 1 to 10,000 kg
     * @param inertia of the lander about its centre of mass, 0.1 to 10,000 kg m²
     * @param mainThrust full thrust of the main engine, more than the weight, at most ten times it, in N
     * @param sideThrust full thrust of a thruster at the side, 0 (exclusive) to the weight, in N
     * @param sideArm how far above the centre of mass these push, 0 (exclusive) to 1 m
     * @param damping by which part of itself the turning slows down in a second, 0 to 10
     * @param padWidth of the pad, 2 to 8 m, at most a third of the world's width
     * @param safeSpeed a leg that touches the ground faster breaks, 0.1 to 10 m/s
     * @param safeAngle a lander that stands on its pad more askew has not landed, 0.01 to 1
     * @param stillSpeed one that moves faster has not landed, 0.01 to 1 m/s
     * @param stillTicks for how long both legs must stand, still and upright, 1 to 600 ticks
     * @param fuelSeconds how long the fuel lasts with the main engine fully on, 1 to 1,000 s
     * @param sideFuel what a thruster at the side burns of what the main engine burns, 0 to 1
     * @param startSpeed how fast the lander begins across at most, and downwards at most, 0 to 5 m/s
     * @param startAngle how far it begins tilted to either side at most, 0 to 1
     * @param mostTicks after so many ticks it is time to call it a day, 60 to 100,000
     */
    public LanderSpec {
        check("width", width, 16, 100);
        check("height", height, 10, 100);
        check("gravity", gravity, 0.1, 20);
        check("mass", mass, 1, 10_000);
        check("inertia", inertia, 0.1, 10_000);
        double weight = mass * gravity;
        check("mainThrust", mainThrust, Math.nextUp(weight), 10 * weight);
        check("sideThrust", sideThrust, Double.MIN_VALUE, weight);
        check("sideArm", sideArm, Double.MIN_VALUE, 1);
        check("damping", damping, 0, 10);
        check("padWidth", padWidth, 2, Math.min(8, width / 3));
        check("safeSpeed", safeSpeed, 0.1, 10);
        check("safeAngle", safeAngle, 0.01, 1);
        check("stillSpeed", stillSpeed, 0.01, 1);
        check("stillTicks", stillTicks, 1, 600);
        check("fuelSeconds", fuelSeconds, 1, 1000);
        check("sideFuel", sideFuel, 0, 1);
        check("startSpeed", startSpeed, 0, 5);
        check("startAngle", startAngle, 0, 1);
        check("mostTicks", mostTicks, 60, 100_000);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but was " + value);
        }
    }

    /**
     * The numbers of the game: gravity as on the moon, a main engine of 2.4 times the weight.
     *
     * @return the specification
     */
    public static LanderSpec defaults() {
        return new LanderSpec(20, 13, 1.62, 100, 22, 390, 45, 0.5, 1, 5, 2, 0.35, 0.2, 30, 15, 0.1, 1.5, 0.2, 1200);
    }

    /**
     * Other legs.
     *
     * @param speed a leg that touches the ground faster breaks, 0.1 to 10 m/s
     * @return a copy that differs in this alone
     */
    public LanderSpec withSafeSpeed(double speed) {
        return new LanderSpec(
                width,
                height,
                gravity,
                mass,
                inertia,
                mainThrust,
                sideThrust,
                sideArm,
                damping,
                padWidth,
                speed,
                safeAngle,
                stillSpeed,
                stillTicks,
                fuelSeconds,
                sideFuel,
                startSpeed,
                startAngle,
                mostTicks);
    }

    /**
     * Another tank.
     *
     * @param seconds how long the fuel lasts with the main engine fully on, 1 to 1,000 s
     * @return a copy that differs in this alone
     */
    public LanderSpec withFuel(double seconds) {
        return new LanderSpec(
                width,
                height,
                gravity,
                mass,
                inertia,
                mainThrust,
                sideThrust,
                sideArm,
                damping,
                padWidth,
                safeSpeed,
                safeAngle,
                stillSpeed,
                stillTicks,
                seconds,
                sideFuel,
                startSpeed,
                startAngle,
                mostTicks);
    }

    /**
     * Another beginning.
     *
     * @param speed how fast the lander begins across at most, and downwards at most, 0 to 5 m/s
     * @param angle how far it begins tilted to either side at most, 0 to 1
     * @return a copy that differs in this alone
     */
    public LanderSpec withStart(double speed, double angle) {
        return new LanderSpec(
                width,
                height,
                gravity,
                mass,
                inertia,
                mainThrust,
                sideThrust,
                sideArm,
                damping,
                padWidth,
                safeSpeed,
                safeAngle,
                stillSpeed,
                stillTicks,
                fuelSeconds,
                sideFuel,
                speed,
                angle,
                mostTicks);
    }

    /**
     * Which part of the main engine's thrust holds an upright lander where it is.
     *
     * @return 0.1 to 1 (exclusive)
     */
    public double hoverThrust() {
        return mass * gravity / mainThrust;
    }
}
