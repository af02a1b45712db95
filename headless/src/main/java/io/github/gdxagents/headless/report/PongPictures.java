package io.github.gdxagents.headless.report;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.headless.film.MatchFilms;
import io.github.gdxagents.headless.report.RunPictures.Figure;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.film.PixelSize;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchPlayers;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.player.AgentInspection;
import io.github.gdxagents.pong.player.AgentPlayer;
import io.github.gdxagents.pong.vision.BinaryImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A policy of Pong at play: some seconds of a match, what its network saw of them, and what its units look for. */
final class PongPictures {

    /** 15 seconds. */
    private static final int TICKS = 900;

    private static final int TICKS_A_SECOND = 60;

    /** A picture every three ticks, which last as long as it is shown: the speed of the game. */
    private static final int TICKS_A_PICTURE = 3;

    private static final int PICTURE_MILLIS = 50;

    /** Enough for as many seconds of decisions, also where each lasts but two ticks. */
    private static final int MOST_PICTURES = TICKS / 2;

    private static final int UNITS = 8;

    private final Game game;
    private final Checkpoint best;
    private final MatchSetup setup;

    PongPictures(Game game, Checkpoint best, long seed) {
        this.game = game;
        this.best = best;
        boolean physics = game == Game.PHYSICS;
        this.setup = new MatchSetup(
                physics ? CourtKind.PHYSICS : CourtKind.ATARI,
                physics ? PlayerKind.TRACKER : PlayerKind.CPU,
                PlayerKind.AGENT,
                21,
                seed);
    }

    /** Plays and takes all pictures. */
    RunPictures make() {
        Policy policy = best.policy();
        AtariGame atari = AtariGame.of(best.gameSettings());
        MatchPlayers players = MatchPlayers.withoutPolicy().withPolicy(policy.network(), atari);
        int decisionMillis = 10
                * Math.max(
                        2,
                        Math.round(100f
                                * (atari.protocol().minSkip() + atari.protocol().maxSkip())
                                / 2
                                / TICKS_A_SECOND));
        try (Court place = setup.createCourt();
                ScratchFilm play = new ScratchFilm(PixelSize.square(2), PICTURE_MILLIS);
                ScratchFilm input = new ScratchFilm(PixelSize.square(3), decisionMillis)) {
            AgentPlayer agent = (AgentPlayer) players.player(setup, Side.RIGHT);
            Match match = MatchPlayers.match(setup, place, players.player(setup, Side.LEFT), agent);
            MatchFilms films = new MatchFilms(
                    List.of(play.film()),
                    List.of(input.film()),
                    Optional.of(agent),
                    true,
                    TICKS_A_PICTURE,
                    MOST_PICTURES);
            UnitRanking ranking = new UnitRanking(policy.network());
            long decisions = 0;
            for (boolean last = false; !last; ) {
                match.tick();
                last = match.over() || match.ticks() >= TICKS;
                films.afterTick(match, last);
                if (agent.decisions() > decisions) {
                    decisions = agent.decisions();
                    ranking.see(agent.seen());
                }
            }
            List<Figure> figures = new ArrayList<>();
            play.data().ifPresent(data -> figures.add(playFigure(match, data)));
            input.data().ifPresent(data -> figures.add(inputFigure(atari, data)));
            return new RunPictures(figures, List.of(), weights(agent, ranking), List.of());
        }
    }

    private Figure playFigure(Match match, String data) {
        String words = String.format(
                Locale.ROOT,
                "%s on the left against the agent on the right: the first %d seconds of a match, %d : %d%s",
                setup.left() == PlayerKind.CPU ? "Atari's own player" : "The ball-following player",
                match.ticks() / TICKS_A_SECOND,
                match.court().score(Side.LEFT),
                match.court().score(Side.RIGHT),
                game == Game.ALE ? ", on the built-in court, which equals the emulator in every frame" : "");
        return new Figure(words, "Animated picture of a Pong court. " + words, data);
    }

    private static Figure inputFigure(AtariGame atari, String data) {
        return new Figure(
                "What the network sees of the same seconds, a picture for each decision: 80 × 80 pixels, white where something"
                        + " came since the last decision, black where it went. Observation: " + atari.observation(),
                "Animated picture in black, grey and white of what changes on the court",
                data);
    }

    private static List<Figure> weights(AgentPlayer agent, UnitRanking ranking) {
        AgentInspection inspection = new AgentInspection(agent);
        List<Figure> figures = new ArrayList<>();
        for (int unit : ranking.order()) {
            if (figures.size() == UNITS) {
                break;
            }
            float[] image = inspection.weightImage(unit);
            float scale = DataUri.scale(image);
            // A unit that sees no ball, only paddles or its own actions, has no picture.
            if (scale > Float.MIN_NORMAL) {
                figures.add(new Figure(
                        "Unit " + (unit + 1) + ", ± " + DataUri.number(scale),
                        "Weights of unit " + (unit + 1) + " as a picture of the court",
                        DataUri.of(image, BinaryImage.COLUMNS, BinaryImage.ROWS, scale)));
            }
        }
        return figures;
    }
}
