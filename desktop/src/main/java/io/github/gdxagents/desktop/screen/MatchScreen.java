package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.controllers.ControllerAdapter;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.badlogic.gdx.utils.viewport.Viewport;
import io.github.gdxagents.desktop.input.Control;
import io.github.gdxagents.desktop.input.GamepadInput;
import io.github.gdxagents.desktop.input.HumanPlayer;
import io.github.gdxagents.desktop.input.KeyInput;
import io.github.gdxagents.desktop.input.MouseInput;
import io.github.gdxagents.desktop.input.PaddleInput;
import io.github.gdxagents.desktop.play.MatchSession;
import io.github.gdxagents.desktop.play.Policy;
import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.desktop.view.CourtRenderer;
import io.github.gdxagents.desktop.view.GlassBox;
import io.github.gdxagents.desktop.view.MatchBar;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import io.github.gdxagents.pong.player.AgentPlayer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A match: the court, a bar with what is to be known, and over it the pause and the help. */
public final class MatchScreen extends AppScreen {

    /** Of its buttons, in a window of the plain size. */
    private static final float WIDTH = 320;

    /** How much of the window's width the glass box takes. */
    private static final float BOX_SHARE = 0.38f;

    /** How long the last point can be seen, in seconds; and whoever still presses keys for it does not press the next button. */
    private static final float LAST_LOOK = 1.2f;

    /** What lies over the match. */
    private enum Overlay {
        NONE,
        PAUSE,
        HELP
    }

    private final MatchSetup setup;
    private final boolean alone;
    private final MatchHelp help;
    private final KeyInput keys;
    private final MouseInput mouse;
    private final GamepadInput pads;
    private final CourtRenderer renderer;
    private final MatchBar bar;
    private final MatchSession session;
    private final PadEvents padEvents = new PadEvents();
    private Overlay overlay = Overlay.NONE;
    private boolean handedOver;
    private float secondsOver;
    private @Nullable GlassBox glassBox;
    private int barHeight;
    private int boxWidth;

    /**
     * A match that begins.
     *
     * @param host the program
     * @param setup who plays where
     */
    public MatchScreen(ScreenHost host, MatchSetup setup) {
        super(host);
        this.setup = setup;
        this.alone = setup.left() != PlayerKind.HUMAN || setup.right() != PlayerKind.HUMAN;
        this.help = new MatchHelp(this, setup, alone);
        this.renderer = new CourtRenderer(host.ui());
        this.bar = new MatchBar(host.ui());
        this.keys = new KeyInput(host.bindings(), alone);
        this.mouse = new MouseInput(renderer::courtHeight);
        this.pads = new GamepadInput(host.gamepads(), alone);
        this.session = new MatchSession(setup, host.policies(), this::human, new Ticks(), System::nanoTime);
        session.setSpeed(host.speed());
    }

    private Player human(Side side) {
        List<PaddleInput> ways = new ArrayList<>(List.of(keys, pads));
        if (alone) {
            ways.add(mouse);
        }
        return new HumanPlayer(side, ways);
    }

    /** Hears of each tick: sounds, and taps that have been played. */
    private final class Ticks implements MatchSession.Listener {
        @Override
        public void ticked(CourtView court) {
            host().sounds().note(court);
            keys.ticked();
        }

        @Override
        public void policyChanged(Policy policy) {
            host().tell("the agent plays with a newer policy from now on");
        }

        @Override
        public void policyRefused(String reason) {
            host().tell("a newer policy cannot be used: " + reason);
        }
    }

    /**
     * The match.
     *
     * @return its session
     */
    public MatchSession session() {
        return session;
    }

    @Override
    InputMultiplexer input() {
        InputMultiplexer all = new InputMultiplexer();
        all.addProcessor(new InputAdapter() {
            @Override
            public boolean keyDown(int keycode) {
                return overlay == Overlay.NONE ? matchKey(keycode) : overlayKey(keycode);
            }
        });
        all.addProcessor(stage());
        all.addProcessor(focus());
        all.addProcessor(mouse);
        all.addProcessor(keys);
        return all;
    }

    @Override
    public void show() {
        super.show();
        host().gamepads().listen(padEvents);
        StringBuilder hint = new StringBuilder();
        for (Side side : Side.values()) {
            if (setup.player(side) == PlayerKind.HUMAN) {
                hint.append(side == Side.LEFT ? "left paddle: " : "right paddle: ");
                hint.append(help.keyNames(side)).append("  ·  ");
            }
        }
        if (!hint.isEmpty()) {
            host().hint(hint.append("H help").toString());
        }
    }

    @Override
    public void hide() {
        host().gamepads().ignore(padEvents);
    }

    /** Start pauses; so does a gamepad that goes. */
    private final class PadEvents extends ControllerAdapter {
        @Override
        public boolean buttonDown(Controller pad, int button) {
            if (button == pad.getMapping().buttonStart) {
                show(overlay == Overlay.NONE ? Overlay.PAUSE : Overlay.NONE);
                return true;
            }
            return false;
        }

