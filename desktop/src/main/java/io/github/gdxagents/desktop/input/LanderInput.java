package io.github.gdxagents.desktop.input;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.controllers.ControllerMapping;
import io.github.gdxagents.lander.LanderPlayer;
import io.github.gdxagents.lander.LanderView;
import java.util.BitSet;

/**
 * A person who flies a lander: arrow keys or W, A and D, or a gamepad's stick and button A. A key that was pressed and let go between
 * two ticks counts for one tick. One thread at a time; nothing is allocated while flying.
 */
public final class LanderInput extends InputAdapter implements LanderPlayer {

    private final Gamepads pads;
    private final BitSet held = new BitSet();
    private final BitSet tapped = new BitSet();

    /**
     * Keys and the first gamepad, if there is one.
     *
     * @param pads those of this computer
     */
    public LanderInput(Gamepads pads) {
        this.pads = pads;
    }

    private static boolean isBound(int keycode) {
        return switch (keycode) {
            case Keys.UP, Keys.W, Keys.SPACE, Keys.LEFT, Keys.A, Keys.RIGHT, Keys.D -> true;
            default -> false;
        };
    }

    @Override
    public boolean keyDown(int keycode) {
        if (!isBound(keycode)) {
            return false;
        }
        held.set(keycode);
        tapped.set(keycode);
        return true;
    }

    @Override
    public boolean keyUp(int keycode) {
        if (!isBound(keycode)) {
            return false;
        }
        held.clear(keycode);
        return true;
    }

    /** Forgets all keys: after a pause nobody knows which ones are still held. */
    public void release() {
        held.clear();
        tapped.clear();
    }

    /** After each tick: taps count once. */
    public void ticked() {
        tapped.clear();
    }

    private boolean on(int keycode) {
        return held.get(keycode) || tapped.get(keycode);
    }

    @Override
    public float main(LanderView view) {
        boolean key = on(Keys.UP) || on(Keys.W) || on(Keys.SPACE);
        return key || (pads.count() > 0 && padThrust(pads.get(0))) ? 1 : 0;
    }

    private static boolean padThrust(Controller pad) {
        ControllerMapping mapping = pad.getMapping();
        return pad.getButton(mapping.buttonA) || pad.getButton(mapping.buttonDpadUp);
    }

    @Override
    public float side(LanderView view) {
        int keys = (on(Keys.RIGHT) || on(Keys.D) ? 1 : 0) - (on(Keys.LEFT) || on(Keys.A) ? 1 : 0);
        return keys != 0 || pads.count() == 0 ? keys : padSide(pads.get(0));
    }

    private static float padSide(Controller pad) {
        ControllerMapping mapping = pad.getMapping();
        int cross = (pad.getButton(mapping.buttonDpadRight) ? 1 : 0) - (pad.getButton(mapping.buttonDpadLeft) ? 1 : 0);
        float stick = pad.getAxis(mapping.axisLeftX);
        return cross != 0 ? cross : Math.abs(stick) < GamepadInput.DEAD_ZONE ? 0 : stick;
    }
}
