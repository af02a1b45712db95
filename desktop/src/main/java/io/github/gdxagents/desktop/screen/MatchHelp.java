package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.github.gdxagents.desktop.input.Control;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;

/** What the keys do in a match, for those who play in it. */
final class MatchHelp {

    private final AppScreen screen;
    private final MatchSetup setup;
    private final boolean alone;

    /** Help on a screen, for a match in which a person may be alone. */
    MatchHelp(AppScreen screen, MatchSetup setup, boolean alone) {
        this.screen = screen;
        this.setup = setup;
        this.alone = alone;
    }

    /** Writes it into a panel of two columns. */
    void build(Table panel) {
        panel.add(screen.label("Help", "title"))
                .colspan(2)
                .padBottom(screen.px(12))
                .row();
        for (Side side : Side.values()) {
            if (setup.player(side) == PlayerKind.HUMAN) {
                helpForHuman(panel, side);
            }
        }
        help(panel, "P, Esc", "pause");
        help(panel, "Tab", "glass box: what the agent sees and thinks");
        help(panel, "F", "speed: 1, 2, 4, max");
        help(panel, "L", "look: Atari or modern");
        help(panel, "M", "sound on or off");
        help(panel, "F11", "fullscreen");
        help(panel, "F12", "picture of the window, as a file");
    }

    private void helpForHuman(Table panel, Side side) {
        String name = side == Side.LEFT ? "left paddle" : "right paddle";
        help(panel, keyNames(side), name + ": up, down, fast shot");
        if (alone) {
            help(panel, keyNames(side.other()), "the same");
            help(panel, "mouse", "the paddle goes to its height; button: fast shot");
        }
        help(panel, "gamepad", "stick or cross; A: fast shot");
    }

    /** The keys of a side, in words. */
    String keyNames(Side side) {
        StringBuilder names = new StringBuilder();
        for (Control control : Control.all()) {
            if (control.side() == side) {
                names.append(names.isEmpty() ? "" : ", ")
                        .append(screen.host().bindings().keyName(control));
            }
        }
        return names.toString();
    }

    private void help(Table panel, String key, String what) {
        panel.add(screen.label(key, "accent")).left().padRight(screen.px(24)).padBottom(screen.px(4));
        panel.add(screen.label(what, "default")).left().padBottom(screen.px(4)).row();
    }
}
