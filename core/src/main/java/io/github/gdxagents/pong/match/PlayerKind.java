package io.github.gdxagents.pong.match;

import io.github.gdxagents.pong.player.TrackerStrength;
import java.util.Optional;

/** Who can play in a match. */
public enum PlayerKind {
    /** A trained policy. */
    AGENT("agent", "Agent", Optional.empty()),
    /** Follows the ball, slowly. */
    TRACKER_EASY("tracker:easy", "Tracker (easy)", Optional.of(TrackerStrength.EASY)),
    /** Follows the ball. */
    TRACKER("tracker", "Tracker", Optional.of(TrackerStrength.MIDDLE)),
    /** Follows the ball, fast. */
    TRACKER_HARD("tracker:hard", "Tracker (hard)", Optional.of(TrackerStrength.HARD)),
    /** Goes up and down at random. */
    RANDOM("random", "Random", Optional.empty()),
    /** A person. */
    HUMAN("human", "Human", Optional.empty()),
    /** Atari's own player, who only plays on the left of Atari's court. */
    CPU("cpu", "Atari CPU", Optional.empty());

    private final String label;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // Optional cannot be changed
    private final Optional<TrackerStrength> strength;

    PlayerKind(String label, String title, Optional<TrackerStrength> strength) {
        this.label = label;
        this.title = title;
        this.strength = strength;
    }

    /**
     * The word for it on the command line and in files.
     *
     * @return for example {@code tracker:easy}
     */
    public String label() {
        return label;
    }

    /**
     * What to call it on screen.
     *
     * @return for example {@code Tracker (easy)}
     */
    public String title() {
        return title;
    }

    /**
     * How good it is, if it follows the ball.
     *
     * @return the strength of a tracker
     */
    public Optional<TrackerStrength> strength() {
        return strength;
    }

    /**
     * The player with a name; {@code tracker:middle} is {@code tracker}, too.
     *
     * @param label as on the command line
     * @return the player
     * @throws IllegalArgumentException if there is none
     */
    public static PlayerKind named(String label) {
        for (PlayerKind kind : values()) {
            if (kind.label.equals(label) || (kind == TRACKER && label.equals("tracker:middle"))) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "a player must be agent, tracker, tracker:easy, tracker:hard, random, human or cpu, but was '" + label
                        + "'");
    }
}
