package io.github.gdxagents.desktop;

import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;

/** A court on which nothing moves by itself: what it shows is what it was made of. Paddles do up to two units a tick. */
public record StandingCourt(boolean ballInPlay, double ballX, double ballY, double leftPaddle, double rightPaddle)
        implements CourtView {

    @Override
    public double ballVelocityX() {
        return 0;
    }

    @Override
    public double ballVelocityY() {
        return 0;
    }

    @Override
    public double paddleY(Side side) {
        return side == Side.LEFT ? leftPaddle : rightPaddle;
    }

    @Override
    public double paddleSpeed() {
        return 2;
    }

    @Override
    public int score(Side side) {
        return 0;
    }

    @Override
    public int ticksToServe() {
        return 0;
    }

    @Override
    public boolean served() {
        return false;
    }

    @Override
    public boolean hitWall() {
        return false;
    }

    @Override
    public boolean hitBy(Side side) {
        return false;
    }

    @Override
    public boolean pointFor(Side side) {
        return false;
    }

    @Override
    public boolean over() {
        return false;
    }

    @Override
    public void picture(BinaryImage into) {
        throw new UnsupportedOperationException("nobody looks at this court");
    }

    @Override
    public void screen(Frame into) {
        throw new UnsupportedOperationException("nobody looks at this court");
    }

    @Override
    public long fingerprint() {
        return 0;
    }
}
