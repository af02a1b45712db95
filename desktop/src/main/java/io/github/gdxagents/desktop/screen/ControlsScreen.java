package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.github.gdxagents.desktop.input.Control;
import io.github.gdxagents.pong.Side;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which key does what, and how to change it. */
public final class ControlsScreen extends AppScreen {

    private @Nullable Control waiting;

    /**
     * The screen.
     *
     * @param host the program
     */
    public ControlsScreen(ScreenHost host) {
        super(host);
    }

    @Override
    InputMultiplexer input() {
        InputMultiplexer all = super.input();
        // Before the buttons: the key that is waited for may be one of theirs.
        all.addProcessor(0, new InputAdapter() {
            @Override
            public boolean keyDown(int keycode) {
                return key(keycode);
            }
        });
        return all;
    }

    /** Keys that do something everywhere cannot move a paddle as well. */
    private static boolean isFree(int keycode) {
        return keycode > Keys.UNKNOWN && keycode != Keys.ESCAPE && keycode != Keys.F11 && keycode != Keys.F12;
    }

    private boolean key(int keycode) {
        Control control = waiting;
        if (control == null) {
            if (keycode == Keys.ESCAPE) {
                host().showMenu();
                return true;
            }
            return false;
        }
        if (isFree(keycode) && Keys.toString(keycode) != null) {
            host().bindings().bind(control, keycode);
        }
        waiting = null;
        rebuild();
        return true;
    }

    @Override
    void build(Table root) {
        root.add(label("Controls", "title")).padBottom(px(20)).row();
        for (Control control : Control.all()) {
            String side = control.side() == Side.LEFT ? "left" : "right";
            String key =
                    control == waiting ? "press a key …" : host().bindings().keyName(control);
            String text = String.format(Locale.ROOT, "%-5s  %-9s  %-13s", side, control.title(), key);
            root.add(focus().add(button(text), () -> {
                        waiting = control;
                        rebuild();
                    }))
                    .width(px(520))
                    .padBottom(px(6))
                    .row();
        }
        root.add(focus().add(button("Usual keys"), () -> {
                    host().bindings().reset();
                    rebuild();
                }))
                .width(px(520))
                .padTop(px(14))
                .padBottom(px(6))
                .row();
        root.add(focus().add(button("Back"), host()::showMenu)).width(px(520)).row();
        note(
                root,
                "alone, you may use both sides' keys  ·  the mouse moves the paddle to its height, its button is the"
                        + " fast shot  ·  a gamepad works at once",
                "small");
        note(
                root,
                "lander: Up or W the engine, Left and Right or A and D the thrusters, P the pilot, Enter again  ·  gamepad: A the"
                        + " engine, stick the thrusters",
                "small");
    }
}
