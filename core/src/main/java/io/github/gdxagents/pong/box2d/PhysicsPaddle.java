package io.github.gdxagents.pong.box2d;

import com.badlogic.gdx.physics.box2d.Body;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;

/** A paddle: its body moves at a speed that follows the player's wish with some inertia, and stays between the walls. */
final class PhysicsPaddle {

    private static final double HIGHEST = CourtView.PADDLE_HEIGHT / 2.0;
    private static final double LOWEST = CourtView.HEIGHT - HIGHEST;

    private final Body body;
    private final PhysicsSpec spec;
    private final float x;
    private double y;
    private double velocity;

    /** A paddle that moves a body up and down. */
    PhysicsPaddle(Body body, PhysicsSpec spec) {
        this.body = body;
        this.spec = spec;
        this.x = body.getPosition().x;
    }

    Body body() {
        return body;
    }

    /** Puts it at rest so many units below the middle. */
    void place(double belowMiddle) {
        body.setTransform(x, Box2dCourt.metres(belowMiddle), 0);
        body.setLinearVelocity(0, 0);
        velocity = 0;
        read();
    }

    /** Sets the speed of the next tick. */
    void drive(Move move) {
        double wish = spec.paddleSpeed() * move.level() / Move.FULL;
        double change = wish - velocity;
        velocity += Math.max(-spec.paddleAcceleration(), Math.min(spec.paddleAcceleration(), change));
        velocity = Math.max(HIGHEST - y, Math.min(LOWEST - y, velocity));
        body.setLinearVelocity(0, Box2dCourt.metresPerSecond(velocity));
    }

    /** Takes over where the world has moved it. */
    void read() {
        y = Box2dCourt.units(body.getPosition().y);
    }

    /** The centre's height, in units from the upper wall. */
    double y() {
        return y;
    }

    /** Units a tick, positive downwards. */
    double velocity() {
        return velocity;
    }
}
