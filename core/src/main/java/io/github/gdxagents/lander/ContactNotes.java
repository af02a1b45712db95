package io.github.gdxagents.lander;

import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.Manifold;

/** Notes what of the lander touched what of the ground during a step of the world; acted on after it. */
final class ContactNotes implements ContactListener {

    private final Fixture pad;
    private final Fixture leftLeg;
    private final Fixture rightLeg;
    private boolean hull;
    private boolean left;
    private boolean right;
    private boolean leftOnPad;
    private boolean rightOnPad;

    ContactNotes(Fixture pad, Fixture leftLeg, Fixture rightLeg) {
        this.pad = pad;
        this.leftLeg = leftLeg;
        this.rightLeg = rightLeg;
    }

    void clear() {
        hull = false;
        left = false;
        right = false;
        leftOnPad = false;
        rightOnPad = false;
    }

    boolean hull() {
        return hull;
    }

    boolean left() {
        return left;
    }

    boolean right() {
        return right;
    }

    boolean bothOnPad() {
        return leftOnPad && rightOnPad;
    }

    /** Called while a part of the lander and a part of the ground touch, also for a touch that goes on from the step before. */
    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {
        Fixture a = contact.getFixtureA();
        Fixture b = contact.getFixtureB();
        boolean onPad = a == pad || b == pad;
        if (a == leftLeg || b == leftLeg) {
            left = true;
            leftOnPad |= onPad;
        } else if (a == rightLeg || b == rightLeg) {
            right = true;
            rightOnPad |= onPad;
        } else {
            hull = true;
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
        // The speed before the step says how hard a touch was.
    }
}
