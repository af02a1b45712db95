package io.github.gdxagents.pong.player;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;

/**
 * A player who goes up or down at random, Gym's actions 2 and 3, and keeps to each choice for {@value #DECISION_TICKS} ticks: how
 * an agent plays that has learned nothing. One thread at a time; {@link #move} allocates nothing.
 */
public final class RandomMoves implements Player {

    /** How long a choice lasts. */
    public static final int DECISION_TICKS = 4;

    private final RandomStream random;
    private Move chosen = Move.STAY;
    private int ticksLeft;

    /**
     * A player.
     *
     * @param random where its choices come from
     */
    public RandomMoves(RandomStream random) {
        this.random = random;
    }

    @Override
    public void start(CourtView court) {
        ticksLeft = 0;
    }

    @Override
    public Move move(CourtView court) {
        if (ticksLeft == 0) {
            chosen = random.below(2) == 0 ? Move.UP : Move.DOWN;
            ticksLeft = DECISION_TICKS;
        }
        ticksLeft--;
        return chosen;
    }
}
