package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.utils.Align;
import com.badlogic.gdx.utils.viewport.Viewport;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.desktop.play.LearningCurve;
import io.github.gdxagents.desktop.play.LiveLearning;
import io.github.gdxagents.lander.LanderReward;

/**
 * The curve of an agent that learns, some numbers beside it, and the line at the foot of the window. Allocates nothing while drawing.
 */
public final class LearningPanel {

    private static final Color GROUND = new Color(0x010409FF);
    private static final Color TEXT = new Color(0x8B949EFF);
    private static final Color BRIGHT = new Color(0xE6EDF3FF);
    private static final Color FAINT = new Color(0x30363DFF);
    private static final Color GOOD = new Color(0x7EE787FF);
    private static final Color CURVE = new Color(0x58A6FFFF);

    private static final double LOWEST = -200;
    private static final double HIGHEST = 300;
    private static final int STEP = 100;

    /** The curve is at least so many seconds wide. */
    private static final int SECONDS = 120;

    /** Fewer letters than this in the window's width, and the parts of the line at its foot would meet. */
    private static final int LETTERS = 104;

    private static final int LINES = 6;

    private final Ui ui;
    private final ShapeBrush brush;
    private final StringBuilder text = new StringBuilder(96);
    private float left;
    private float bottom;
    private float width;
    private float height;
    private float windowWidth;
    private float footHeight;

    /**
     * A panel.
     *
     * @param ui whose fonts and white pixel it uses
     */
    public LearningPanel(Ui ui) {
        this.ui = ui;
        this.brush = new ShapeBrush(ui.white());
    }

    /**
     * Fits it into a part of the window.
     *
     * @param x left side, in pixels
     * @param y lower side, in pixels
     * @param wide width, in pixels
     * @param high height, in pixels
     * @param window width of the window, in pixels
     * @param foot height of the line at the window's foot, in pixels
     */
    public void fit(float x, float y, float wide, float high, float window, float foot) {
        left = x;
        bottom = y;
        width = wide;
        height = high;
        windowWidth = window;
        footHeight = foot;
    }

    /**
     * Draws all.
     *
     * @param batch not begun
     * @param window a viewport whose unit is a pixel
     * @param learning what is shown
     */
    public void draw(Batch batch, Viewport window, LiveLearning learning) {
        window.apply();
        batch.setProjectionMatrix(window.getCamera().combined);
        batch.begin();
        batch.setColor(GROUND);
        batch.draw(ui.white(), left, bottom, width, height);
        BitmapFont font = ui.font("small");
        float margin = ui.px(14);
        float line = font.getLineHeight() * 1.15f;
        float numbers = LINES * line + margin;
        drawNumbers(batch, font, learning, left + margin, bottom + numbers, line);
        drawCurve(
                batch,
                font,
                learning,
                left + margin + 5 * font.getSpaceXadvance(),
                bottom + numbers + 2 * margin,
                width - 2 * margin - 5 * font.getSpaceXadvance(),
                height - numbers - 3 * margin - line);
        drawFoot(batch, font, learning);
        font.setColor(Color.WHITE);
        batch.setColor(Color.WHITE);
        batch.end();
    }

    private void drawCurve(
            Batch batch, BitmapFont font, LiveLearning learning, float x, float y, float wide, float high) {
        if (wide <= 0 || high <= 0) {
            return;
        }
        float thin = Math.max(1, ui.px(1));
        font.setColor(TEXT);
        for (int score = (int) LOWEST; score <= HIGHEST; score += STEP) {
            float level = level(score, y, high);
            brush.line(batch, FAINT, x, level, x + wide, level, thin);
            text.setLength(0);
            text.append(score);
            font.draw(
                    batch,
                    text,
                    left,
                    level + font.getCapHeight() / 2,
                    x - left - font.getSpaceXadvance(),
                    Align.right,
                    false);
        }
        float solved = level(LanderReward.SOLVED, y, high);
        brush.line(batch, GOOD, x, solved, x + wide, solved, thin);
        LearningCurve curve = learning.curve();
        float seconds = Math.max(SECONDS, curve.count() * curve.pace());
        for (int i = 1; i < curve.count(); i++) {
            float from = curve.value(i - 1);
            float to = curve.value(i);
            if (!Float.isNaN(from) && !Float.isNaN(to)) {
                brush.line(
                        batch,
                        CURVE,
                        x + wide * i * curve.pace() / seconds,
                        level(from, y, high),
                        x + wide * (i + 1) * curve.pace() / seconds,
                        level(to, y, high),
                        2 * thin);
            }
        }
        text.setLength(0);
        text.append("mean score of the last 50 flights, over ")
                .append(Math.round(seconds))
                .append(" s");
        font.setColor(BRIGHT);
        font.draw(batch, text, left, bottom + height - ui.px(8), width, Align.center, false);
    }

    private static float level(double score, float y, float high) {
        double part = (Math.max(LOWEST, Math.min(HIGHEST, score)) - LOWEST) / (HIGHEST - LOWEST);
        return (float) (y + part * high);
    }

    private void drawNumbers(Batch batch, BitmapFont font, LiveLearning learning, float x, float top, float line) {
        text.setLength(0);
        text.append("learning for ").append(Math.round(learning.seconds())).append(" s");
        line(batch, font, BRIGHT, x, top);
        text.append("flights ").append(learning.flights());
        line(batch, font, TEXT, x, top - line);
        text.append("landed ").append(Math.round(100 * learning.landed())).append(" % of the last 50");
        line(batch, font, learning.landed() >= 0.9 ? GOOD : TEXT, x, top - 2 * line);
        text.append("mean score ");
        double mean = learning.meanScore();
        if (Double.isNaN(mean)) {
            text.append('-');
        } else {
            text.append(Math.round(mean));
        }
        line(batch, font, mean >= LanderReward.SOLVED ? GOOD : TEXT, x, top - 3 * line);
        text.append("updates ").append(learning.agent().updates());
        long rollbacks = learning.agent().rollbacks();
        if (rollbacks > 0) {
            text.append(", weights taken back ").append(rollbacks);
        }
        line(batch, font, TEXT, x, top - 4 * line);
        text.append("hidden landers ")
                .append(LiveLearning.HIDDEN)
                .append(", each ×")
                .append(learning.speed());
        line(batch, font, TEXT, x, top - 5 * line);
    }

    /** Draws the text and empties it. */
    private void line(Batch batch, BitmapFont font, Color ink, float x, float top) {
        font.setColor(ink);
        font.draw(batch, text, x, top);
        text.setLength(0);
    }

    private void drawFoot(Batch batch, BitmapFont font, LiveLearning learning) {
        batch.setColor(GROUND);
        batch.draw(ui.white(), 0, 0, windowWidth, footHeight);
        float baseline = (footHeight + font.getCapHeight()) / 2;
        float margin = ui.px(14);
        font.setColor(BRIGHT);
        text.setLength(0);
        text.append(learning.stopped() ? "learning has stopped" : learning.paused() ? "paused" : "learns from nothing");
        font.draw(batch, text, margin, baseline, windowWidth, Align.left, false);
        font.setColor(TEXT);
        text.setLength(0);
        boolean room = windowWidth > LETTERS * font.getSpaceXadvance();
        text.append(room ? "P pause  F speed  T thrust  R from nothing again  L look  Esc menu" : "F speed  Esc menu");
        font.draw(batch, text, 0, baseline, windowWidth - margin, Align.right, false);
        text.setLength(0);
    }
}
