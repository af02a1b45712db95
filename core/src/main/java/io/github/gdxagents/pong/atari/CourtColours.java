package io.github.gdxagents.pong.atari;

/** Palette indices of the court, which depend on the frame alone (docs/atari-pong.md §2, §9). Stateless. */
final class CourtColours {

    /** The first frames have colours of their own. */
    private static final int FIRST_PLAIN_FRAME = 2;

    /** From here on the colours of title mode wander through the palette. */
    private static final int FIRST_WANDERING_FRAME = AtariCourt.TITLE_FRAME + 1;

    private CourtColours() {}

    static int background(AtariCourt court) {
        return colour(court, 34, 228);
    }

    /** Walls and ball. */
    static int wall(AtariCourt court) {
        return colour(court, 15, 210);
    }

    /** The left paddle and its score. */
    static int left(AtariCourt court) {
        return colour(court, 56, 250);
    }

    /** The right paddle and its score. */
    static int right(AtariCourt court) {
        return colour(court, 200, 138);
    }

    /** Whether this frame's colours are those of title mode. */
    static boolean wander(AtariCourt court) {
        return court.frames() >= FIRST_WANDERING_FRAME;
    }

    private static int colour(AtariCourt court, int plain, int atStart) {
        if (court.frames() < FIRST_PLAIN_FRAME) {
            return atStart;
        }
        return (plain + (wander(court) ? shift(court) : 0)) & 0xFE;
    }

    /** §9: 1 more every 256 frames, with its two halves of four bits in each other's place. */
    private static int shift(AtariCourt court) {
        int age = (1 + (court.frames() - FIRST_WANDERING_FRAME) / 256) & 0xFF;
        return (age & 0xF) << 4 | age >> 4;
    }
}
