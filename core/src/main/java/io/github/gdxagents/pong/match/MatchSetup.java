package io.github.gdxagents.pong.match;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.random.Seeds.Purpose;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Side;

/**
 * All that is settled before a match. The same setup gives the same match wherever no person plays, at any speed, with or without
 * a window.
 *
 * @param court where it is played
 * @param left who has the left paddle
 * @param right who has the right paddle
 * @param points that win, 1 to 21
 * @param seed of all chance in the match
 */
public record MatchSetup(CourtKind court, PlayerKind left, PlayerKind right, int points, long seed) {

    /**
     * Checks that there can be such a match.
     *
     * @param court where it is played
     * @param left who has the left paddle
     * @param right who has the right paddle
     * @param points that win, 1 to 21
     * @param seed of all chance in the match
     */
    public MatchSetup {
        if (points < 1 || points > 21) {
            throw new IllegalArgumentException("points must be from 1 to 21, but was " + points);
        }
        if (right == PlayerKind.CPU) {
            throw new IllegalArgumentException("cpu plays on the left only: Atari's own player has no right paddle");
        }
        if (left == PlayerKind.CPU && court != CourtKind.ATARI) {
            throw new IllegalArgumentException(
                    "cpu plays on the atari court only: there is no Atari player on " + court.label());
        }
    }

    /**
     * Who has a paddle.
     *
     * @param side whose
     * @return who
     */
    public PlayerKind player(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /**
     * Whether nobody plays but programs.
     *
     * @return whether there is no person
     */
    public boolean isWithoutPeople() {
        return left != PlayerKind.HUMAN && right != PlayerKind.HUMAN;
    }

    /**
     * This match with other chance.
     *
     * @param other the seed
     * @return a new setup
     */
    public MatchSetup withSeed(long other) {
        return new MatchSetup(court, left, right, points, other);
    }

    /**
     * Makes the court.
     *
     * @return a new court, to be closed by the caller
     */
    public Court createCourt() {
        return court.create(left == PlayerKind.CPU);
    }

    /**
     * The source of the court's chance.
     *
     * @return a new stream, always the same for the same seed
     */
    public RandomStream courtRandom() {
        return Seeds.stream(seed, Purpose.MATCH, 0, 0);
    }

    /**
     * The source of a player's chance.
     *
     * @param side where it plays
     * @return a new stream, always the same for the same seed and side
     */
    public RandomStream playerRandom(Side side) {
        return Seeds.stream(seed, Purpose.MATCH, 0, side == Side.LEFT ? 1 : 2);
    }
}
