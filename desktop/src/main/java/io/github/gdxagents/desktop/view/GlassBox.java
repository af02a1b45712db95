package io.github.gdxagents.desktop.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.utils.Align;
import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.viewport.Viewport;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.player.AgentInspection;
import io.github.gdxagents.pong.player.AgentPlayer;
import io.github.gdxagents.pong.vision.BinaryImage;
import org.jspecify.annotations.Nullable;

/**
 * A look into an agent while it plays: what it sees, which pixels moved its decision, its probabilities and values over the last
 * seconds, and its most active hidden units with their weight images. Made when it is opened; closed, it costs nothing. Allocates
 * nothing while drawing, except when the agent plays with another policy than before.
 */
public final class GlassBox implements Disposable {

    private static final int SIDE = BinaryImage.COLUMNS;
    private static final int SHOWN_UNITS = 12;
    private static final int UNITS_IN_ROW = 6;

    /** Most units whose images are drawn: a texture of 2,000 × 2,000 pixels. */
    private static final int MOST_IMAGES = 625;

    private static final Color GROUND = new Color(0x010409FF);
    private static final Color FRAME = new Color(0x30363DFF);
    private static final Color TEXT = new Color(0xE6EDF3FF);
    private static final Color QUIET = new Color(0x8B949EFF);
    private static final Color VALUE = new Color(0xF0F6FCFF);
    /** One for each action, in the order of the widest set. */
    private static final Color[] ACTIONS = {
        new Color(0x79C0FFFF),
        new Color(0xFF9E64FF),
        new Color(0x6E7681FF),
        new Color(0xD2A8FFFF),
        new Color(0xFFD866FF),
        new Color(0x7EE787FF)
    };

    private final Ui ui;
    private final AgentInspection inspection;
    private final String[] names;
    private final Pixmap seen = pixmap(SIDE, SIDE);
    private final Pixmap moved = pixmap(SIDE, SIDE);
    private final Texture seenTexture = new Texture(seen);
    private final Texture movedTexture = new Texture(moved);
    private final StringBuilder text = new StringBuilder(64);
    private @Nullable PolicyNetwork drawnNetwork;
    private @Nullable Texture images;
    private int imageColumns = 1;

    /**
     * Opens the box.
     *
     * @param ui whose fonts it uses
     * @param agent who is looked into
     */
    public GlassBox(Ui ui, AgentPlayer agent) {
        this.ui = ui;
        this.inspection = new AgentInspection(agent);
        int actions = agent.probabilities().length;
        this.names = new String[actions];
        for (int action = 0; action < actions; action++) {
            names[action] = name(agent.game().protocol().actions().get(action));
        }
    }

    private static Pixmap pixmap(int width, int height) {
        Pixmap pixmap = new Pixmap(width, height, Pixmap.Format.RGBA8888);
        pixmap.setBlending(Pixmap.Blending.None);
        return pixmap;
    }

    private static String name(ConsoleAction action) {
        String way = action.direction() < 0 ? "up" : action.direction() > 0 ? "down" : action.fire() ? "" : "stay";
        return action.fire() ? (way.isEmpty() ? "fire" : way + "+fire") : way;
    }

    /** Looks at the agent's last decision; to be called after each tick or picture while the box is open. */
    public void look() {
        if (inspection.look()) {
            drawPictures();
        }
        if (drawnNetwork != inspection.agent().network()) {
            drawnNetwork = inspection.agent().network();
            drawImages();
        }
    }

    private void drawPictures() {
        seen.setColor(0x010409FF);
        seen.fill();
        moved.setColor(0x010409FF);
        moved.fill();
        BinaryImage picture = inspection.agent().picture();
        float most = 0.02f;
        for (int pixel = 0; pixel < picture.count(); pixel++) {
            most = Math.max(most, Math.abs(inspection.influence(pixel)));
        }
        for (int pixel = 0; pixel < picture.count(); pixel++) {
            int row = picture.lit(pixel) / SIDE;
            int column = picture.lit(pixel) % SIDE;
            seen.drawPixel(column, row, 0xF0F6FCFF);
            moved.drawPixel(column, row, warmOrCold(inspection.influence(pixel) / most, 0x30));
        }
        seenTexture.draw(seen, 0, 0);
        movedTexture.draw(moved, 0, 0);
    }

