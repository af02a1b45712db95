package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.github.gdxagents.desktop.play.MatchSession;
import io.github.gdxagents.pong.MatchStatistics;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.replay.Replay;
import java.util.Locale;

/** How a match ended, and what comes next. */
public final class ResultScreen extends AppScreen {

    /** Of its buttons, in a window of the plain size. */
    private static final float WIDTH = 360;

    private final MatchSession session;
    private final Replay replay;
    private String saved = "";

    /**
     * The end of a match.
     *
     * @param host the program
     * @param session the match, closed with this screen
     * @param replay its recording
     */
    public ResultScreen(ScreenHost host, MatchSession session, Replay replay) {
        super(host);
        this.session = session;
        this.replay = replay;
    }

    @Override
    InputMultiplexer input() {
        InputMultiplexer all = super.input();
        all.addProcessor(onEscape(host()::showMenu));
        return all;
    }

    @Override
    void build(Table root) {
        MatchSetup setup = session.setup();
        int left = session.match().court().score(Side.LEFT);
        int right = session.match().court().score(Side.RIGHT);
        root.add(label(headline(setup, left, right), "title")).padBottom(px(10)).row();
        root.add(label(
                        setup.left().title() + "  " + left + " : " + right + "  "
                                + setup.right().title(),
                        "accent"))
                .padBottom(px(20))
                .row();
        MatchStatistics counted = session.match().statistics();
        Table facts = new Table(ui().skin());
        fact(facts, "longest rally, in hits", Integer.toString(counted.longestRally()));
        fact(facts, "balls returned, left", percent(counted.returned(Side.LEFT)));
        fact(facts, "balls returned, right", percent(counted.returned(Side.RIGHT)));
        int seconds = session.match().ticks() / 60;
        fact(facts, "time played", String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
        fact(facts, "seed", Long.toString(setup.seed()));
        root.add(facts).padBottom(px(20)).row();
        action(root, "Rematch", WIDTH, () -> host().showMatch(setup.withSeed(setup.seed() + 1)));
        action(root, "Save replay", WIDTH, this::save);
        action(root, "Watch replay", WIDTH, () -> host().showReplay(replay, "the last match"));
        action(root, "Menu", WIDTH, host()::showMenu);
        note(root, saved, "small");
    }

    private static String headline(MatchSetup setup, int left, int right) {
        if (left == right) {
            return "Nobody wins";
        }
        String winner = (left > right ? setup.left() : setup.right()).title();
        boolean twins = setup.left() == setup.right();
        return twins ? winner + " on the " + (left > right ? "left" : "right") + " wins" : winner + " wins";
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private void fact(Table facts, String name, String value) {
        facts.add(label(name, "small")).left().padRight(px(40));
        facts.add(label(value, "default")).right().row();
    }

    private void save() {
        saved = save(replay);
        rebuild();
    }

    @Override
    public void dispose() {
        super.dispose();
        session.close();
    }
}
