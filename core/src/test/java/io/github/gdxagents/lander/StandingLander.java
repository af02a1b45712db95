package io.github.gdxagents.lander;

/** A lander that is where a test puts it: over level ground, the pad's middle at 10 m across and 2 m up. */
final class StandingLander implements LanderView {

    float distance;
    float altitude;
    float velocityX;
    float velocityY;
    float angle;
    float angularVelocity;
    boolean left;
    boolean right;
    float fuelUsed;
    int ticks;
    LanderStatus status = LanderStatus.FLYING;

    @Override
    public LanderSpec spec() {
        return LanderSpec.defaults();
    }

    @Override
    public int groundPoints() {
        return 2;
    }

    @Override
    public float groundX(int point) {
        return 20f * point;
    }

    @Override
    public float groundY(int point) {
        return 2;
    }

    @Override
    public float padX() {
        return 10;
    }

    @Override
    public float padY() {
        return 2;
    }

    @Override
    public float x() {
        return 10 + distance;
    }

    @Override
    public float y() {
        return 2 + LanderPart.STANDING_HEIGHT + altitude;
    }

    @Override
    public float velocityX() {
        return velocityX;
    }

    @Override
    public float velocityY() {
        return velocityY;
    }

    @Override
    public float angle() {
        return angle;
    }

    @Override
    public float angularVelocity() {
        return angularVelocity;
    }

    @Override
    public boolean leftLegTouches() {
        return left;
    }

    @Override
    public boolean rightLegTouches() {
        return right;
    }

    @Override
    public float mainThrust() {
        return 0;
    }

    @Override
    public float sideThrust() {
        return 0;
    }

    @Override
    public float fuelUsed() {
        return fuelUsed;
    }

    @Override
    public int ticks() {
        return ticks;
    }

    @Override
    public LanderStatus status() {
        return status;
    }
}