    /** Red for what speaks for it, blue for what speaks against it, dark for neither. */
    private static int warmOrCold(float number, int dark) {
        int strong = dark + Math.round(Math.min(1, Math.abs(number)) * (255 - dark));
        int middle = dark + (strong - dark) / 2;
        return number >= 0
                ? strong << 24 | middle << 16 | dark << 8 | 255
                : dark << 24 | middle << 16 | strong << 8 | 255;
    }

    private void drawImages() {
        int units = Math.min(MOST_IMAGES, inspection.units());
        if (images != null) {
            images.dispose();
            images = null;
        }
        if (units == 0) {
            return;
        }
        imageColumns = (int) Math.ceil(Math.sqrt(units));
        Pixmap all = pixmap(imageColumns * SIDE, (units + imageColumns - 1) / imageColumns * SIDE);
        for (int unit = 0; unit < units; unit++) {
            float[] image = inspection.weightImage(unit);
            float most = 1e-6f;
            for (float number : image) {
                most = Math.max(most, Math.abs(number));
            }
            int left = unit % imageColumns * SIDE;
            int top = unit / imageColumns * SIDE;
            for (int pixel = 0; pixel < image.length; pixel++) {
                all.drawPixel(left + pixel % SIDE, top + pixel / SIDE, warmOrCold(image[pixel] / most, 0));
            }
        }
        images = new Texture(all);
        all.dispose();
    }

    /**
     * Draws the box.
     *
     * @param batch not begun
     * @param window a viewport whose unit is a pixel
     * @param x left side, pixels
     * @param y lower side, pixels
     * @param width pixels
     * @param height pixels
     */
    public void draw(Batch batch, Viewport window, float x, float y, float width, float height) {
        window.apply();
        batch.setProjectionMatrix(window.getCamera().combined);
        batch.begin();
        fill(batch, GROUND, x, y, width, height);
        float gap = ui.px(12);
        float inner = width - 2 * gap;
        float left = x + gap;
        BitmapFont font = ui.font("small");
        float line = font.getLineHeight();
        // From top to bottom: pictures, probabilities, values, units; what is left over is shared by the two curves.
        float half = (inner - gap) / 2;
        float picture = Math.min(half, height * 0.34f);
        float unit = Math.min((inner - (UNITS_IN_ROW - 1) * gap / 2) / UNITS_IN_ROW, height * 0.11f);
        int rows = SHOWN_UNITS / UNITS_IN_ROW;
        float units = rows * (unit + line);
        float curves = Math.max(line, (height - picture - units - 4 * line - 5 * gap) / 2);
        float top = y + height - gap;
        top = drawPicture(batch, font, left, top, picture, half + gap);
        top = drawProbabilities(batch, font, left, top - gap, inner, curves);
        top = drawValues(batch, font, left, top - gap, inner, curves);
        drawUnits(batch, font, left, top - gap, unit, line);
        font.setColor(Color.WHITE);
        batch.setColor(Color.WHITE);
        batch.end();
    }

    private float drawPicture(Batch batch, BitmapFont font, float left, float top, float side, float step) {
        float line = font.getLineHeight();
        words(batch, font, TEXT, "what it sees", left, top);
        words(batch, font, TEXT, "what moved it", left + step, top);
        batch.setColor(Color.WHITE);
        batch.draw(seenTexture, left, top - line - side, side, side);
        batch.draw(movedTexture, left + step, top - line - side, side, side);
        border(batch, left, top - line - side, side, side);
        border(batch, left + step, top - line - side, side, side);
        return top - line - side;
    }

