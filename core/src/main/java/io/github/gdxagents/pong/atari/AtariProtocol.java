package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the game is played, without which a score means nothing.
 *
 * @param minSkip fewest frames that a decision lasts, 1 to 60
 * @param maxSkip most frames that a decision lasts, {@code minSkip} to 60; each number between is equally likely
 * @param sticky probability that a frame repeats the action of the frame before instead of the chosen one, 0 to 1
 * @param maxNoOps most frames without action at the start of an episode, 0 to 1,000; each number up to it is equally likely
 * @param actions what the agent may choose from
 */
public record AtariProtocol(int minSkip, int maxSkip, double sticky, int maxNoOps, ActionSet actions) {

    private static final String FRAME_SKIP = "frame-skip";
    private static final String STICKY = "sticky";
    private static final String NOOPS = "noops";
    private static final String ACTIONS = "actions";

    /**
     * Checks the ranges.
     *
     * @param minSkip fewest frames that a decision lasts, 1 to 60
     * @param maxSkip most frames that a decision lasts, {@code minSkip} to 60; each number between is equally likely
     * @param sticky probability that a frame repeats the action of the frame before instead of the chosen one, 0 to 1
     * @param maxNoOps most frames without action at the start of an episode, 0 to 1,000; each number up to it is equally likely
     * @param actions what the agent may choose from
     */
    public AtariProtocol {
        if (minSkip < 1 || maxSkip < minSkip || maxSkip > 60) {
            throw new IllegalArgumentException(
                    "frame-skip must be a number from 1 to 60 or a range such as 2-4, but was "
                            + skipText(minSkip, maxSkip));
        }
        if (!(sticky >= 0 && sticky <= 1)) {
            throw new IllegalArgumentException("sticky must be a probability from 0 to 1, but was " + text(sticky));
        }
        if (maxNoOps < 0 || maxNoOps > 1000) {
            throw new IllegalArgumentException("noops must be from 0 to 1000, but was " + maxNoOps);
        }
    }

    /**
     * Pong-v0 of Gym, the protocol of "Pong from Pixels": a decision lasts 2, 3 or 4 frames, and each frame repeats the action
     * before with probability 0.25; up and down only.
     *
     * @return the protocol
     */
    public static AtariProtocol pongV0() {
        return new AtariProtocol(2, 4, 0.25, 0, ActionSet.TWO);
    }

    /**
     * This protocol with another frame skip.
     *
     * @param text a number such as {@code 4}, or a range such as {@code 2-4}
     * @return a new protocol
     */
    public AtariProtocol withFrameSkip(String text) {
        int dash = text.indexOf('-', 1);
        try {
            int min = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
            int max = dash < 0 ? min : Integer.parseInt(text.substring(dash + 1));
            return new AtariProtocol(min, max, sticky, maxNoOps, actions);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "frame-skip must be a number from 1 to 60 or a range such as 2-4, but was " + text, e);
        }
    }

    /**
     * This protocol with another stickiness.
     *
     * @param probability 0 to 1
     * @return a new protocol
     */
    public AtariProtocol withSticky(double probability) {
        return new AtariProtocol(minSkip, maxSkip, probability, maxNoOps, actions);
    }

    /**
     * This protocol with another random start.
     *
     * @param frames most frames without action, 0 to 1,000
     * @return a new protocol
     */
    public AtariProtocol withMaxNoOps(int frames) {
        return new AtariProtocol(minSkip, maxSkip, sticky, frames, actions);
    }

    /**
     * This protocol with another choice of actions.
     *
     * @param set what the agent may choose from
     * @return a new protocol
     */
    public AtariProtocol withActions(ActionSet set) {
        return new AtariProtocol(minSkip, maxSkip, sticky, maxNoOps, set);
    }

    /**
     * How many frames the next decision lasts: one draw, if it varies.
     *
     * @param random the source of chance
     * @return {@link #minSkip()} to {@link #maxSkip()}
     */
    public int drawSkip(RandomStream random) {
        return minSkip == maxSkip ? minSkip : minSkip + random.below(maxSkip - minSkip + 1);
    }

    /**
     * The protocol in words, as it stands beside each score.
     *
     * @return for example {@code skip 2-4 · sticky 0.25 · no-ops ≤ 30}
     */
    public String line() {
        return "skip " + skipText(minSkip, maxSkip) + " · sticky " + text(sticky) + " · no-ops "
                + (maxNoOps == 0 ? "0" : "≤ " + maxNoOps);
    }

    /**
     * The protocol as names and values, as files keep it.
     *
     * @return {@code frame-skip}, {@code sticky}, {@code noops}, {@code actions}
     */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put(FRAME_SKIP, skipText(minSkip, maxSkip));
        settings.put(STICKY, text(sticky));
        settings.put(NOOPS, Integer.toString(maxNoOps));
        settings.put(ACTIONS, Integer.toString(actions.size()));
        return settings;
    }

    /**
     * Reads what {@link #settings()} wrote.
     *
     * @param settings all four names with their values
     * @return the protocol
     * @throws IllegalArgumentException if a name is missing or unknown, or a value out of range
     */
    public static AtariProtocol of(Map<String, String> settings) {
        Set<String> expected = Set.of(FRAME_SKIP, STICKY, NOOPS, ACTIONS);
        if (!settings.keySet().equals(expected)) {
            throw new IllegalArgumentException("the settings of Atari Pong are " + new TreeSet<>(expected)
                    + ", but found " + new TreeSet<>(settings.keySet()));
        }
        try {
            return pongV0().withFrameSkip(settings.getOrDefault(FRAME_SKIP, ""))
                    .withSticky(Double.parseDouble(settings.getOrDefault(STICKY, "")))
                    .withMaxNoOps(Integer.parseInt(settings.getOrDefault(NOOPS, "")))
                    .withActions(ActionSet.ofSize(Integer.parseInt(settings.getOrDefault(ACTIONS, ""))));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected numbers as settings of Atari Pong, but found " + settings, e);
        }
    }

    private static String skipText(int min, int max) {
        return min == max ? Integer.toString(min) : min + "-" + max;
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }
}
