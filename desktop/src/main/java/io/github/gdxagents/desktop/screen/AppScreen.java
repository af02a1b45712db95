package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.ScreenAdapter;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.utils.Align;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.viewport.ScreenViewport;
import io.github.gdxagents.desktop.asset.Ui;
import io.github.gdxagents.desktop.play.ReplayFolder;
import io.github.gdxagents.pong.replay.Replay;
import java.io.UncheckedIOException;

/** What all screens share: widgets on a stage whose unit is a pixel, made anew when the window changes its size. */
abstract class AppScreen extends ScreenAdapter {

    private static final Color GROUND = new Color(Ui.GROUND);

    private final ScreenHost host;
    private final Stage stage;
    private final FocusList focus = new FocusList();

    AppScreen(ScreenHost host) {
        this.host = host;
        this.stage = new Stage(new ScreenViewport(), host.batch());
    }

    /** Puts the widgets into a table that fills the window. */
    abstract void build(Table root);

    final ScreenHost host() {
        return host;
    }

    final Ui ui() {
        return host.ui();
    }

    final Stage stage() {
        return stage;
    }

    final FocusList focus() {
        return focus;
    }

    /** Who hears of keys and mouse, first things first. */
    InputMultiplexer input() {
        return new InputMultiplexer(stage, focus);
    }

    @Override
    public void show() {
        resize(Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
        Gdx.input.setInputProcessor(input());
    }

    @Override
    public void resize(int width, int height) {
        if (width == 0 || height == 0) {
            // A minimised window.
            return;
        }
        ui().fit(width, height);
        stage.getViewport().update(width, height, true);
        rebuild();
    }

    /** Makes all widgets anew. */
    final void rebuild() {
        stage.clear();
        focus.clear();
        Table root = new Table(ui().skin());
        root.setFillParent(true);
        stage.addActor(root);
        build(root);
        focus.show();
    }

    @Override
    public void render(float delta) {
        ScreenUtils.clear(GROUND);
        drawBelow(delta);
        stage.getViewport().apply();
        stage.act(delta);
        stage.draw();
    }

    /** Draws what lies under the widgets. */
    void drawBelow(float delta) {
        // Most screens are widgets only.
    }

    final Label label(CharSequence text, String style) {
        return new Label(text, ui().skin(), style);
    }

    /** A sentence as broad as the window at most, in several lines if it must be. */
    final void note(Table table, String text, String style) {
        Label note = label(text, style);
        note.setWrap(true);
        note.setAlignment(Align.center);
        table.add(note).width(stage.getWidth() - px(80)).padTop(px(10)).row();
    }

    final TextButton button(String text) {
        return new TextButton(text, ui().skin());
    }

    /** Adds a row with a button that does something, as wide as in a window of the plain size. */
    final void action(Table table, String name, float width, Runnable press) {
        table.add(focus.add(button(name), press))
                .width(px(width))
                .padBottom(px(6))
                .row();
    }

    /** Hears of the Escape key alone. */
    static InputAdapter onEscape(Runnable press) {
        return new InputAdapter() {
            @Override
            public boolean keyDown(int keycode) {
                if (keycode == Keys.ESCAPE) {
                    press.run();
                    return true;
                }
                return false;
            }
        };
    }

    /** Saves a replay; gives the sentence that says how it went. */
    final String save(Replay replay) {
        try {
            return "saved as " + new ReplayFolder(host.replayFolder()).save(replay);
        } catch (UncheckedIOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    final float px(float length) {
        return ui().px(length);
    }

    @Override
    public void dispose() {
        stage.dispose();
    }
}
