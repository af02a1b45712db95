package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.utils.Align;
import com.badlogic.gdx.utils.viewport.Viewport;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.desktop.play.LanderSession;
import io.github.gdxagents.lander.LanderSpec;
import io.github.gdxagents.lander.LanderStatus;
import io.github.gdxagents.lander.LanderView;

/**
 * The instruments of a lander in the upper left corner, the line at the foot of the window, and how a flight ended. Allocates nothing
 * while drawing.
 */
public final class LanderPanel {

    private static final Color GROUND = new Color(0x010409FF);
    private static final Color SHADE = new Color(0x010409A0);
    private static final Color TEXT = new Color(0x8B949EFF);
    private static final Color BRIGHT = new Color(0xE6EDF3FF);
    private static final Color GOOD = new Color(0x7EE787FF);
    private static final Color BAD = new Color(0xFF7B72FF);

    private static final int LINES = 7;

    /** Letters of an instrument's line. */
    private static final int COLUMNS = 24;

    /** Fewer letters than this in the window's width, and the parts of the line at its foot would meet. */
    private static final int LETTERS = 100;

    private final Ui ui;
    private final StringBuilder text = new StringBuilder(64);
    private int width;
    private int height;
    private int barHeight;

    /**
     * Instruments.
     *
     * @param ui whose fonts they use
     */
    public LanderPanel(Ui ui) {
        this.ui = ui;
    }

    /**
     * Fits them to the window.
     *
     * @param windowWidth pixels
     * @param windowHeight pixels
     * @param footHeight of the line at the foot, in pixels
     */
    public void fit(int windowWidth, int windowHeight, int footHeight) {
        width = windowWidth;
        height = windowHeight;
        barHeight = footHeight;
    }

    /**
     * Draws them.
     *
     * @param batch not begun
     * @param window a viewport whose unit is a pixel
     * @param session the flights
     */
    public void draw(Batch batch, Viewport window, LanderSession session) {
        window.apply();
        batch.setProjectionMatrix(window.getCamera().combined);
        batch.begin();
        BitmapFont font = ui.font("small");
        drawInstruments(batch, font, session);
        drawFoot(batch, font, session);
        if (session.over()) {
            drawEnd(batch, session);
        }
        batch.setColor(Color.WHITE);
        batch.end();
    }

    private void drawInstruments(Batch batch, BitmapFont font, LanderSession session) {
        LanderView view = session.view();
        LanderSpec spec = view.spec();
        float line = font.getLineHeight() * 1.15f;
        float margin = ui.px(12);
        float left = 2 * margin;
        float top = height - 2 * margin;
        float wide = COLUMNS * font.getSpaceXadvance();
        batch.setColor(SHADE);
        batch.draw(ui.white(), margin, top - LINES * line, wide + 2 * margin, LINES * line + margin);
        double speed = Math.hypot(view.velocityX(), view.velocityY());
        boolean slow = speed <= spec.safeSpeed();
        instrument(batch, font, "altitude", view.altitude(), " m", BRIGHT, left, top, wide);
        Color speedInk = slow ? GOOD : BAD;
        instrument(batch, font, "up, down", view.velocityY(), " m/s", speedInk, left, top - line, wide);
        instrument(batch, font, "across", view.velocityX(), " m/s", speedInk, left, top - 2 * line, wide);
        double degrees = -Math.toDegrees(view.angle());
        Color tiltInk = Math.abs(view.angle()) <= spec.safeAngle() ? GOOD : BAD;
        instrument(batch, font, "tilt", degrees, " °", tiltInk, left, top - 3 * line, wide);
        double fuel = 100 * (1 - view.fuelUsed() / spec.fuelSeconds());
        instrument(batch, font, "fuel", fuel, " %", fuel > 20 ? BRIGHT : BAD, left, top - 4 * line, wide);
        double seconds = (double) (spec.mostTicks() - view.ticks()) / LanderView.TICKS_PER_SECOND;
        instrument(
                batch,
                font,
                "time left",
                Math.max(0, seconds),
                " s",
                seconds > 4 ? BRIGHT : BAD,
                left,
                top - 5 * line,
                wide);
        instrument(batch, font, "score", session.score(), "", BRIGHT, left, top - 6 * line, wide);
    }

    private void instrument(
            Batch batch,
            BitmapFont font,
            String name,
            double value,
            String unit,
            Color ink,
            float x,
            float y,
            float wide) {
        text.setLength(0);
        font.setColor(TEXT);
        font.draw(batch, text.append(name), x, y, wide, Align.left, false);
        text.setLength(0);
        tenths(value).append(unit);
        font.setColor(ink);
        font.draw(batch, text, x, y, wide, Align.right, false);
        font.setColor(Color.WHITE);
    }

    /** Adds a number with one place behind the point. */
    private StringBuilder tenths(double value) {
        long tenths = Math.round(10 * value);
        if (tenths < 0) {
            text.append('−');
        }
        return text.append(Math.abs(tenths) / 10).append('.').append(Math.abs(tenths) % 10);
    }

    private void drawFoot(Batch batch, BitmapFont font, LanderSession session) {
        batch.setColor(GROUND);
        batch.draw(ui.white(), 0, 0, width, barHeight);
        float baseline = (barHeight + font.getCapHeight()) / 2;
        float margin = ui.px(14);
        font.setColor(BRIGHT);
        text.setLength(0);
        text.append(session.piloted() ? "the pilot flies" : "you fly");
        if (session.flights() > 0) {
            text.append("  ")
                    .append(session.landings())
                    .append(" of ")
                    .append(session.flights())
                    .append(" landed");
            text.append("  best ").append(Math.round(session.best()));
        }
        font.draw(batch, text, margin, baseline, width, Align.left, false);
        font.setColor(TEXT);
        text.setLength(0);
        boolean room = width > LETTERS * font.getSpaceXadvance();
        text.append(room ? "↑ engine  ← → thrusters  P pilot  R again  Esc menu" : "P pilot  Esc menu");
        font.draw(batch, text, 0, baseline, width - margin, Align.right, false);
        font.setColor(Color.WHITE);
    }

    private void drawEnd(Batch batch, LanderSession session) {
        BitmapFont title = ui.font("title");
        BitmapFont plain = ui.font("default");
        float middle = height * 0.72f;
        boolean landed = session.view().status() == LanderStatus.LANDED;
        text.setLength(0);
        text.append(
                switch (session.view().status()) {
                    case LANDED -> "Landed";
                    case CRASHED -> "Crashed";
                    case OUT_OF_BOUNDS -> "Out of sight";
                    case FLYING -> "Time is up";
                });
        title.setColor(landed ? GOOD : BAD);
        title.draw(batch, text, 0, middle + title.getLineHeight(), width, Align.center, false);
        title.setColor(Color.WHITE);
        text.setLength(0);
        text.append(Math.round(session.score())).append(" points");
        if (!session.piloted()) {
            text.append("  ·  Enter: again");
        }
        plain.setColor(BRIGHT);
        plain.draw(batch, text, 0, middle, width, Align.center, false);
        plain.setColor(Color.WHITE);
    }
}