    private float drawProbabilities(Batch batch, BitmapFont font, float left, float top, float width, float height) {
        float line = font.getLineHeight();
        float step = width / names.length;
        for (int action = 0; action < names.length; action++) {
            text.setLength(0);
            text.append(names[action]).append(' ');
            text.append(inspection.remembered() == 0 ? 0 : Math.round(100 * inspection.probability(0, action)));
            text.append('%');
            words(batch, font, ACTIONS[action], text, left + action * step, top);
        }
        float bottom = top - line - height;
        float bar = width / AgentInspection.MEMORY;
        for (int age = 0; age < inspection.remembered(); age++) {
            float column = left + width - (age + 1) * bar;
            float foot = bottom;
            for (int action = 0; action < names.length; action++) {
                float share = height * inspection.probability(age, action);
                fill(batch, ACTIONS[action], column, foot, bar, share);
                foot += share;
            }
        }
        border(batch, left, bottom, width, height);
        return bottom;
    }

    private float drawValues(Batch batch, BitmapFont font, float left, float top, float width, float height) {
        float line = font.getLineHeight();
        float bottom = top - line - height;
        text.setLength(0);
        if (inspection.hasValues()) {
            text.append("expects ");
            appendHundredths(inspection.remembered() == 0 ? 0 : inspection.value(0));
        } else {
            text.append("this policy has no critic");
        }
        words(batch, font, TEXT, text, left, top);
        float most = 1;
        for (int age = 0; age < inspection.remembered(); age++) {
            most = Math.max(most, Math.abs(inspection.value(age)));
        }
        float bar = width / AgentInspection.MEMORY;
        float middle = bottom + height / 2;
        fill(batch, FRAME, left, middle, width, 1);
        for (int age = 0; inspection.hasValues() && age < inspection.remembered(); age++) {
            float rise = inspection.value(age) / most * height / 2;
            fill(batch, VALUE, left + width - (age + 1) * bar, Math.min(middle, middle + rise), bar, Math.abs(rise));
        }
        border(batch, left, bottom, width, height);
        return bottom;
    }

    private void appendHundredths(float number) {
        int hundredths = Math.round(Math.abs(number) * 100);
        text.append(number < 0 ? '-' : '+').append(hundredths / 100).append('.');
        text.append(hundredths % 100 / 10).append(hundredths % 10);
    }

    private void drawUnits(Batch batch, BitmapFont font, float left, float top, float side, float line) {
        words(batch, font, TEXT, "most active units", left, top);
        Texture drawn = images;
        if (drawn == null) {
            return;
        }
        float step = side + ui.px(6);
        for (int place = 0; place < Math.min(SHOWN_UNITS, inspection.units()); place++) {
            int unit = inspection.unitAt(place);
            float x = left + place % UNITS_IN_ROW * step;
            int rowOfUnits = place / UNITS_IN_ROW;
            float y = top - line - side - rowOfUnits * (side + line);
            if (unit < MOST_IMAGES) {
                int column = unit % imageColumns * SIDE;
                int row = unit / imageColumns * SIDE;
                batch.setColor(Color.WHITE);
                batch.draw(drawn, x, y, side, side, column, row, SIDE, SIDE, false, false);
            }
            border(batch, x, y, side, side);
            text.setLength(0);
            int tenths = Math.round(inspection.activation(unit) * 10);
            text.append(tenths / 10).append('.').append(Math.abs(tenths % 10));
            font.setColor(QUIET);
            font.draw(batch, text, x, y - 2, side, Align.center, false);
        }
    }

    private void words(Batch batch, BitmapFont font, Color colour, CharSequence words, float x, float top) {
        font.setColor(colour);
        font.draw(batch, words, x, top);
    }

    private void border(Batch batch, float x, float y, float width, float height) {
        fill(batch, FRAME, x - 1, y - 1, width + 2, 1);
        fill(batch, FRAME, x - 1, y + height, width + 2, 1);
        fill(batch, FRAME, x - 1, y - 1, 1, height + 2);
        fill(batch, FRAME, x + width, y - 1, 1, height + 2);
    }

    private void fill(Batch batch, Color colour, float x, float y, float width, float height) {
        batch.setColor(colour);
        batch.draw(ui.white(), x, y, width, height);
    }

    @Override
    public void dispose() {
        seenTexture.dispose();
        movedTexture.dispose();
        seen.dispose();
        moved.dispose();
        if (images != null) {
            images.dispose();
        }
    }
}
