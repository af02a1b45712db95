package io.github.gdxagents.desktop.input;

import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.controllers.ControllerMapping;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;

/**
 * A gamepad, where there is one: stick or cross for the paddle, button A for fast shots. With two people and two pads the first one
 * is the left person's. One thread at a time.
 */
public final class GamepadInput implements PaddleInput {

    /** A stick at rest is never quite in the middle. */
    static final double DEAD_ZONE = 0.2;

    private final Gamepads pads;
    private final boolean alone;

    /**
     * The gamepads for a match.
     *
     * @param pads those of this computer
     * @param alone whether there is only one person
     */
    public GamepadInput(Gamepads pads, boolean alone) {
        this.pads = pads;
        this.alone = alone;
    }

    private boolean has(Side side) {
        return pads.count() > index(side);
    }

    private int index(Side side) {
        return alone || side == Side.LEFT ? 0 : 1;
    }

    private Controller pad(Side side) {
        return pads.get(index(side));
    }

    @Override
    public boolean active(Side side) {
        return has(side) && wish(side) != 0;
    }

    @Override
    public double speed(Side side, CourtView court) {
        return wish(side);
    }

    private double wish(Side side) {
        Controller pad = pad(side);
        ControllerMapping mapping = pad.getMapping();
        double cross = (pad.getButton(mapping.buttonDpadDown) ? 1 : 0) - (pad.getButton(mapping.buttonDpadUp) ? 1 : 0);
        double stick = pad.getAxis(mapping.axisLeftY);
        return cross != 0 ? cross : Math.abs(stick) < DEAD_ZONE ? 0 : stick;
    }

    @Override
    public boolean fire(Side side) {
        return has(side) && pad(side).getButton(pad(side).getMapping().buttonA);
    }
}
