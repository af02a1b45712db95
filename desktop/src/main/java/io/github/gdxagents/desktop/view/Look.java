package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import io.github.gdxagents.pong.Side;
import java.util.Locale;

/** How a game looks. Changes nothing but the picture. */
public enum Look {
    /** In the colours of the console. */
    ATARI(0x904811FF, 0xECECECFF, 0xECECECFF, 0xD5824AFF, 0x5CBA5CFF, 0x00000000, 0x6B340CFF, 0xD8C8B8FF, false),
    /** Dark, round and glowing. */
    MODERN(0x0D1117FF, 0x30363DFF, 0xF0F6FCFF, 0xFF9E64FF, 0x7EE787FF, 0x21262DFF, 0x161B22FF, 0x8B949EFF, true);

    private final int background;
    private final int wall;
    private final int ball;
    private final int left;
    private final int right;
    private final int net;
    private final int ground;
    private final int legs;
    private final boolean glowing;

    Look(int background, int wall, int ball, int left, int right, int net, int ground, int legs, boolean glowing) {
        this.background = background;
        this.wall = wall;
        this.ball = ball;
        this.left = left;
        this.right = right;
        this.net = net;
        this.ground = ground;
        this.legs = legs;
        this.glowing = glowing;
    }

    /** The court's ground. */
    Color background(Color into) {
        return colour(background, into);
    }

    /** Walls above and below. */
    Color wall(Color into) {
        return colour(wall, into);
    }

    /** The ball. */
    Color ball(Color into) {
        return colour(ball, into);
    }

    /** A paddle and its score. */
    Color side(Side side, Color into) {
        return colour(side == Side.LEFT ? left : right, into);
    }

    /** The line in the middle; transparent where there is none. */
    Color net(Color into) {
        return colour(net, into);
    }

    /** What a lander lands on, below its surface. */
    Color ground(Color into) {
        return colour(ground, into);
    }

    /** A lander's legs. */
    Color legs(Color into) {
        return colour(legs, into);
    }

    private static Color colour(int rgba, Color into) {
        Color.rgba8888ToColor(into, rgba);
        return into;
    }

    /** Whether things shine. */
    boolean glowing() {
        return glowing;
    }

    /**
     * The word for it on screen and in preferences.
     *
     * @return for example {@code modern}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What to call it on screen.
     *
     * @return for example {@code Modern}
     */
    public String title() {
        return name().charAt(0) + label().substring(1);
    }

    /**
     * The other look.
     *
     * @return the next one
     */
    public Look next() {
        return this == ATARI ? MODERN : ATARI;
    }

    /**
     * The look with a name.
     *
     * @param label as in preferences
     * @return the look; the modern one for a name that is none
     */
    public static Look named(String label) {
        return label.equals(ATARI.label()) ? ATARI : MODERN;
    }
}
