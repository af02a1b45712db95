package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.utils.Align;
import com.badlogic.gdx.utils.viewport.ScreenViewport;
import io.github.gdxagents.desktop.asset.Ui;

/** A sentence that is shown over everything for some seconds. */
public final class Toast {

    private static final float SECONDS = 6;
    private static final Color GROUND = new Color(0x010409E6);
    private static final Color TEXT = new Color(0xF0F6FCFF);

    private final Ui ui;
    private final ScreenViewport window = new ScreenViewport();
    private final GlyphLayout layout = new GlyphLayout();
    private String sentence = "";
    private float secondsLeft;

    /**
     * Nothing to read yet.
     *
     * @param ui whose fonts it uses
     */
    public Toast(Ui ui) {
        this.ui = ui;
    }

    /**
     * Shows a sentence from now on.
     *
     * @param words to read
     */
    public void show(String words) {
        sentence = words;
        secondsLeft = SECONDS;
    }

    /**
     * Fits it to the window.
     *
     * @param width pixels
     * @param height pixels
     */
    public void fit(int width, int height) {
        window.update(width, height, true);
    }

    /**
     * Draws the sentence, if there is one.
     *
     * @param batch not begun
     * @param seconds since the last picture
     */
    public void draw(Batch batch, float seconds) {
        if (secondsLeft <= 0) {
            return;
        }
        secondsLeft -= seconds;
        float width = window.getWorldWidth();
        float margin = ui.px(16);
        BitmapFont font = ui.font("small");
        layout.setText(font, sentence, TEXT, width - 4 * margin, Align.center, true);
        float height = layout.height + 2 * margin;
        float bottom = ui.px(60);
        window.apply();
        batch.setProjectionMatrix(window.getCamera().combined);
        batch.begin();
        batch.setColor(GROUND);
        float box = layout.width + 2 * margin;
        batch.draw(ui.white(), (width - box) / 2, bottom, box, height);
        batch.setColor(Color.WHITE);
        font.draw(batch, layout, 2 * margin, bottom + height - margin);
        batch.end();
    }
}
