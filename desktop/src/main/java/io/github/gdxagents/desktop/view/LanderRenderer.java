package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.viewport.FitViewport;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.desktop.play.LanderSnapshot;
import io.github.gdxagents.lander.LanderPart;
import io.github.gdxagents.lander.LanderSpec;
import io.github.gdxagents.lander.LanderStatus;
import io.github.gdxagents.lander.LanderView;
import io.github.gdxagents.pong.Side;

/**
 * Draws a lander, its ground and its pad into any part of a window, as large as fits and never stretched; the unit is a metre. Knows
 * nothing of who flies. Allocates nothing while drawing.
 */
public final class LanderRenderer {

    private static final int STARS = 70;
    private static final float LINE = 0.06f;
    private static final float PAD_DEPTH = 0.14f;
    private static final float FLAG_HEIGHT = 0.9f;

    /** Length of full flames, in metres. */
    private static final float MAIN_FLAME = 1.3f;

    private static final float SIDE_FLAME = 0.8f;

    private final LanderSpec spec;
    private final FitViewport viewport;
    private final TextureRegion white;
    private final TextureRegion disc;
    private final ShapeBrush brush;
    private final Color colour = new Color();

    private Look look = Look.MODERN;
    private float x;
    private float y;
    private float cos;
    private float sin;

