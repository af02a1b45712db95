package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.controllers.ControllerAdapter;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.github.gdxagents.desktop.input.LanderInput;
import io.github.gdxagents.desktop.play.LanderSession;
import io.github.gdxagents.desktop.view.LanderPanel;
import io.github.gdxagents.desktop.view.LanderRenderer;

/** The lander: a person flies, or the pilot does. */
public final class LanderScreen extends AppScreen {

    private final LanderInput person;
    private final LanderSession session;
    private final LanderRenderer renderer;
    private final LanderPanel panel;
    private final PadEvents padEvents = new PadEvents();

    /**
     * A first flight that begins.
     *
     * @param host the program
     * @param seed of all flights
     */
    public LanderScreen(ScreenHost host, long seed) {
        super(host);
        this.person = new LanderInput(host.gamepads());
        this.session = new LanderSession(seed, person, person::ticked);
        this.renderer = new LanderRenderer(host.ui(), session.view().spec());
        this.panel = new LanderPanel(host.ui());
    }

    /**
     * What is flown.
     *
     * @return the flights
     */
    public LanderSession session() {
        return session;
    }

    @Override
    InputMultiplexer input() {
        InputMultiplexer all = new InputMultiplexer();
        all.addProcessor(person);
        all.addProcessor(new InputAdapter() {
            @Override
            public boolean keyDown(int keycode) {
                return key(keycode);
            }
        });
        return all;
    }

    private boolean key(int keycode) {
        switch (keycode) {
            case Keys.ESCAPE -> host().showMenu();
            case Keys.R, Keys.ENTER, Keys.NUMPAD_ENTER -> session.again();
            case Keys.P -> session.setPiloted(!session.piloted());
            case Keys.L -> host().setLook(host().look().next());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Start begins the next flight, once this one is over. */
    private final class PadEvents extends ControllerAdapter {
        @Override
        public boolean buttonDown(Controller pad, int button) {
            if (button == pad.getMapping().buttonStart && session.over()) {
                session.again();
                return true;
            }
            return false;
        }
    }

    @Override
    public void show() {
        super.show();
        host().gamepads().listen(padEvents);
    }

    @Override
    public void hide() {
        host().gamepads().ignore(padEvents);
    }

    @Override
    void build(Table root) {
        // Instruments and result are drawn, not made of widgets.
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        if (width > 0 && height > 0) {
            int foot = Math.round(px(34));
            renderer.fit(0, foot, width, height - foot);
            panel.fit(width, height, foot);
        }
    }

    @Override
    void drawBelow(float delta) {
        session.advance(delta);
        renderer.setLook(host().look());
        renderer.draw(host().batch(), session.view(), session.before(), session.fraction());
        panel.draw(host().batch(), stage().getViewport(), session);
    }

    @Override
    public void pause() {
        // The window was minimised.
        person.release();
        session.setPaused(true);
    }

    @Override
    public void resume() {
        session.setPaused(false);
    }

    @Override
    public void dispose() {
        super.dispose();
        session.close();
    }
}
