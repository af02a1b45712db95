package io.github.gdxagents.desktop.play;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.desktop.Checkpoints;
import io.github.gdxagents.desktop.PlayedMatch;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayMatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchSessionTest {

    private static final Policy SHIPPED = policy(Checkpoints.shipped(), "shipped");

    private final FakePolicies policies = new FakePolicies();
    private final Heard heard = new Heard();

    private static Policy policy(Checkpoint checkpoint, String name) {
        return new Policy(checkpoint.network(), AtariGame.of(checkpoint.gameSettings()), name);
    }

    /** Gives the shipped policy, and later whatever stands in the queue. */
    private static final class FakePolicies implements PolicySource {

        final Queue<Supplier<Optional<Policy>>> newer = new ArrayDeque<>();
        int asked;

        @Override
        public Policy policy(CourtKind court) {
            return SHIPPED;
        }

        @Override
        public Optional<Policy> newer() {
            asked++;
            return newer.isEmpty() ? Optional.empty() : newer.remove().get();
        }
    }

    /** Writes down what it hears. */
    private static final class Heard implements MatchSession.Listener {

        final List<Policy> policies = new ArrayList<>();
        final List<String> refusals = new ArrayList<>();
        int ticks;

        @Override
        public void ticked(CourtView court) {
            ticks++;
        }

        @Override
        public void policyChanged(Policy policy) {
            policies.add(policy);
        }

        @Override
        public void policyRefused(String reason) {
            refusals.add(reason);
        }
    }

    private static MatchSetup setup(PlayerKind left, PlayerKind right, int points) {
        return new MatchSetup(CourtKind.ATARI, left, right, points, 5);
    }

    private MatchSession session(MatchSetup setup) {
        return new MatchSession(setup, policies, side -> court -> Move.STAY, heard, new Steps());
    }

    /** A clock that goes on by a millisecond each time that it is asked. */
    private static final class Steps implements LongSupplier {

        private long now;

        @Override
        public long getAsLong() {
            now += 1_000_000;
            return now;
        }
    }

    private static void playToTheEnd(MatchSession session, double secondsAFrame) {
        while (!session.match().over()) {
            session.advance(secondsAFrame);
        }
    }

    private static Replay withoutSession(MatchSetup setup) {
        return PlayedMatch.replay(setup, MatchPlayers.withoutPolicy().withPolicy(SHIPPED.network(), SHIPPED.game()));
    }

    @ParameterizedTest
    @EnumSource
    void speedLeavesNoTraceInTheMatch(Speed speed) {
        MatchSetup setup = setup(PlayerKind.TRACKER, PlayerKind.AGENT, 3);
        try (MatchSession session = session(setup)) {
            session.setSpeed(speed);
            playToTheEnd(session, 0.0123);
            assertEquals(withoutSession(setup), session.replay());
            assertEquals(session.match().ticks(), heard.ticks);
        }
    }

    @Test
    void changesOfSpeedAndPausesLeaveNoTraceInTheMatch() {
        MatchSetup setup = setup(PlayerKind.AGENT, PlayerKind.AGENT, 2);
        try (MatchSession session = session(setup)) {
            for (int frame = 0; !session.match().over(); frame++) {
                session.advance(1 / 144.0);
                if (frame % 50 == 0) {
                    session.setSpeed(session.speed().next());
                }
                session.setPaused(frame % 7 == 0);
            }
            assertEquals(withoutSession(setup), session.replay());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondHasAsManyTicksAsTheSpeedSays(Speed speed) {
        try (MatchSession session = session(setup(PlayerKind.TRACKER, PlayerKind.TRACKER, 21))) {
            session.setSpeed(speed);
            for (int frame = 0; frame < 64; frame++) {
                session.advance(1 / 64.0);
            }
            // At the highest speed the clock decides: eight steps of a millisecond a frame.
            assertEquals(
                    speed == Speed.MAX ? 64 * 8 : 60 * speed.factor(),
                    session.match().ticks());
        }
    }

    @Test
    void whatIsDrawnLiesBetweenTheLastTickAndTheNext() {
        try (MatchSession session = session(setup(PlayerKind.TRACKER, PlayerKind.TRACKER, 21))) {
            session.advance(1.25 / 60);
            assertEquals(0.25, session.fraction(), 1e-9);
            session.advance(0.5 / 60);
            assertEquals(0.75, session.fraction(), 1e-9);
            assertEquals(1, session.match().ticks());
            session.setSpeed(Speed.MAX);
            assertEquals(1, session.fraction());
        }
    }

    @Test
    void pauseStopsTheMatchAndResumeGoesOn() {
        try (MatchSession session = session(setup(PlayerKind.TRACKER, PlayerKind.TRACKER, 21))) {
            session.advance(0.2);
            session.setPaused(true);
            assertTrue(session.paused());
            int ticks = session.match().ticks();
            double fraction = session.fraction();
            for (Speed speed : Speed.values()) {
                session.setSpeed(speed);
                session.advance(0.2);
                assertEquals(ticks, session.match().ticks());
            }
            session.setSpeed(Speed.NORMAL);
            assertEquals(fraction, session.fraction());
            session.tick();
            assertEquals(ticks + 1, session.match().ticks());
            session.setPaused(false);
            session.advance(0.1);
            assertEquals(ticks + 7, session.match().ticks());
        }
    }

    @Test
    void replayOfTheSessionPlaysBackToTheSameScoreAndCourt() {
        try (MatchSession session = session(setup(PlayerKind.HUMAN, PlayerKind.AGENT, 2))) {
            playToTheEnd(session, 0.1);
            Replay replay = session.replay();
            assertEquals(session.match().ticks(), replay.length());
            try (ReplayMatch played = new ReplayMatch(replay)) {
                assertDoesNotThrow(() -> played.verify("the replay"));
                played.seek(played.length());
                for (Side side : Side.values()) {
                    assertEquals(
                            session.match().court().score(side), played.court().score(side));
                }
                assertEquals(
                        session.match().court().fingerprint(), played.court().fingerprint());
            }
        }
    }

    @Test
    void afterTheEndNothingHappens() {
        try (MatchSession session = session(setup(PlayerKind.TRACKER, PlayerKind.RANDOM, 1))) {
            session.setSpeed(Speed.MAX);
            playToTheEnd(session, 0);
            int ticks = heard.ticks;
            Replay replay = session.replay();
            session.advance(1);
            session.tick();
            assertEquals(ticks, heard.ticks);
            assertEquals(replay, session.replay());
            assertEquals(1, session.fraction());
        }
    }

    @Test
    void newerPolicyPlaysFromTheNextPointOn() {
        Policy newer = policy(Checkpoints.weighed(0.5f), "newer");
        policies.newer.add(() -> Optional.of(newer));
        try (MatchSession session = session(setup(PlayerKind.HUMAN, PlayerKind.AGENT, 3))) {
            while (session.match().court().score(Side.RIGHT) == 0) {
                assertSame(SHIPPED.network(), session.agent().network());
                assertEquals(0, policies.asked);
                session.tick();
            }
            assertSame(newer.network(), session.agent().network());
            assertEquals(List.of(newer), heard.policies);
            playToTheEnd(session, 0.1);
            assertSame(newer.network(), session.agent().network());
            assertEquals(3, policies.asked);
            assertEquals(List.of(), heard.refusals);
        }
    }

    @Test
    void bothAgentsTakeTheNewerPolicy() {
        Policy newer = policy(Checkpoints.weighed(0), "newer");
        policies.newer.add(() -> Optional.of(newer));
        MatchSetup setup = setup(PlayerKind.AGENT, PlayerKind.AGENT, 2);
        try (MatchSession session = session(setup)) {
            playToTheEnd(session, 0.1);
            assertEquals(List.of(newer), heard.policies);
            assertNotEquals(withoutSession(setup), session.replay());
            try (ReplayMatch played = new ReplayMatch(session.replay())) {
                assertDoesNotThrow(() -> played.verify("the replay"));
            }
        }
    }

    @Test
    void damagedNewerPolicyIsRefusedAndTheOldOnePlaysOn() {
        policies.newer.add(() -> {
            throw new PolicyException("best.agent is damaged");
        });
        MatchSetup setup = setup(PlayerKind.TRACKER, PlayerKind.AGENT, 2);
        try (MatchSession session = session(setup)) {
            playToTheEnd(session, 0.1);
            assertSame(SHIPPED.network(), session.agent().network());
            assertEquals(List.of("best.agent is damaged"), heard.refusals);
            assertEquals(List.of(), heard.policies);
            assertEquals(withoutSession(setup), session.replay());
        }
    }

    @Test
    void newerPolicyThatSeesOrDoesOtherThingsIsRefused() {
        Map<String, String> settings = new TreeMap<>(Checkpoints.shipped().gameSettings());
        settings.put("frame-skip", "2");
        Policy other = policy(Checkpoints.withSettings(settings), "other.agent");
        policies.newer.add(() -> Optional.of(other));
        try (MatchSession session = session(setup(PlayerKind.TRACKER, PlayerKind.AGENT, 2))) {
            playToTheEnd(session, 0.1);
            assertSame(SHIPPED.network(), session.agent().network());
            assertEquals(1, heard.refusals.size());
            assertTrue(heard.refusals.get(0).startsWith("other.agent was trained to"), heard.refusals.get(0));
        }
    }

    @Test
    void withoutAgentsNobodyAsksForPolicies() {
        try (MatchSession session = session(setup(PlayerKind.TRACKER, PlayerKind.RANDOM, 2))) {
            playToTheEnd(session, 0.1);
            assertNull(session.agent());
            assertEquals(0, policies.asked);
        }
    }

    @Test
    void matchWithoutPolicyDoesNotBegin() {
        PolicySource none = court -> {
            throw new PolicyException("there is none");
        };
        MatchSetup setup = setup(PlayerKind.AGENT, PlayerKind.TRACKER, 2);
        assertThrows(
                PolicyException.class,
                () -> new MatchSession(setup, none, side -> court -> Move.STAY, heard, System::nanoTime));
    }

    @Test
    void peoplePlayWhereTheSetupSaysSo() {
        List<Side> sides = new ArrayList<>();
        Player still = court -> Move.STAY;
        MatchSetup setup = setup(PlayerKind.HUMAN, PlayerKind.HUMAN, 1);
        try (MatchSession session = new MatchSession(
                setup,
                policies,
                side -> {
                    sides.add(side);
                    return still;
                },
                heard,
                System::nanoTime)) {
            assertFalse(session.match().over());
            assertEquals(List.of(Side.LEFT, Side.RIGHT), sides);
        }
    }

    @Test
    void resultIsOneLine() {
        try (MatchSession session = session(setup(PlayerKind.TRACKER_EASY, PlayerKind.HUMAN, 1))) {
            playToTheEnd(session, 0.1);
            String line = session.resultLine();
            assertTrue(
                    line.matches("atari · tracker:easy 0 : 1 human · longest rally \\d+ · returned \\d+ % : \\d+ %"
                            + " · [\\d,]+ ticks · seed 5"),
                    line);
        }
    }
}
