package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;

/**
 * Draws triangles, quadrangles and lines of one colour with a batch, whose own shapes are upright rectangles. Allocates nothing while
 * drawing. One thread.
 */
final class ShapeBrush {

    /** x, y, colour and the place in the texture, for each of four corners. */
    private final float[] vertices = new float[20];

    private final TextureRegion white;

    ShapeBrush(TextureRegion white) {
        this.white = white;
    }

    private void corner(int corner, float x, float y, float colour) {
        int at = 5 * corner;
        vertices[at] = x;
        vertices[at + 1] = y;
        vertices[at + 2] = colour;
        vertices[at + 3] = (white.getU() + white.getU2()) / 2;
        vertices[at + 4] = (white.getV() + white.getV2()) / 2;
    }

    void triangle(Batch batch, Color ink, float x1, float y1, float x2, float y2, float x3, float y3) {
        quad(batch, ink, x1, y1, x2, y2, x3, y3, x3, y3);
    }

    /** Corners in their order around it. */
    void quad(Batch batch, Color ink, float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4) {
        float colour = ink.toFloatBits();
        corner(0, x1, y1, colour);
        corner(1, x2, y2, colour);
        corner(2, x3, y3, colour);
        corner(3, x4, y4, colour);
        batch.draw(white.getTexture(), vertices, 0, vertices.length);
    }

    void line(Batch batch, Color ink, float x1, float y1, float x2, float y2, float width) {
        float acrossX = y1 - y2;
        float acrossY = x2 - x1;
        float length = (float) Math.sqrt(acrossX * acrossX + acrossY * acrossY);
        if (length == 0) {
            return;
        }
        float halfX = acrossX / length * width / 2;
        float halfY = acrossY / length * width / 2;
        quad(
                batch,
                ink,
                x1 + halfX,
                y1 + halfY,
                x1 - halfX,
                y1 - halfY,
                x2 - halfX,
                y2 - halfY,
                x2 + halfX,
                y2 + halfY);
    }
}
