package io.github.gdxagents.pong.match;

import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.atari.AtariMatchCourt;
import io.github.gdxagents.pong.box2d.Box2dCourt;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A court that a match can be played on. */
public enum CourtKind {
    /** The frame-exact court of Atari Pong. */
    ATARI {
        @Override
        public Court create(boolean againstCpu) {
            return againstCpu ? AtariMatchCourt.againstCpu() : AtariMatchCourt.forTwo();
        }
    },
    /** The court with real angles and spin. */
    PHYSICS {
        @Override
        public Court create(boolean againstCpu) {
            if (againstCpu) {
                throw new IllegalArgumentException(
                        "the physics court has no player of its own: the left paddle must be a player's");
            }
            return new Box2dCourt();
        }
    };

    /**
     * Makes a court.
     *
     * @param againstCpu whether the court's own player has the left paddle
     * @return a new court, to be closed by the caller
     * @throws IllegalArgumentException if this court has no player of its own
     */
    public abstract Court create(boolean againstCpu);

    /**
     * The word for it on the command line and in files.
     *
     * @return for example {@code atari}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What to call it on screen.
     *
     * @return for example {@code Atari}
     */
    public String title() {
        return name().charAt(0) + label().substring(1);
    }

    /**
     * The court with a name.
     *
     * @param label as on the command line
     * @return the court
     * @throws IllegalArgumentException if there is none
     */
    public static CourtKind named(String label) {
        for (CourtKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("court must be "
                + Arrays.stream(values()).map(CourtKind::label).collect(Collectors.joining(" or ")) + ", but was '"
                + label + "'");
    }
}
