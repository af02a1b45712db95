package io.github.gdxagents.pong.box2d;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Manifold;

/** Notes what the ball touched during a step of the world; acted on after it. */
final class ContactNotes implements ContactListener {

    private final Body upperWall;
    private final Body lowerWall;
    private final Body leftPaddle;
    private boolean upper;
    private boolean lower;
    private boolean left;
    private boolean right;

    ContactNotes(Body upperWall, Body lowerWall, Body leftPaddle) {
        this.upperWall = upperWall;
        this.lowerWall = lowerWall;
        this.leftPaddle = leftPaddle;
    }

    void clear() {
        upper = false;
        lower = false;
        left = false;
        right = false;
    }

    boolean upper() {
        return upper;
    }

    boolean lower() {
        return lower;
    }

    boolean left() {
        return left;
    }

    boolean right() {
        return right;
    }

    /** Called while two bodies touch, also for a touch that goes on from the step before. */
    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {
        Body a = contact.getFixtureA().getBody();
        Body b = contact.getFixtureB().getBody();
        if (a == upperWall || b == upperWall) {
            upper = true;
        } else if (a == lowerWall || b == lowerWall) {
            lower = true;
        } else if (a == leftPaddle || b == leftPaddle) {
            left = true;
        } else {
            right = true;
        }
    }

    @Override
    public void beginContact(Contact contact) {
        // preSolve follows.
    }

    @Override
    public void endContact(Contact contact) {
        // Of no interest.
    }

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {
        // Velocities are set by the rules.
    }
}
