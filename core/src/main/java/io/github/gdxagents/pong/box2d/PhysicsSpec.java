package io.github.gdxagents.pong.box2d;

/**
 * The numbers of the physics court. Lengths are court units, times are ticks of 1/60 s, angles are radians.
 *
 * @param ballRadius the ball's radius, 0.5 to 4 units
 * @param serveSpeed the ball's speed at a serve, above 0 units a tick, at most {@code topSpeed}
 * @param speedGrowth what a hit multiplies the rally's speed by, 1 to 2
 * @param topSpeed where the rally's speed stops growing, at most 8 units a tick
 * @param smash what a hit with the button held multiplies the ball's speed by until the next hit, 1 to 2
 * @param serveAngle steepest serve, 0 to 1
 * @param edgeAngle what the place of the hit gives to the angle, at the paddle's ends, 0 to 1.5
 * @param angleKept which part of the ball's own angle a hit keeps, 0 to 1
 * @param steepestHit steepest angle after a hit, 0 to 1.2
 * @param leastAcross least part of the ball's speed that goes across the court, above 0 to 0.5; what a hit gives must be above it
 * @param paddleSpeed a paddle's full speed, above 0 to 8 units a tick
 * @param paddleAcceleration how much a paddle's speed can change in a tick, above 0 to 8 units a tick
 * @param spinGain radians a tick that the ball's flight turns by for each unit a tick of the paddle that hit it, 0 to 0.01
 * @param mostSpin strongest spin, 0 to 0.05 radians a tick
 * @param spinLeft what a tick leaves of the spin, 0 to 1
 * @param wallTurn how many ticks' turn a wall makes of the spin at once, 0 to 20
 * @param wallSpinLeft what a wall leaves of the spin, 0 to 1
 * @param serveDelay ticks from a point to the next serve, 1 to 1,000
 */
public record PhysicsSpec(
        double ballRadius,
        double serveSpeed,
        double speedGrowth,
        double topSpeed,
        double smash,
        double serveAngle,
        double edgeAngle,
        double angleKept,
        double steepestHit,
        double leastAcross,
        double paddleSpeed,
        double paddleAcceleration,
        double spinGain,
        double mostSpin,
        double spinLeft,
        double wallTurn,
        double wallSpinLeft,
        int serveDelay) {

    /**
     * Checks the ranges.
     *
     * @param ballRadius the ball's radius, 0.5 to 4 units
     * @param serveSpeed the ball's speed at a serve, above 0 units a tick, at most {@code topSpeed}
     * @param speedGrowth what a hit multiplies the rally's speed by, 1 to 2
     * @param topSpeed where the rally's speed stops growing, at most 8 units a tick
     * @param smash what a hit with the button held multiplies the ball's speed by until the next hit, 1 to 2
     * @param serveAngle steepest serve, 0 to 1
     * @param edgeAngle what the place of the hit gives to the angle, at the paddle's ends, 0 to 1.5
     * @param angleKept which part of the ball's own angle a hit keeps, 0 to 1
     * @param steepestHit steepest angle after a hit, 0 to 1.2
     * @param leastAcross least part of the ball's speed that goes across the court, above 0 to 0.5; what a hit gives must be above it
     * @param paddleSpeed a paddle's full speed, above 0 to 8 units a tick
     * @param paddleAcceleration how much a paddle's speed can change in a tick, above 0 to 8 units a tick
     * @param spinGain radians a tick that the ball's flight turns by for each unit a tick of the paddle that hit it, 0 to 0.01
     * @param mostSpin strongest spin, 0 to 0.05 radians a tick
     * @param spinLeft what a tick leaves of the spin, 0 to 1
     * @param wallTurn how many ticks' turn a wall makes of the spin at once, 0 to 20
     * @param wallSpinLeft what a wall leaves of the spin, 0 to 1
     * @param serveDelay ticks from a point to the next serve, 1 to 1,000
     */
    public PhysicsSpec {
        check("ballRadius", ballRadius, 0.5, 4);
        check("topSpeed", topSpeed, Double.MIN_VALUE, 8);
        check("serveSpeed", serveSpeed, Double.MIN_VALUE, topSpeed);
        check("speedGrowth", speedGrowth, 1, 2);
        check("smash", smash, 1, 2);
        check("serveAngle", serveAngle, 0, 1);
        check("edgeAngle", edgeAngle, 0, 1.5);
        check("angleKept", angleKept, 0, 1);
        check("steepestHit", steepestHit, 0, 1.2);
        check("leastAcross", leastAcross, Double.MIN_VALUE, 0.5);
        check("cosine of steepestHit", StrictMath.cos(steepestHit), leastAcross, 1);
        check("cosine of serveAngle", StrictMath.cos(serveAngle), leastAcross, 1);
        check("paddleSpeed", paddleSpeed, Double.MIN_VALUE, 8);
        check("paddleAcceleration", paddleAcceleration, Double.MIN_VALUE, 8);
        check("spinGain", spinGain, 0, 0.01);
        check("mostSpin", mostSpin, 0, 0.05);
        check("spinLeft", spinLeft, 0, 1);
        check("wallTurn", wallTurn, 0, 20);
        check("wallSpinLeft", wallSpinLeft, 0, 1);
        check("serveDelay", serveDelay, 1, 1000);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be " + (least == Double.MIN_VALUE ? "above 0 and at most " : "from " + least + " to ")
                            + most + ", but was " + value);
        }
    }

    /**
     * The numbers of the game, see docs/adr/0012-physics-court.md.
     *
     * @return the specification
     */
    public static PhysicsSpec defaults() {
        return new PhysicsSpec(
                1.5,
                1.7,
                1.04,
                4,
                1.12,
                StrictMath.toRadians(30),
                StrictMath.toRadians(50),
                0.25,
                StrictMath.toRadians(58),
                0.35,
                3,
                0.6,
                0.0027,
                0.008,
                0.99,
                8,
                0.6,
                63);
    }
}
