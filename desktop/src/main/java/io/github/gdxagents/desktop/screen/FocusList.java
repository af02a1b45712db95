package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.utils.ClickListener;
import java.util.ArrayList;
import java.util.List;

/** The buttons of a screen in their order, one of which the keyboard is on: up and down go on, Enter presses, left and right choose. */
final class FocusList extends InputAdapter {

    private final List<Entry> entries = new ArrayList<>();
    private int current;

    private record Entry(TextButton button, Runnable press, Runnable previous, Runnable next) {}

    /** Forgets all buttons, not which place the keyboard is on. */
    void clear() {
        entries.clear();
    }

    /** Adds a button that does one thing. */
    TextButton add(TextButton button, Runnable press) {
        return add(button, press, () -> {}, () -> {});
    }

    /** Adds a button that chooses: a click on its left half goes back, on its right half on. */
    TextButton addChoice(TextButton button, Runnable previous, Runnable next) {
        return add(button, next, previous, next);
    }

    private TextButton add(TextButton button, Runnable press, Runnable previous, Runnable next) {
        int place = entries.size();
        entries.add(new Entry(button, press, previous, next));
        button.setProgrammaticChangeEvents(false);
        button.addListener(new ClickListener() {
            @Override
            public void clicked(InputEvent event, float x, float y) {
                select(place);
                boolean back = x < button.getWidth() / 2 && press == next;
                (back ? previous : press).run();
            }
        });
        button.addListener(new InputListener() {
            // Not enter: buttons that come up below a mouse at rest leave the keyboard where it is.
            @Override
            public boolean mouseMoved(InputEvent event, float x, float y) {
                select(place);
                return false;
            }
        });
        return button;
    }

    /** Puts the keyboard on a place; shown at once. */
    void select(int place) {
        current = place;
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).button().setChecked(i == current);
        }
    }

    /** Shows where the keyboard is, after the buttons were made anew. */
    void show() {
        select(Math.max(0, Math.min(current, entries.size() - 1)));
    }

    @Override
    public boolean keyDown(int keycode) {
        if (entries.isEmpty()) {
            return false;
        }
        Entry entry = entries.get(current);
        switch (keycode) {
            case Keys.UP, Keys.W -> select((current + entries.size() - 1) % entries.size());
            case Keys.DOWN, Keys.S, Keys.TAB -> select((current + 1) % entries.size());
            case Keys.LEFT, Keys.A -> entry.previous().run();
            case Keys.RIGHT, Keys.D -> entry.next().run();
            case Keys.ENTER, Keys.NUMPAD_ENTER, Keys.SPACE -> entry.press().run();
            default -> {
                return false;
            }
        }
        return true;
    }
}
