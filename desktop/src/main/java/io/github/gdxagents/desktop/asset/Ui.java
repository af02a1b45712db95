package io.github.gdxagents.desktop.asset;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator.FreeTypeFontParameter;
import com.badlogic.gdx.scenes.scene2d.ui.Label.LabelStyle;
import com.badlogic.gdx.scenes.scene2d.ui.List.ListStyle;
import com.badlogic.gdx.scenes.scene2d.ui.ScrollPane.ScrollPaneStyle;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.Slider.SliderStyle;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton.TextButtonStyle;
import com.badlogic.gdx.scenes.scene2d.utils.BaseDrawable;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.badlogic.gdx.scenes.scene2d.utils.TextureRegionDrawable;
import com.badlogic.gdx.utils.Disposable;

/**
 * Fonts, colours and widgets' styles. Fonts are drawn anew for the size of the window, so that letters are sharp on every screen; one
 * unit is one pixel.
 */
public final class Ui implements Disposable {

    /** Ground of menus. */
    public static final int GROUND = 0x0D1117FF;

    private static final int PANEL = 0x161B22F2;
    private static final int BUTTON = 0x21262DFF;
    private static final int BUTTON_OVER = 0x30363DFF;
    private static final int ACCENT = 0x7EE787FF;
    private static final int TEXT = 0xE6EDF3FF;
    private static final int QUIET = 0x8B949EFF;
    private static final int BAD = 0xFF7B72FF;

    /** Windows of this size show texts at their plain size. */
    private static final float PLAIN_WIDTH = 1280;

    private static final float PLAIN_HEIGHT = 800;

    private static final String CHARACTERS = FreeTypeFontGenerator.DEFAULT_CHARS + "·–—−≤±×→←↑↓▲▼◀▶…";

    private final FreeTypeFontGenerator generator;
    private final Texture white;
    private final Texture disc;
    private final TextureRegion whiteRegion;
    private final TextureRegion discRegion;

    private Skin skin = new Skin();
    private float scale;

    /** Reads the font; needs a window. */
    public Ui() {
        generator = new FreeTypeFontGenerator(Gdx.files.internal("fonts/JetBrainsMono-Medium.ttf"));
        white = whiteTexture();
        disc = discTexture();
        whiteRegion = new TextureRegion(white);
        discRegion = new TextureRegion(disc);
    }

    private static Texture whiteTexture() {
        Pixmap pixmap = new Pixmap(1, 1, Pixmap.Format.RGBA8888);
        pixmap.setColor(Color.WHITE);
        pixmap.fill();
        Texture texture = new Texture(pixmap);
        pixmap.dispose();
        return texture;
    }

    /** White, fading from the middle to the edge: what glowing things are drawn with. */
    private static Texture discTexture() {
        int size = 128;
        Pixmap pixmap = new Pixmap(size, size, Pixmap.Format.RGBA8888);
        pixmap.setBlending(Pixmap.Blending.None);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double distance = Math.hypot(x + 0.5 - size / 2.0, y + 0.5 - size / 2.0) / (size / 2.0);
                double light = Math.max(0, 1 - distance);
                pixmap.drawPixel(x, y, 0xFFFFFF00 | (int) Math.round(255 * light * light));
            }
        }
        Texture texture = new Texture(pixmap);
        texture.setFilter(TextureFilter.Linear, TextureFilter.Linear);
        pixmap.dispose();
        return texture;
    }

    /**
     * Fits everything to a window.
     *
     * @param width pixels
     * @param height pixels
     */
    public void fit(int width, int height) {
        float exact = Math.max(0.4f, Math.min(width / PLAIN_WIDTH, height / PLAIN_HEIGHT));
        // In steps, or a window that is dragged larger would make new fonts for every pixel.
        float wanted = Math.max(0.375f, (float) Math.floor(exact * 16) / 16);
        if (wanted == scale) {
            return;
        }
        scale = wanted;
        Skin old = skin;
        skin = makeSkin();
        old.dispose();
    }

    private Skin makeSkin() {
        Skin made = new Skin();
        BitmapFont small = font(16);
        BitmapFont plain = font(22);
        BitmapFont title = font(54);
        made.add("small", small);
        made.add("default", plain);
        made.add("title", title);
        made.add("default", new LabelStyle(plain, new Color(TEXT)));
        made.add("small", new LabelStyle(small, new Color(QUIET)));
        made.add("title", new LabelStyle(title, new Color(TEXT)));
        made.add("accent", new LabelStyle(plain, new Color(ACCENT)));
        made.add("error", new LabelStyle(plain, new Color(BAD)));
        TextButtonStyle button = new TextButtonStyle();
        button.font = plain;
        button.fontColor = new Color(TEXT);
        button.up = box(BUTTON, 16, 8);
        button.over = box(BUTTON_OVER, 16, 8);
        button.down = box(PANEL, 16, 8);
        button.checked = box(ACCENT, 16, 8);
        button.checkedFontColor = new Color(GROUND);
        made.add("default", button);
        ListStyle list = new ListStyle(plain, new Color(GROUND), new Color(TEXT), box(ACCENT, 10, 6));
        list.background = box(PANEL, 4, 4);
        made.add("default", list);
        ScrollPaneStyle pane = new ScrollPaneStyle();
        pane.vScrollKnob = sized(box(QUIET, 0, 0), 8, 24);
        made.add("default", pane);
        SliderStyle slider = new SliderStyle(sized(box(BUTTON, 0, 0), 10, 8), sized(box(ACCENT, 0, 0), 12, 28));
        slider.knobBefore = sized(box(BUTTON_OVER, 0, 0), 10, 8);
        made.add("default-horizontal", slider);
        made.add("panel", box(PANEL, 24, 18), Drawable.class);
        made.add("shade", box(0x010409C0, 0, 0), Drawable.class);
        return made;
    }

    private Drawable sized(Drawable drawable, float width, float height) {
        ((BaseDrawable) drawable).setMinSize(width * scale, height * scale);
        return drawable;
    }

    private Drawable box(int rgba, float padX, float padY) {
        BaseDrawable drawable = (BaseDrawable) new TextureRegionDrawable(whiteRegion).tint(new Color(rgba));
        drawable.setPadding(padY * scale, padX * scale, padY * scale, padX * scale);
        drawable.setMinSize(0, 0);
        return drawable;
    }

    private BitmapFont font(float size) {
        FreeTypeFontParameter parameter = new FreeTypeFontParameter();
        parameter.size = Math.max(8, Math.round(size * scale));
        parameter.characters = CHARACTERS;
        parameter.kerning = false;
        BitmapFont font = generator.generateFont(parameter);
        font.setUseIntegerPositions(true);
        return font;
    }

    /**
     * Pixels for a length at the plain size.
     *
     * @param length pixels in a window of 1,280 × 800
     * @return pixels in this window
     */
    public float px(float length) {
        return length * scale;
    }

    /**
     * The styles of now.
     *
     * @return replaced when the window's size changes
     */
    public Skin skin() {
        return skin;
    }

    /**
     * A font of now.
     *
     * @param name {@code small}, {@code default} or {@code title}
     * @return replaced when the window's size changes
     */
    public BitmapFont font(String name) {
        return skin.getFont(name);
    }

    /**
     * One white pixel, for rectangles.
     *
     * @return a region
     */
    public TextureRegion white() {
        return whiteRegion;
    }

    /**
     * A white disc that fades to its edge.
     *
     * @return a region
     */
    public TextureRegion disc() {
        return discRegion;
    }

    @Override
    public void dispose() {
        skin.dispose();
        white.dispose();
        disc.dispose();
        generator.dispose();
    }
}
