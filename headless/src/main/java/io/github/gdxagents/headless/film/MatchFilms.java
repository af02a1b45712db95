package io.github.gdxagents.headless.film;

import io.github.gdxagents.pong.Match;
import io.github.gdxagents.pong.film.CourtPicture;
import io.github.gdxagents.pong.film.Film;
import io.github.gdxagents.pong.film.InputPicture;
import io.github.gdxagents.pong.film.Picture;
import io.github.gdxagents.pong.player.AgentPlayer;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import java.util.List;
import java.util.Optional;

/**
 * Takes pictures of a match while it is played: of the court every few ticks, and of what the agent sees whenever it decides. A film
 * that has all its pictures takes no more. One thread at a time, that of the match; nothing is allocated but what the films keep.
 */
public final class MatchFilms {

    private final List<Film> courtFilms;
    private final List<Film> inputFilms;
    private final Optional<AgentPlayer> agent;
    private final boolean differences;
    private final int everyTicks;
    private final int mostPictures;

    private final Frame screen = new Frame();
    private final CourtPicture courtPicture = new CourtPicture();
    private final InputPicture inputPicture = new InputPicture();
    private final BinaryImage now = new BinaryImage();
    private final BinaryImage before = new BinaryImage();

    private boolean begun;
    private long decisions;
    private int shownTick;
    private int seenTick;

    /**
     * Films without pictures.
     *
     * @param courtFilms of the court
     * @param inputFilms of what the agent sees
     * @param agent whose eyes; without one the court is seen as an agent on the right would see it, every few ticks
     * @param differences whether to show what changed since the last decision, or else the plain image
     * @param everyTicks how many ticks for a picture of the court, 1 or more
     * @param mostPictures of each film, 1 or more
     */
    public MatchFilms(
            List<Film> courtFilms,
            List<Film> inputFilms,
            Optional<AgentPlayer> agent,
            boolean differences,
            int everyTicks,
            int mostPictures) {
        this.courtFilms = courtFilms;
        this.inputFilms = inputFilms;
        this.agent = agent;
        this.differences = differences;
        this.everyTicks = everyTicks;
        this.mostPictures = mostPictures;
    }

    /**
     * Looks at a match after a tick.
     *
     * @param match the match, always the same
     * @param last whether no tick will follow: the end is always shown
     */
    public void afterTick(Match match, boolean last) {
        boolean due = match.ticks() % everyTicks == 0;
        // The end is always shown, whenever it comes.
        if ((due || last) && match.ticks() > shownTick) {
            shownTick = match.ticks();
            if (wantsMore(courtFilms)) {
                match.court().screen(screen);
                add(courtFilms, courtPicture.show(screen));
            }
        }
        if (wantsMore(inputFilms)) {
            look(match, due || last);
        }
    }

    private void look(Match match, boolean due) {
        if (agent.isPresent()) {
            if (agent.get().decisions() > decisions) {
                decisions = agent.get().decisions();
                now.copyFrom(agent.get().picture());
                showInput();
            }
        } else if (due && match.ticks() > seenTick) {
            seenTick = match.ticks();
            match.court().picture(now);
            showInput();
        }
    }

    private void showInput() {
        // Before the first decision nothing was seen, and nothing has changed.
        add(inputFilms, differences ? inputPicture.showDifference(now, begun ? before : now) : inputPicture.show(now));
        before.copyFrom(now);
        begun = true;
    }

    private static void add(List<Film> films, Picture picture) {
        films.forEach(film -> film.add(picture));
    }

    private boolean wantsMore(List<Film> films) {
        return films.stream().anyMatch(film -> film.pictures() < mostPictures);
    }

    /**
     * Whether no picture is wanted any more.
     *
     * @return whether there are films, and all of them have all their pictures
     */
    public boolean areFull() {
        return !(courtFilms.isEmpty() && inputFilms.isEmpty()) && !wantsMore(courtFilms) && !wantsMore(inputFilms);
    }
}
