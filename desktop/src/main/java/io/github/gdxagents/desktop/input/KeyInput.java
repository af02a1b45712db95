package io.github.gdxagents.desktop.input;

import com.badlogic.gdx.InputAdapter;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;
import java.util.BitSet;

/**
 * The keyboard. A key that was pressed and let go between two ticks counts for one tick, or short taps would be lost. A person who
 * is alone may use the keys of both sides. One thread at a time; nothing is allocated while playing.
 */
public final class KeyInput extends InputAdapter implements PaddleInput {

    private final KeyBindings bindings;
    private final boolean alone;
    private final BitSet held = new BitSet();
    private final BitSet tapped = new BitSet();

    /**
     * The keyboard for a match.
     *
     * @param bindings which key does what
     * @param alone whether there is only one person
     */
    public KeyInput(KeyBindings bindings, boolean alone) {
        this.bindings = bindings;
        this.alone = alone;
    }

    @Override
    public boolean keyDown(int keycode) {
        if (keycode < 0) {
            return false;
        }
        held.set(keycode);
        tapped.set(keycode);
        return isBound(keycode);
    }

    @Override
    public boolean keyUp(int keycode) {
        if (keycode < 0) {
            return false;
        }
        held.clear(keycode);
        return isBound(keycode);
    }

    private boolean isBound(int keycode) {
        for (int i = 0; i < Control.all().size(); i++) {
            if (bindings.key(Control.all().get(i)) == keycode) {
                return true;
            }
        }
        return false;
    }

    /** Forgets all keys: after a pause nobody knows which ones are still held. */
    @Override
    public void release() {
        held.clear();
        tapped.clear();
    }

    /** After each tick: taps count once. */
    public void ticked() {
        tapped.clear();
    }

    private boolean on(Control control) {
        int key = bindings.key(control);
        return held.get(key) || tapped.get(key);
    }

    private boolean up(Side side) {
        return on(Control.up(side)) || (alone && on(Control.up(side.other())));
    }

    private boolean down(Side side) {
        return on(Control.down(side)) || (alone && on(Control.down(side.other())));
    }

    @Override
    public boolean active(Side side) {
        return up(side) || down(side);
    }

    @Override
    public double speed(Side side, CourtView court) {
        return (down(side) ? 1 : 0) - (up(side) ? 1 : 0);
    }

    @Override
    public boolean fire(Side side) {
        return on(Control.fire(side)) || (alone && on(Control.fire(side.other())));
    }
}
