package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.utils.viewport.FitViewport;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.desktop.play.CourtSnapshot;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.vision.CourtBrush;

/**
 * Draws a court: on a screen of 320 × 210 units as a television shows the console's 160 × 210 pixels, as large as fits and never
 * stretched, whatever the window. Allocates nothing while drawing.
 */
public final class CourtRenderer {

    /** Width of the screen in its own units. */
    public static final float WIDTH = 320;

    /** Height of the screen in its own units. */
    public static final float HEIGHT = 210;

    /** Screen units for a court unit across; up and down it is one. */
    private static final float STRETCH = 2;

    /** Rows above the court: score and upper wall. */
    private static final float COURT_TOP = CourtBrush.FIRST_COURT_ROW;

    private static final float WALL_TOP = CourtBrush.FIRST_WALL_ROW;
    private static final float WALL_ROWS = COURT_TOP - WALL_TOP;
    private static final float LOWER_WALL = CourtBrush.END_COURT_ROW;
    private static final float LOWER_ROWS = HEIGHT - LOWER_WALL;

    /** Size of the cells that score digits are made of. */
    private static final float CELL_WIDTH = 8;

    private static final float CELL_HEIGHT = 4;
    private static final float DIGIT_STEP = 32;
    private static final float LEFT_SCORE_X = 40;
    private static final float RIGHT_SCORE_X = 200;

    private final FitViewport viewport = new FitViewport(WIDTH, HEIGHT);
    private final TextureRegion white;
    private final TextureRegion disc;
    private final Color colour = new Color();
    private final Vector2 point = new Vector2();

    private Look look = Look.MODERN;

    /**
     * A renderer.
     *
     * @param ui whose white pixel and disc everything is drawn with
     */
    public CourtRenderer(Ui ui) {
        this.white = ui.white();
        this.disc = ui.disc();
    }

    /**
     * Draws in another look from now on.
     *
     * @param other the look
     */
    public void setLook(Look other) {
        look = other;
    }

    /**
     * How it looks.
     *
     * @return the look
     */
    public Look look() {
        return look;
    }

    /**
     * Fits the screen into a part of the window.
     *
     * @param x its left side, in pixels
     * @param y its lower side, in pixels
     * @param width in pixels, 1 or more
     * @param height in pixels, 1 or more
     */
    public void fit(int x, int y, int width, int height) {
        viewport.update(Math.max(1, width), Math.max(1, height), true);
        viewport.setScreenPosition(viewport.getScreenX() + x, viewport.getScreenY() + y);
    }

    /**
     * Where the screen is drawn.
     *
     * @return its viewport
     */
    public FitViewport viewport() {
        return viewport;
    }

    /**
     * How high a place of the window is on the court.
     *
     * @param screenX pixels from the left
     * @param screenY pixels from the top
     * @return court units from the upper wall
     */
    public double courtHeight(int screenX, int screenY) {
        viewport.unproject(point.set(screenX, screenY));
        return HEIGHT - point.y - COURT_TOP;
    }

    /**
     * Draws a court between two ticks.
     *
     * @param batch not begun; left in this screen's projection
     * @param court as it is now
     * @param before as it was a tick ago
     * @param fraction how far from there to here, 0 to 1
     */
    public void draw(Batch batch, CourtView court, CourtSnapshot before, double fraction) {
        viewport.apply();
        batch.setProjectionMatrix(viewport.getCamera().combined);
        batch.begin();
        box(batch, look.background(colour), 0, 0, WIDTH, HEIGHT);
        drawNet(batch);
        drawScore(batch, court.score(Side.LEFT), LEFT_SCORE_X, look.side(Side.LEFT, colour));
        drawScore(batch, court.score(Side.RIGHT), RIGHT_SCORE_X, look.side(Side.RIGHT, colour));
        drawPaddle(batch, Side.LEFT, CourtView.LEFT_PADDLE_X, before.paddleY(court, Side.LEFT, fraction));
        drawPaddle(batch, Side.RIGHT, CourtView.RIGHT_PADDLE_X, before.paddleY(court, Side.RIGHT, fraction));
        if (court.ballInPlay()) {
            drawBall(batch, before.ballX(court, fraction), before.ballY(court, fraction));
        }
        // Walls last: what has gone out of sight is behind them.
        box(batch, look.wall(colour), 0, WALL_TOP, WIDTH, WALL_ROWS);
        box(batch, look.wall(colour), 0, LOWER_WALL, WIDTH, LOWER_ROWS);
        batch.setColor(Color.WHITE);
        batch.end();
    }

    private void drawNet(Batch batch) {
        look.net(colour);
        if (colour.a > 0) {
            for (float y = COURT_TOP + 4; y < LOWER_WALL; y += 16) {
                box(batch, colour, WIDTH / 2 - 1, y, 2, 8);
            }
        }
    }

    private void drawPaddle(Batch batch, Side side, float column, double y) {
        float top = COURT_TOP + (float) y - CourtView.PADDLE_HEIGHT / 2f;
        float from = Math.max(COURT_TOP, top);
        float to = Math.min(LOWER_WALL, top + CourtView.PADDLE_HEIGHT);
        if (to <= from) {
            return;
        }
        look.side(side, colour);
        float left = STRETCH * column;
        float width = STRETCH * CourtView.PADDLE_WIDTH;
        if (look.glowing()) {
            glow(batch, left + width / 2, (from + to) / 2, 40, 48, 0.25f);
        }
        box(batch, colour, left, from, width, to - from);
    }

    private void drawBall(Batch batch, double x, double y) {
        look.ball(colour);
        float centreX = STRETCH * (float) x;
        float centreY = COURT_TOP + (float) y;
        if (look.glowing()) {
            glow(batch, centreX, centreY, 28, 28, 0.45f);
        }
        float width = STRETCH * CourtView.BALL_WIDTH;
        box(batch, colour, centreX - width / 2, centreY - CourtView.BALL_HEIGHT / 2f, width, CourtView.BALL_HEIGHT);
    }

    private void glow(Batch batch, float x, float y, float width, float height, float strength) {
        batch.setColor(colour.r, colour.g, colour.b, strength);
        batch.draw(disc, x - width / 2, HEIGHT - y - height / 2, width, height);
    }

    private void drawScore(Batch batch, int score, float x, Color ink) {
        if (score >= 10) {
            drawDigit(batch, score / 10 % 10, x, ink);
        }
        drawDigit(batch, score % 10, x + DIGIT_STEP, ink);
    }

    private void drawDigit(Batch batch, int digit, float x, Color ink) {
        for (int cell = 0; cell < CourtBrush.CELL_ROWS * CourtBrush.CELL_COLUMNS; cell++) {
            if (CourtBrush.isLit(digit, cell)) {
                float left = x + cell % CourtBrush.CELL_COLUMNS * CELL_WIDTH;
                int row = cell / CourtBrush.CELL_COLUMNS;
                float top = 2 + row * CELL_HEIGHT;
                box(batch, ink, left, top, CELL_WIDTH, CELL_HEIGHT);
            }
        }
    }

    /** A rectangle given by its upper left corner, y growing downwards as on the court. */
    private void box(Batch batch, Color ink, float x, float top, float width, float height) {
        batch.setColor(ink);
        batch.draw(white, x, HEIGHT - top - height, width, height);
    }
}
