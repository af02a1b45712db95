package io.github.gdxagents.pong.atari;

import java.util.List;

/** Which actions an agent may choose from, in the order of the network's outputs. */
public enum ActionSet {
    /** Up and down, as in "Pong from Pixels". */
    TWO(ConsoleAction.RIGHT, ConsoleAction.LEFT),
    /** Up, down and stay. */
    THREE(ConsoleAction.RIGHT, ConsoleAction.LEFT, ConsoleAction.NOOP),
    /** Up, down and stay, and FIRE without moving: every shot there is, in two thirds of the whole game's choices. */
    FOUR(ConsoleAction.RIGHT, ConsoleAction.LEFT, ConsoleAction.NOOP, ConsoleAction.FIRE),
    /** Up, down and stay, each also with FIRE: the whole game. */
    SIX(
            ConsoleAction.RIGHT,
            ConsoleAction.LEFT,
            ConsoleAction.NOOP,
            ConsoleAction.RIGHT_FIRE,
            ConsoleAction.LEFT_FIRE,
            ConsoleAction.FIRE);

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<ConsoleAction> actions;

    ActionSet(ConsoleAction... actions) {
        this.actions = List.of(actions);
    }

    /**
     * The set with so many actions.
     *
     * @param size 2, 3, 4 or 6
     * @return the set
     */
    public static ActionSet ofSize(int size) {
        for (ActionSet set : values()) {
            if (set.size() == size) {
                return set;
            }
        }
        throw new IllegalArgumentException("number of actions must be 2, 3, 4 or 6, but was " + size);
    }

    /**
     * How many actions there are.
     *
     * @return 2, 3, 4 or 6
     */
    public int size() {
        return actions.size();
    }

    /**
     * What an action means.
     *
     * @param action 0 (inclusive) to {@link #size()} (exclusive)
     * @return what to do at the console
     */
    public ConsoleAction get(int action) {
        return actions.get(action);
    }
}
