package io.github.gdxagents.desktop.input;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.pong.Side;
import java.util.List;

/** Something that a key can do for a player. */
public enum Control {
    /** The left paddle goes up. */
    LEFT_UP(Side.LEFT, "up", Keys.W),
    /** The left paddle goes down. */
    LEFT_DOWN(Side.LEFT, "down", Keys.S),
    /** A ball hit by the left paddle flies off faster. */
    LEFT_FIRE(Side.LEFT, "fast shot", Keys.SPACE),
    /** The right paddle goes up. */
    RIGHT_UP(Side.RIGHT, "up", Keys.UP),
    /** The right paddle goes down. */
    RIGHT_DOWN(Side.RIGHT, "down", Keys.DOWN),
    /** A ball hit by the right paddle flies off faster. */
    RIGHT_FIRE(Side.RIGHT, "fast shot", Keys.ENTER);

    /** All of them; {@link #values()} makes a new array at each call. */
    private static final List<Control> ALL = List.of(values());

    private final Side side;
    private final String title;
    private final int usualKey;

    Control(Side side, String title, int usualKey) {
        this.side = side;
        this.title = title;
        this.usualKey = usualKey;
    }

    /**
     * All of them, without making a new array.
     *
     * @return in their order
     */
    public static List<Control> all() {
        return ALL;
    }

    /**
     * Whose keys these are.
     *
     * @return the side
     */
    public Side side() {
        return side;
    }

    /**
     * What it does, for the screen.
     *
     * @return for example {@code up}
     */
    public String title() {
        return title;
    }

    /**
     * The key before anybody changes it.
     *
     * @return one of libGDX's {@link Keys}
     */
    public int usualKey() {
        return usualKey;
    }

    static Control up(Side side) {
        return side == Side.LEFT ? LEFT_UP : RIGHT_UP;
    }

    static Control down(Side side) {
        return side == Side.LEFT ? LEFT_DOWN : RIGHT_DOWN;
    }

    static Control fire(Side side) {
        return side == Side.LEFT ? LEFT_FIRE : RIGHT_FIRE;
    }
}
