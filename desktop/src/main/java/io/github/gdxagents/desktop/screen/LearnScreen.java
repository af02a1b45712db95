package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.github.gdxagents.desktop.play.LiveLearning;
import io.github.gdxagents.desktop.view.LanderRenderer;
import io.github.gdxagents.desktop.view.LearningPanel;
import io.github.gdxagents.lander.LanderTask;

/** An agent learns to land, from nothing, while one looks on. */
public final class LearnScreen extends AppScreen {

    /** The part of a broad window that the lander has; the curve has the rest. */
    private static final float FLIGHT = 0.62f;

    private final long firstSeed;
    private final LanderRenderer renderer;
    private final LearningPanel panel;
    private LanderTask task = LanderTask.DISCRETE;
    private int beginnings;
    private boolean pausedBefore;
    private LiveLearning learning;

    /**
     * An agent that knows nothing.
     *
     * @param host the program
     * @param seed of its flights and of the agent
     */
    public LearnScreen(ScreenHost host, long seed) {
        super(host);
        this.firstSeed = seed;
        this.learning = new LiveLearning(task, seed);
        this.renderer = new LanderRenderer(host.ui(), learning.view().spec());
        this.panel = new LearningPanel(host.ui());
    }

    /**
     * What is shown.
     *
     * @return the agent and its flights
     */
    public LiveLearning learning() {
        return learning;
    }

    @Override
    InputMultiplexer input() {
        return new InputMultiplexer(new InputAdapter() {
            @Override
            public boolean keyDown(int keycode) {
                return key(keycode);
            }
        });
    }

    private boolean key(int keycode) {
        switch (keycode) {
            case Keys.ESCAPE -> host().showMenu();
            case Keys.P, Keys.SPACE -> learning.setPaused(!learning.paused());
            case Keys.F -> learning.nextSpeed();
            case Keys.R -> begin(task);
            case Keys.T -> begin(task == LanderTask.DISCRETE ? LanderTask.CONTINUOUS : LanderTask.DISCRETE);
            case Keys.L -> host().setLook(host().look().next());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void begin(LanderTask next) {
        learning.close();
        task = next;
        learning = new LiveLearning(next, firstSeed + ++beginnings);
    }

    @Override
    void build(Table root) {
        // Curve and numbers are drawn, not made of widgets.
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        if (width <= 0 || height <= 0) {
            return;
        }
        int foot = Math.round(px(34));
        int above = height - foot;
        if (width > above) {
            int flight = Math.round(width * FLIGHT);
            renderer.fit(0, foot, flight, above);
            panel.fit(flight, foot, width - flight, above, width, foot);
        } else {
            int curve = above / 2;
            renderer.fit(0, foot + curve, width, above - curve);
            panel.fit(0, foot, width, curve, width, foot);
        }
    }

    @Override
    void drawBelow(float delta) {
        learning.advance(delta);
        renderer.setLook(host().look());
        renderer.draw(host().batch(), learning.view(), learning.before(), learning.fraction());
        panel.draw(host().batch(), stage().getViewport(), learning);
    }

    @Override
    public void pause() {
        // The window was minimised: nobody looks on.
        pausedBefore = learning.paused();
        learning.setPaused(true);
    }

    @Override
    public void resume() {
        learning.setPaused(pausedBefore);
    }

    @Override
    public void dispose() {
        super.dispose();
        learning.close();
    }
}
