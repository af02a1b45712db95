package io.github.gdxagents.desktop.play;

import io.github.gdxagents.pong.match.CourtKind;
import java.util.Optional;

/** Where the agent's policy comes from. */
public interface PolicySource {

    /**
     * The policy for a match.
     *
     * @param court where it is played
     * @return the policy
     * @throws PolicyException if there is none that can play
     */
    Policy policy(CourtKind court);

    /**
     * A policy that has come since the last one was given: asked for between two points.
     *
     * @return a newer one, or nothing
     * @throws PolicyException if there is a newer one that cannot play; the old one plays on
     */
    default Optional<Policy> newer() {
        return Optional.empty();
    }
}
