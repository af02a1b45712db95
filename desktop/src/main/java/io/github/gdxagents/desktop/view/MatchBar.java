package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.utils.Align;
import com.badlogic.gdx.utils.viewport.Viewport;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.desktop.play.MatchSession;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchSetup;

/** The line under the court: who plays, the rally, the countdown to the serve, speed and sound. Allocates nothing while drawing. */
public final class MatchBar {

    private static final Color GROUND = new Color(0x010409FF);
    private static final Color TEXT = new Color(0x8B949EFF);
    private static final Color BRIGHT = new Color(0xE6EDF3FF);

    /** Fewer letters than this in the window's width, and the parts of the line would meet. */
    private static final int LETTERS = 118;

    private final Ui ui;
    private final StringBuilder text = new StringBuilder(128);
    private int width;
    private int height;

    /**
     * A bar.
     *
     * @param ui whose fonts it uses
     */
    public MatchBar(Ui ui) {
        this.ui = ui;
    }

    /**
     * Puts it at the foot of the window.
     *
     * @param barWidth pixels
     * @param barHeight pixels
     */
    public void fit(int barWidth, int barHeight) {
        width = barWidth;
        height = barHeight;
    }

    /**
     * Draws it.
     *
     * @param batch not begun
     * @param window a viewport whose unit is a pixel
     * @param session the match
     * @param muted whether there is no sound
     */
    public void draw(Batch batch, Viewport window, MatchSession session, boolean muted) {
        window.apply();
        batch.setProjectionMatrix(window.getCamera().combined);
        batch.begin();
        batch.setColor(GROUND);
        batch.draw(ui.white(), 0, 0, width, height);
        batch.setColor(Color.WHITE);
        BitmapFont font = ui.font("small");
        float baseline = (height + font.getCapHeight()) / 2;
        float margin = ui.px(14);
        font.setColor(BRIGHT);
        MatchSetup setup = session.setup();
        text.setLength(0);
        text.append(setup.left().title()).append(" : ").append(setup.right().title());
        text.append("  to ").append(setup.points());
        font.draw(batch, text, margin, baseline, width, Align.left, false);
        middle(session);
        font.draw(batch, text, 0, baseline, width, Align.center, false);
        font.setColor(TEXT);
        text.setLength(0);
        text.append("speed ").append(session.speed().label());
        text.append(muted ? "  muted" : "").append(hint(font));
        font.draw(batch, text, 0, baseline, width - margin, Align.right, false);
        font.setColor(Color.WHITE);
        batch.end();
    }

    /** As many of the keys as there is room for: small letters cannot be as small as small windows. */
    private String hint(BitmapFont font) {
        return width > LETTERS * font.getSpaceXadvance() ? "  H help  Tab glass box  Esc pause" : "  H help";
    }

    private void middle(MatchSession session) {
        CourtView court = session.match().court();
        text.setLength(0);
        if (session.match().over()) {
            text.append("match");
        } else if (court.ticksToServe() > 0) {
            boolean first = court.score(Side.LEFT) + court.score(Side.RIGHT) == 0;
            text.append(first ? "first serve in " : "serve in ");
            int tenths = (court.ticksToServe() * 10 + CourtView.TICKS_PER_SECOND - 1) / CourtView.TICKS_PER_SECOND;
            text.append(tenths / 10).append('.').append(tenths % 10);
        } else {
            text.append("rally ").append(session.match().statistics().rally());
            text.append("  longest ").append(session.match().statistics().longestRally());
        }
    }
}
