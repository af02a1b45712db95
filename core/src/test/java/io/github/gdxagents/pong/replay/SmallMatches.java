package io.github.gdxagents.pong.replay;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.ArrayList;
import java.util.List;

/** Matches of all kinds, with agents that have learned nothing. */
public final class SmallMatches {

    private SmallMatches() {}

    /** Players of all kinds but people; the agents have a small network with random weights. */
    public static MatchPlayers players(long seed) {
        ActionSet actions = pick(List.of(ActionSet.values()), new RandomStream(seed));
        AtariGame game = new AtariGame(
                AtariProtocol.pongV0().withActions(actions).withFrameSkip(seed % 2 == 0 ? "4" : "2-4"),
                PictureObservationSpec.parse("difference+centres:1"));
        NetworkSpec spec = new NetworkSpec(
                game.observation().size(actions.size()),
                actions.size(),
                List.of(6),
                Activation.RELU,
                true,
                OutputKind.SOFTMAX,
                Critic.NONE);
        WeightInit init = new WeightInit(WeightInit.Kind.GAUSSIAN, 1);
        return MatchPlayers.withoutPolicy()
                .withPolicy(PolicyNetwork.fresh(spec, init, init, new RandomStream(seed)), game);
    }

    /** Every setup that needs no person, with points and seeds that differ. */
    public static List<MatchSetup> setups(int count) {
        RandomStream random = new RandomStream(count);
        List<MatchSetup> setups = new ArrayList<>();
        while (setups.size() < count) {
            PlayerKind left = pick(List.of(PlayerKind.values()), random);
            PlayerKind right = pick(List.of(PlayerKind.values()), random);
            CourtKind court = pick(List.of(CourtKind.values()), random);
            boolean possible = left != PlayerKind.HUMAN
                    && right != PlayerKind.HUMAN
                    && right != PlayerKind.CPU
                    && (left != PlayerKind.CPU || court == CourtKind.ATARI);
            if (possible) {
                setups.add(new MatchSetup(court, left, right, 1 + random.below(21), random.nextLong()));
            }
        }
        return setups;
    }

    private static <T> T pick(List<T> choices, RandomStream random) {
        return choices.get(random.below(choices.size()));
    }

    /** Plays a match, or its first ticks. */
    public static Replay play(MatchSetup setup, int mostTicks) {
        try (Court court = setup.createCourt()) {
            Match match = players(setup.seed()).match(setup, court);
            ReplayRecorder recorder = new ReplayRecorder(setup, match);
            while (!match.over() && match.ticks() < mostTicks) {
                match.tick();
                recorder.afterTick();
            }
            return recorder.finish();
        }
    }
}
