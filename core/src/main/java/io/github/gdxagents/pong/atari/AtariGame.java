package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the game is played, and what the agent sees of it: all that a policy must meet again to be worth its score.
 *
 * @param protocol how it is played
 * @param observation what the agent sees
 */
public record AtariGame(AtariProtocol protocol, PictureObservationSpec observation) {

    private static final String OBSERVATION = "observation";

    /**
     * The game with names and values, as checkpoints keep it.
     *
     * @return the protocol's settings and {@code observation}
     */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(protocol.settings());
        settings.put(OBSERVATION, observation.toString());
        return settings;
    }

    /**
     * Whether names and values mean this game.
     *
     * @param settings anything
     * @return whether {@link #of} would make an equal game of them
     */
    public boolean hasSettings(Map<String, String> settings) {
        return settings().equals(completed(settings));
    }

    /** What was written before there was a choice has no observation. */
    private static Map<String, String> completed(Map<String, String> settings) {
        Map<String, String> completed = new TreeMap<>(settings);
        completed.putIfAbsent(OBSERVATION, PictureObservationSpec.difference().toString());
        return completed;
    }

    /**
     * Reads what {@link #settings()} wrote. What was written before there was a choice has no {@code observation}, and means
     * {@code difference}.
     *
     * @param settings the names with their values
     * @return the game
     * @throws IllegalArgumentException if a name is missing or unknown, or a value out of range
     */
    public static AtariGame of(Map<String, String> settings) {
        Map<String, String> protocol = completed(settings);
        String observation = String.valueOf(protocol.remove(OBSERVATION));
        return new AtariGame(AtariProtocol.of(protocol), PictureObservationSpec.parse(observation));
    }

    /**
     * Whether a network can play it: as many inputs as there is to see, as many actions as there are.
     *
     * @param spec the network's shape
     * @return whether both are so
     */
    public boolean fits(NetworkSpec spec) {
        int actions = protocol.actions().size();
        return spec.actions().equals(ActionSpec.discrete(actions)) && spec.inputs() == observation.size(actions);
    }

    /**
     * This game with another protocol.
     *
     * @param other how it is played
     * @return a new game
     */
    public AtariGame withProtocol(AtariProtocol other) {
        return new AtariGame(other, observation);
    }

    /**
     * This game with something else to see.
     *
     * @param other what the agent sees
     * @return a new game
     */
    public AtariGame withObservation(PictureObservationSpec other) {
        return new AtariGame(protocol, other);
    }
}
