package io.github.gdxagents.pong.box2d;

import io.github.gdxagents.maths.Trigonometry;

/**
 * Velocity and spin of the ball, in court units and ticks: what the game's rules make of them. Where the ball is, and what it meets,
 * is the world's to say. One thread at a time; nothing is allocated after construction.
 */
final class BallFlight {

    /** A ball leaves a wall with at least this part of its speed, so that it does not crawl along it. */
    private static final double LEAST_OFF_WALL = 0.02;

    private final PhysicsSpec spec;
    private final PaddleBounce bounce;

    private double velocityX;
    private double velocityY;
    private double spin;
    private double pace;

    BallFlight(PhysicsSpec spec) {
        this.spec = spec;
        this.bounce = new PaddleBounce(spec);
    }

    /** No ball: everything is 0. */
    void stop() {
        velocityX = 0;
        velocityY = 0;
        spin = 0;
        pace = 0;
    }

    /** A new rally, towards 1 (right) or −1 (left), at an angle that is positive downwards. */
    void serve(int direction, double angle) {
        pace = spec.serveSpeed();
        spin = 0;
        head(direction, angle, pace);
    }

    private void head(int direction, double angle, double speed) {
        velocityX = direction * speed * Trigonometry.cos(angle);
        velocityY = speed * Trigonometry.sin(angle);
    }

    /** One tick in the air: spin bends the flight and wears off. */
    void fly() {
        if (spin != 0) {
            turn(spin);
            spin *= spec.spinLeft();
        }
    }

    /** Turns the flight, positive from the right to downwards, as far as it still goes across the court fast enough. */
    private void turn(double angle) {
        double speed = speed();
        int direction = direction();
        double cos = Trigonometry.cos(angle);
        double sin = Trigonometry.sin(angle);
        double x = cos * velocityX - sin * velocityY;
        double y = sin * velocityX + cos * velocityY;
        if (direction * x < spec.leastAcross() * speed) {
            x = direction * spec.leastAcross() * speed;
            y = Math.copySign(speed * Math.sqrt(1 - spec.leastAcross() * spec.leastAcross()), y);
        }
        velocityX = x;
        velocityY = y;
    }

    /** A hit, the ball so far below the paddle's centre; it flies to the other side. */
    void hit(double distance, double paddleVelocity, boolean fire) {
        int direction = -direction();
        double angle = bounce.angle(distance, StrictMath.atan2(velocityY, Math.abs(velocityX)));
        pace = bounce.pace(pace);
        head(direction, angle, bounce.speed(pace, fire));
        spin = bounce.spin(paddleVelocity, direction);
    }

    /** A wall throws the ball back, 1 (downwards, off the upper wall) or −1; spin turns it at once and is partly lost. */
    void bounceOffWall(int away) {
        double speed = speed();
        velocityY = away * Math.abs(velocityY);
        turn(spec.wallTurn() * spin);
        spin *= spec.wallSpinLeft();
        if (away * velocityY < LEAST_OFF_WALL * speed) {
            velocityX = direction() * speed * Math.sqrt(1 - LEAST_OFF_WALL * LEAST_OFF_WALL);
            velocityY = away * LEAST_OFF_WALL * speed;
        }
    }

    int direction() {
        return velocityX < 0 ? -1 : 1;
    }

    double speed() {
        return Math.sqrt(velocityX * velocityX + velocityY * velocityY);
    }

    double velocityX() {
        return velocityX;
    }

    double velocityY() {
        return velocityY;
    }

    double spin() {
        return spin;
    }

    /** The speed that the rally has grown to, without a smash. */
    double pace() {
        return pace;
    }
}
