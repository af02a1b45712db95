package io.github.gdxagents.desktop.input;

import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.InputAdapter;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;

/**
 * The mouse: the paddle goes to the pointer's height, until a key or a gamepad is used. One thread at a time; nothing is allocated
 * while playing.
 */
public final class MouseInput extends InputAdapter implements PaddleInput {

    /** Which part of the way to the pointer the paddle goes in a tick, at most: paddles lag, and more would make them swing. */
    private static final double EAGERNESS = 0.2;

    /** So near is near enough, in court units. */
    private static final double DEAD_ZONE = 1.5;

    private final ToCourt toCourt;
    private boolean moved;
    private boolean button;
    private double height;

    /** Turns a height on screen into one on the court. */
    @FunctionalInterface
    public interface ToCourt {

        /**
         * Where the pointer is.
         *
         * @param screenX pixels from the left
         * @param screenY pixels from the top
         * @return court units from the upper wall
         */
        double height(int screenX, int screenY);
    }

    /**
     * The mouse for a match.
     *
     * @param toCourt knows how the court is drawn
     */
    public MouseInput(ToCourt toCourt) {
        this.toCourt = toCourt;
    }

    @Override
    public boolean mouseMoved(int screenX, int screenY) {
        moved = true;
        height = toCourt.height(screenX, screenY);
        return true;
    }

    @Override
    public boolean touchDragged(int screenX, int screenY, int pointer) {
        return mouseMoved(screenX, screenY);
    }

    @Override
    public boolean touchDown(int screenX, int screenY, int pointer, int pressed) {
        button |= pressed == Buttons.LEFT;
        return pressed == Buttons.LEFT;
    }

    @Override
    public boolean touchUp(int screenX, int screenY, int pointer, int released) {
        button &= released != Buttons.LEFT;
        return released == Buttons.LEFT;
    }

    /** {@inheritDoc} The pointer counts again when it moves. */
    @Override
    public void release() {
        moved = false;
    }

    @Override
    public boolean active(Side side) {
        return moved;
    }

    @Override
    public double speed(Side side, CourtView court) {
        double way = height - court.paddleY(side);
        return Math.abs(way) < DEAD_ZONE ? 0 : EAGERNESS * way / court.paddleSpeed();
    }

    @Override
    public boolean fire(Side side) {
        return button;
    }
}