    /**
     * A renderer.
     *
     * @param ui whose white pixel and disc everything is drawn with
     * @param spec of the landers that are drawn: how large the world is
     */
    public LanderRenderer(Ui ui, LanderSpec spec) {
        this.spec = spec;
        this.viewport = new FitViewport((float) spec.width(), (float) spec.height());
        this.white = ui.white();
        this.disc = ui.disc();
        this.brush = new ShapeBrush(white);
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
     * Fits the world into a part of the window.
     *
     * @param left its left side, in pixels
     * @param bottom its lower side, in pixels
     * @param width in pixels, 1 or more
     * @param height in pixels, 1 or more
     */
    public void fit(int left, int bottom, int width, int height) {
        viewport.update(Math.max(1, width), Math.max(1, height), true);
        viewport.setScreenPosition(viewport.getScreenX() + left, viewport.getScreenY() + bottom);
    }

    /**
     * Where the world is drawn.
     *
     * @return its viewport
     */
    public FitViewport viewport() {
        return viewport;
    }

    /**
     * Draws a flight as it is.
     *
     * @param batch not begun; left in this world's projection
     * @param view the flight
     */
    public void draw(Batch batch, LanderView view) {
        draw(batch, view, view.x(), view.y(), view.angle());
    }

    /**
     * Draws a flight between two ticks.
     *
     * @param batch not begun; left in this world's projection
     * @param view the flight as it is now
     * @param before as it was a tick ago
     * @param fraction how far from there to here, 0 to 1
     */
    public void draw(Batch batch, LanderView view, LanderSnapshot before, double fraction) {
        draw(batch, view, before.x(view, fraction), before.y(view, fraction), before.angle(view, fraction));
    }

    private void draw(Batch batch, LanderView view, float atX, float atY, float angle) {
        x = atX;
        y = atY;
        cos = (float) Math.cos(angle);
        sin = (float) Math.sin(angle);
        viewport.apply();
        batch.setProjectionMatrix(viewport.getCamera().combined);
        batch.begin();
        box(batch, look.background(colour), 0, 0, (float) spec.width(), (float) spec.height());
        drawStars(batch);
        drawFlames(batch, view);
        drawLander(batch, view);
        drawGround(batch, view);
        drawPad(batch, view);
        if (view.status() == LanderStatus.CRASHED) {
            look.side(Side.LEFT, colour);
            glow(batch, x, y, 4.5f, 0.9f);
            glow(batch, x, y - 0.4f, 2.2f, 1);
        }
        batch.setColor(Color.WHITE);
        batch.end();
    }

    private void drawStars(Batch batch) {
        if (!look.glowing()) {
            return;
        }
        look.ball(colour);
        for (int star = 0; star < STARS; star++) {
            long bits = RandomStream.hash(star + 1);
            float across = (bits & 0xFFFF) / 65536f * (float) spec.width();
            float up = (0.25f + 0.75f * (bits >>> 16 & 0xFFFF) / 65536f) * (float) spec.height();
            colour.a = 0.15f + 0.45f * (bits >>> 32 & 0xFF) / 255f;
            box(batch, colour, across, up, 0.04f, 0.04f);
        }
    }

    private void drawGround(Batch batch, LanderView view) {
        for (int point = 1; point < view.groundPoints(); point++) {
            float fromX = view.groundX(point - 1);
            float fromY = view.groundY(point - 1);
            float toX = view.groundX(point);
            float toY = view.groundY(point);
            look.ground(colour);
            brush.quad(batch, colour, fromX, 0, fromX, fromY, toX, toY, toX, 0);
            look.wall(colour);
            brush.line(batch, colour, fromX, fromY - LINE / 2, toX, toY - LINE / 2, LINE);
        }
    }

    private void drawPad(Batch batch, LanderView view) {
        float half = (float) spec.padWidth() / 2;
        float top = view.padY();
        look.side(Side.RIGHT, colour);
        if (look.glowing()) {
            batch.setColor(colour.r, colour.g, colour.b, 0.18f);
            batch.draw(disc, view.padX() - half, top - 0.6f, 2 * half, 1.2f);
        }
        box(batch, colour, view.padX() - half, top - PAD_DEPTH, 2 * half, PAD_DEPTH);
        flag(batch, view.padX() - half, top, -1);
        flag(batch, view.padX() + half, top, 1);
    }

    /** A flag at the pad's end, flying outwards (−1 to the left). */
    private void flag(Batch batch, float foot, float top, int outwards) {
        float tip = top + FLAG_HEIGHT;
        box(batch, look.wall(colour), foot - LINE / 2, top - PAD_DEPTH, LINE, FLAG_HEIGHT + PAD_DEPTH);
        look.side(Side.RIGHT, colour);
        brush.triangle(batch, colour, foot, tip, foot, tip - 0.4f, foot + outwards * 0.55f, tip - 0.2f);
    }

    private void drawLander(Batch batch, LanderView view) {
        look.legs(colour);
        fan(batch, LanderPart.LEFT_LEG);
        fan(batch, LanderPart.RIGHT_LEG);
        if (view.status() == LanderStatus.CRASHED) {
            look.side(Side.LEFT, colour);
        } else {
            look.ball(colour);
        }
        fan(batch, LanderPart.HULL);
        // A window.
        look.background(colour);
        local(batch, -0.16f, 0.08f, 0.16f, 0.08f, 0.12f, 0.34f, -0.12f, 0.34f);
    }

    /** A convex part of the lander, in the present colour. */
    private void fan(Batch batch, LanderPart part) {
        for (int corner = 2; corner < part.corners(); corner++) {
            local(
                    batch,
                    part.x(0),
                    part.y(0),
                    part.x(corner - 1),
                    part.y(corner - 1),
                    part.x(corner),
                    part.y(corner),
                    part.x(corner),
                    part.y(corner));
        }
    }

    /** A quadrangle in metres from the lander's middle, turned with it. */
    private void local(Batch batch, float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4) {
        brush.quad(
                batch,
                colour,
                worldX(x1, y1),
                worldY(x1, y1),
                worldX(x2, y2),
                worldY(x2, y2),
                worldX(x3, y3),
                worldY(x3, y3),
                worldX(x4, y4),
                worldY(x4, y4));
    }

    private float worldX(float localX, float localY) {
        return x + cos * localX - sin * localY;
    }

    private float worldY(float localX, float localY) {
        return y + sin * localX + cos * localY;
    }

    private void drawFlames(Batch batch, LanderView view) {
        look.side(Side.LEFT, colour);
        float flicker = 0.8f + 0.2f * (view.ticks() % 4) / 3;
        float main = MAIN_FLAME * view.mainThrust() * flicker;
        if (main > 0) {
            if (look.glowing()) {
                glow(batch, worldX(0, -0.5f), worldY(0, -0.5f), 2.6f, 0.35f * view.mainThrust());
            }
            local(batch, -0.22f, -0.28f, 0.22f, -0.28f, 0, -0.3f - main, 0, -0.3f - main);
        }
        float side = SIDE_FLAME * view.sideThrust() * flicker;
        if (side != 0) {
            // A push to the right comes from a flame on the left.
            float from = -Math.signum(side) * 0.4f;
            local(batch, from, 0.22f, from - side, 0.31f, from - side, 0.31f, from, 0.4f);
        }
    }

    private void glow(Batch batch, float middleX, float middleY, float size, float strength) {
        batch.setColor(colour.r, colour.g, colour.b, strength);
        batch.draw(disc, middleX - size / 2, middleY - size / 2, size, size);
    }

    private void box(Batch batch, Color ink, float left, float bottom, float width, float height) {
        batch.setColor(ink);
        batch.draw(white, left, bottom, width, height);
    }
}
