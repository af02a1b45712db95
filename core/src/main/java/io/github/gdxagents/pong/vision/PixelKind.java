package io.github.gdxagents.pong.vision;

/** What a lit pixel belongs to, as its colour tells. */
public enum PixelKind {
    /** The ball, 2 pixels while it is in play. */
    BALL(0),
    /** The left paddle, at most 16 pixels. */
    LEFT_PADDLE(1),
    /** The right paddle, at most 16 pixels. */
    RIGHT_PADDLE(2),
    /** Anything else: only in title mode, whose colours wander through the palette. */
    OTHER(3);

    private final int code;

    PixelKind(int code) {
        this.code = code;
    }

    /** A number of two bits, for {@link BinaryImage}. */
    int code() {
        return code;
    }

    /** The kind with a {@link #code()}. */
    static PixelKind ofCode(int code) {
        return switch (code) {
            case 0 -> BALL;
            case 1 -> LEFT_PADDLE;
            case 2 -> RIGHT_PADDLE;
            default -> OTHER;
        };
    }

    /** The kind in a picture whose left and right have changed places. */
    PixelKind mirrored() {
        return switch (this) {
            case LEFT_PADDLE -> RIGHT_PADDLE;
            case RIGHT_PADDLE -> LEFT_PADDLE;
            case BALL, OTHER -> this;
        };
    }

    /**
     * The kind of a lit pixel. Each kind has two colours, the second one in the first two frames after a reset.
     *
     * @param paletteIndex 0 to 255, not a background colour
     * @return what has this colour
     */
    public static PixelKind ofColour(int paletteIndex) {
        return switch (paletteIndex) {
            case 14, 210 -> BALL;
            case 56, 250 -> LEFT_PADDLE;
            case 200, 138 -> RIGHT_PADDLE;
            default -> OTHER;
        };
    }
}
