package io.github.gdxagents.desktop.input;

import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.controllers.ControllerListener;
import com.badlogic.gdx.controllers.Controllers;
import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.util.function.Consumer;

/** The gamepads of this computer, which come and go; none where their native library does not work. */
public final class Gamepads {

    private final Array<Controller> pads;
    private final boolean working;

    private Gamepads(Array<Controller> pads, boolean working) {
        this.pads = pads;
        this.working = working;
    }

    /**
     * Looks for gamepads; needs a running application.
     *
     * @param tell hears why there can be none
     * @return those that are there, and those that are plugged in later
     */
    public static Gamepads find(Consumer<String> tell) {
        try {
            return new Gamepads(Controllers.getControllers(), true);
        } catch (GdxRuntimeException | IllegalStateException | LinkageError e) {
            tell.accept("gamepads do not work here: " + e.getMessage());
            return none();
        }
    }

    /**
     * No gamepads.
     *
     * @return none, now and later
     */
    public static Gamepads none() {
        return new Gamepads(new Array<>(), false);
    }

    /**
     * How many there are now.
     *
     * @return 0 or more
     */
    public int count() {
        return pads.size;
    }

    /**
     * One of them.
     *
     * @param index 0 (inclusive) to {@link #count()} (exclusive)
     * @return the gamepad
     */
    public Controller get(int index) {
        return pads.get(index);
    }

    /**
     * Has somebody hear of buttons and of gamepads that go.
     *
     * @param listener until {@link #ignore}
     */
    public void listen(ControllerListener listener) {
        if (working) {
            Controllers.addListener(listener);
        }
    }

    /**
     * Ends what {@link #listen} began.
     *
     * @param listener who no longer hears
     */
    public void ignore(ControllerListener listener) {
        if (working) {
            Controllers.removeListener(listener);
        }
    }
}
