package io.github.gdxagents.desktop.play;

import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.MatchClock;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.player.AgentPlayer;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayRecorder;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One match from its first to its last tick, as time goes by: at some speed, with pauses, recorded. Needs no window. One thread at a
 * time; {@link #advance} allocates nothing, except for a newer policy.
 */
public final class MatchSession implements AutoCloseable {

    /** How long ticks are played for one picture at the highest speed, in nanoseconds. */
    private static final long MAX_SPEED_NANOS = 8_000_000;

    private final MatchSetup setup;
    private final PolicySource policies;
    private final Court court;
    private final Match match;
    private final ReplayRecorder recorder;
    private final MatchClock clock = new MatchClock();
    private final CourtSnapshot before = new CourtSnapshot();
    private final LongSupplier nanos;
    private final Listener listener;
    private final @Nullable AgentPlayer leftAgent;
    private final @Nullable AgentPlayer rightAgent;

    private Speed speed = Speed.NORMAL;
    private boolean paused;

    /** Hears what happens, tick by tick. */
    public interface Listener {

        /**
         * A tick has been played.
         *
         * @param court as it is now
         */
        void ticked(CourtView court);

        /**
         * Training has found a better policy, which plays from now on.
         *
         * @param policy the new one
         */
        default void policyChanged(Policy policy) {}

        /**
         * A newer policy cannot be used; the old one plays on.
         *
         * @param reason why, a sentence
         */
        default void policyRefused(String reason) {}
    }

    /**
     * A match at its first tick.
     *
     * @param setup who plays where
     * @param policies where agents' policies come from
     * @param humans makes the player for a person on a side
     * @param listener hears of each tick
     * @param nanos a clock, in nanoseconds: the highest speed asks it when to stop for a picture
     * @throws PolicyException if an agent has no policy that can play
     */
    public MatchSession(
            MatchSetup setup,
            PolicySource policies,
            Function<Side, Player> humans,
            Listener listener,
            LongSupplier nanos) {
        this.setup = setup;
        this.policies = policies;
        this.listener = listener;
        this.nanos = nanos;
        MatchPlayers players = MatchPlayers.withoutPolicy().withPeople(humans);
        if (setup.left() == PlayerKind.AGENT || setup.right() == PlayerKind.AGENT) {
            Policy policy = policies.policy(setup.court());
            players = players.withPolicy(policy.network(), policy.game());
        }
        Player left = players.player(setup, Side.LEFT);
        Player right = players.player(setup, Side.RIGHT);
        this.leftAgent = left instanceof AgentPlayer agent ? agent : null;
        this.rightAgent = right instanceof AgentPlayer agent ? agent : null;
        this.court = setup.createCourt();
        this.match = new Match(court, left, right, setup.points(), setup.courtRandom());
        this.recorder = new ReplayRecorder(setup, match);
        before.copyFrom(court);
    }

    /**
     * Goes on with the match.
     *
     * @param seconds since the last call
     */
    public void advance(double seconds) {
        if (paused || match.over()) {
            return;
        }
        if (speed == Speed.MAX) {
            long start = nanos.getAsLong();
            do {
                tick();
            } while (!match.over() && nanos.getAsLong() - start < MAX_SPEED_NANOS);
            return;
        }
        for (int ticks = clock.advance(seconds, speed.factor()); ticks > 0; ticks--) {
            tick();
        }
    }

    /** Plays one tick, also during a pause. */
    public void tick() {
        if (match.over()) {
            return;
        }
        before.copyFrom(court);
        match.tick();
        recorder.afterTick();
        listener.ticked(court);
        if (court.pointFor(Side.LEFT) || court.pointFor(Side.RIGHT)) {
            takeNewerPolicy();
        }
    }

    private void takeNewerPolicy() {
        if (leftAgent == null && rightAgent == null) {
            return;
        }
        try {
            Optional<Policy> newer = policies.newer();
            if (newer.isPresent()) {
                use(newer.get());
                listener.policyChanged(newer.get());
            }
        } catch (PolicyException | IllegalArgumentException e) {
            listener.policyRefused(String.valueOf(e.getMessage()));
        }
    }

    private void use(Policy policy) {
        AgentPlayer plays = leftAgent != null ? leftAgent : rightAgent;
        if (plays != null && !plays.game().hasSettings(policy.game().settings())) {
            throw new PolicyException(
                    policy.name() + " was trained to see or do other things than the policy that plays now");
        }
        if (leftAgent != null) {
            leftAgent.useNetwork(policy.network());
        }
        if (rightAgent != null) {
            rightAgent.useNetwork(policy.network());
        }
    }

    /**
     * Who plays where.
     *
     * @return the setup
     */
    public MatchSetup setup() {
        return setup;
    }

    /**
     * The match.
     *
     * @return to look at; it is played by this session
     */
    public Match match() {
        return match;
    }

    /**
     * The recording so far.
     *
     * @return a new replay
     */
    public Replay replay() {
        return recorder.finish();
    }

    /**
     * The court one tick ago.
     *
     * @return overwritten by each tick
     */
    public CourtSnapshot before() {
        return before;
    }

    /**
     * How far the next tick has come: what to draw lies so far between {@link #before} and now.
     *
     * @return 0 to 1
     */
    public double fraction() {
        return speed == Speed.MAX || match.over() ? 1 : clock.fraction();
    }

    /**
     * An agent to look into: the right one if both sides have one.
     *
     * @return nothing where no agent plays
     */
    public @Nullable AgentPlayer agent() {
        return rightAgent != null ? rightAgent : leftAgent;
    }

    /**
     * How fast it goes.
     *
     * @return the speed
     */
    public Speed speed() {
        return speed;
    }

    /**
     * Goes on at another speed.
     *
     * @param other the new speed
     */
    public void setSpeed(Speed other) {
        speed = other;
    }

    /**
     * Whether the match stands still.
     *
     * @return whether it is paused
     */
    public boolean paused() {
        return paused;
    }

    /**
     * Stands still or goes on.
     *
     * @param still whether to stand still
     */
    public void setPaused(boolean still) {
        paused = still;
    }

    /**
     * The end in one line.
     *
     * @return for example {@code atari · tracker 4 : 21 agent · longest rally 12 · returned 60 % : 93 % · 9,531 ticks · seed 1}
     */
    public String resultLine() {
        return String.format(
                Locale.ROOT,
                "%s · %s %d : %d %s · longest rally %d · returned %.0f %% : %.0f %% · %,d ticks · seed %d",
                setup.court().label(),
                setup.left().label(),
                match.court().score(Side.LEFT),
                match.court().score(Side.RIGHT),
                setup.right().label(),
                match.statistics().longestRally(),
                100 * match.statistics().returned(Side.LEFT),
                100 * match.statistics().returned(Side.RIGHT),
                match.ticks(),
                setup.seed());
    }

    /** Gives the court back. */
    @Override
    public void close() {
        court.close();
    }
}
