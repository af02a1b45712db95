package io.github.gdxagents.desktop.play;

import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.random.Seeds.Purpose;
import io.github.gdxagents.lander.Lander;
import io.github.gdxagents.lander.LanderPilot;
import io.github.gdxagents.lander.LanderPlayer;
import io.github.gdxagents.lander.LanderReward;
import io.github.gdxagents.lander.LanderStatus;
import io.github.gdxagents.lander.LanderView;
import io.github.gdxagents.pong.MatchClock;

/**
 * One flight after the other, by a person or by the pilot, and what they were worth. Turns the time of pictures into whole ticks; needs
 * no window. One thread at a time; nothing is allocated while a flight goes on. Holds native memory until {@link #close}.
 */
public final class LanderSession implements AutoCloseable {

    /** How long a flight of the pilot's can be looked at before the next one begins. */
    private static final double LAST_LOOK_SECONDS = 2;

    private final long seed;
    private final LanderPlayer person;
    private final Runnable ticked;
    private final LanderPilot pilot = new LanderPilot();
    private final Lander lander = new Lander();
    private final LanderReward reward = new LanderReward();
    private final LanderSnapshot before = new LanderSnapshot();
    private final MatchClock clock = new MatchClock();
    private boolean piloted;
    private boolean paused;
    private int flight;
    private int ended;
    private int landings;
    private double score;
    private double best;
    private double secondsOver;

    /**
     * A first flight that begins.
     *
     * @param seed of all its flights
     * @param person who flies unless the pilot does
     * @param ticked hears of each tick that the person has flown or watched
     */
    public LanderSession(long seed, LanderPlayer person, Runnable ticked) {
        this.seed = seed;
        this.person = person;
        this.ticked = ticked;
        begin();
    }

    /** Begins the next flight; one that is not over counts for nothing, and is begun anew. */
    public void again() {
        if (over()) {
            flight++;
        }
        begin();
    }

    private void begin() {
        lander.reset(Seeds.stream(seed, Purpose.MATCH, flight, 0));
        reward.reset(lander);
        before.copyFrom(lander);
        score = 0;
        secondsOver = 0;
    }

    /**
     * Goes on by the time that a picture took.
     *
     * @param seconds since the last call
     */
    public void advance(double seconds) {
        if (paused) {
            return;
        }
        if (over()) {
            secondsOver += Math.max(0, seconds);
            if (piloted && secondsOver > LAST_LOOK_SECONDS) {
                again();
            }
            return;
        }
        for (int ticks = clock.advance(seconds, 1); ticks > 0 && !over(); ticks--) {
            tick();
        }
    }

    private void tick() {
        before.copyFrom(lander);
        LanderPlayer player = piloted ? pilot : person;
        lander.step(player.main(lander), player.side(lander));
        score += reward.gained(lander);
        ticked.run();
        if (over()) {
            before.copyFrom(lander);
            landings += lander.status() == LanderStatus.LANDED ? 1 : 0;
            best = ended > 0 ? Math.max(best, score) : score;
            ended++;
        }
    }

    /**
     * The flight.
     *
     * @return always the same view, of the present flight
     */
    public LanderView view() {
        return lander;
    }

    /**
     * As it was a tick ago.
     *
     * @return the snapshot, overwritten by ticks
     */
    public LanderSnapshot before() {
        return before;
    }

    /**
     * How far the next tick has come.
     *
     * @return 0 (inclusive) to 1 (exclusive)
     */
    public double fraction() {
        return clock.fraction();
    }

    /**
     * Whether the flight has ended, or its time is up.
     *
     * @return whether only {@link #again} goes on
     */
    public boolean over() {
        return lander.status().ended() || lander.timeUp();
    }

    /**
     * What the flight was worth so far.
     *
     * @return points, see {@link LanderReward}
     */
    public double score() {
        return score;
    }

    /**
     * What the best of {@link #flights} was worth.
     *
     * @return points; 0 before the first has ended
     */
    public double best() {
        return best;
    }

    /**
     * How many flights have ended since the pilot or the person took over.
     *
     * @return 0 or more
     */
    public int flights() {
        return ended;
    }

    /**
     * How many of them ended with a landing.
     *
     * @return 0 or more
     */
    public int landings() {
        return landings;
    }

    /**
     * Whether the pilot flies.
     *
     * @return false where the person does
     */
    public boolean piloted() {
        return piloted;
    }

    /**
     * Has the pilot fly, or the person; at once. Flights, landings and the best are counted anew.
     *
     * @param byPilot who
     */
    public void setPiloted(boolean byPilot) {
        piloted = byPilot;
        ended = 0;
        landings = 0;
        best = 0;
    }

    /**
     * Stands still, or goes on.
     *
     * @param still whether time stands still
     */
    public void setPaused(boolean still) {
        paused = still;
    }

    @Override
    public void close() {
        lander.close();
    }
}