        @Override
        public void disconnected(Controller pad) {
            if (!setup.isWithoutPeople()) {
                pause();
            }
        }
    }

    private boolean matchKey(int keycode) {
        if (isPaddleKey(keycode)) {
            // A key that a player chose for the paddle is the paddle's, whatever else it would do.
            mouse.release();
            keys.keyDown(keycode);
            return true;
        }
        switch (keycode) {
            case Keys.ESCAPE, Keys.P -> show(Overlay.PAUSE);
            case Keys.H, Keys.F1 -> show(Overlay.HELP);
            case Keys.TAB -> toggleGlassBox();
            case Keys.M -> host().sounds().toggle();
            case Keys.L -> host().setLook(host().look().next());
            case Keys.F -> session.setSpeed(session.speed().next());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void toggleGlassBox() {
        AgentPlayer agent = session.agent();
        if (glassBox != null) {
            glassBox.dispose();
            glassBox = null;
        } else if (agent != null) {
            glassBox = new GlassBox(ui(), agent);
        } else {
            host().tell("there is no agent in this match to look into");
        }
        fitCourt(Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
    }

    private boolean isPaddleKey(int keycode) {
        for (Control control : Control.all()) {
            boolean plays = setup.player(control.side()) == PlayerKind.HUMAN
                    || (alone && setup.player(control.side().other()) == PlayerKind.HUMAN);
            if (plays && host().bindings().key(control) == keycode) {
                return true;
            }
        }
        return false;
    }

    private boolean overlayKey(int keycode) {
        switch (keycode) {
            case Keys.ESCAPE, Keys.P -> show(Overlay.NONE);
            case Keys.H, Keys.F1 -> show(overlay == Overlay.HELP ? Overlay.NONE : Overlay.HELP);
            case Keys.M -> host().sounds().toggle();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void show(Overlay next) {
        overlay = next;
        session.setPaused(next != Overlay.NONE);
        keys.release();
        mouse.release();
        focus().select(0);
        rebuild();
    }

    @Override
    void build(Table root) {
        if (overlay == Overlay.NONE) {
            return;
        }
        root.setBackground(ui().skin().get("shade", Drawable.class));
        Table panel = new Table(ui().skin());
        panel.setBackground(ui().skin().get("panel", Drawable.class));
        if (overlay == Overlay.PAUSE) {
            buildPause(panel);
        } else {
            buildHelp(panel);
        }
        root.add(new Container<>(panel));
    }

    private void buildPause(Table panel) {
        panel.add(label("Paused", "title")).padBottom(px(16)).row();
        action(panel, "Go on", WIDTH, () -> show(Overlay.NONE));
        action(panel, "Begin anew", WIDTH, () -> host().showMatch(setup));
        action(panel, "Save replay", WIDTH, () -> host().tell(save(session.replay())));
        action(panel, "Help", WIDTH, () -> show(Overlay.HELP));
        action(panel, "Menu", WIDTH, host()::showMenu);
    }

    private void buildHelp(Table panel) {
        help.build(panel);
        panel.add(focus().add(button("Go on"), () -> show(Overlay.NONE)))
                .colspan(2)
                .width(px(WIDTH))
                .padTop(px(14));
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        if (width > 0 && height > 0) {
            fitCourt(width, height);
        }
    }

    private void fitCourt(int width, int height) {
        barHeight = Math.round(px(34));
        boxWidth = glassBox == null ? 0 : Math.round(width * BOX_SHARE);
        bar.fit(width, barHeight);
        renderer.fit(0, barHeight, width - boxWidth, height - barHeight);
    }

    @Override
    void drawBelow(float delta) {
        session.advance(delta);
        host().sounds().play(session.speed() != Speed.MAX);
        renderer.setLook(host().look());
        renderer.draw(host().batch(), session.match().court(), session.before(), session.fraction());
        GlassBox open = glassBox;
        if (open != null) {
            open.look();
            Viewport window = stage().getViewport();
            float height = window.getWorldHeight() - barHeight;
            open.draw(host().batch(), window, window.getWorldWidth() - boxWidth, barHeight, boxWidth, height);
        }
        bar.draw(host().batch(), stage().getViewport(), session, host().sounds().muted());
        if (session.match().over()) {
            secondsOver += delta;
        }
        if (session.match().over() && !handedOver && (session.speed() == Speed.MAX || secondsOver > LAST_LOOK)) {
            handedOver = true;
            // After this picture: a screen must not go away while it draws.
            Gdx.app.postRunnable(() -> host().showResult(session, session.replay()));
        }
    }

    @Override
    public void pause() {
        // The window was minimised, or a gamepad has gone.
        if (overlay == Overlay.NONE && !session.match().over()) {
            show(Overlay.PAUSE);
        }
    }

    @Override
    public void dispose() {
        super.dispose();
        if (glassBox != null) {
            glassBox.dispose();
        }
        if (!handedOver) {
            session.close();
        }
    }
}
