package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Slider;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import io.github.gdxagents.desktop.play.CourtSnapshot;
import io.github.gdxagents.desktop.play.ReplayExport;
import io.github.gdxagents.desktop.play.ReplayFolder;
import io.github.gdxagents.desktop.play.Speed;
import io.github.gdxagents.desktop.view.CourtRenderer;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.MatchClock;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayMatch;
import org.jspecify.annotations.Nullable;

/** Plays a recording back: any place of it can be gone to, and it can be written as pictures. */
public final class ReplayScreen extends AppScreen {

    private static final int SECOND = CourtView.TICKS_PER_SECOND;
    private static final int LONG_STEP = 10 * SECOND;

    private final ReplayMatch replay;
    private final String name;
    private final CourtRenderer renderer;
    private final CourtSnapshot before = new CourtSnapshot();
    private final MatchClock clock = new MatchClock();
    private final ReplayExport export;
    private @Nullable Slider slider;
    private @Nullable Label time;
    private Speed speed;
    private boolean paused;
    private int shownSecond = -1;

    /**
     * A replay at its beginning.
     *
     * @param host the program
     * @param replay what was recorded
     * @param name what to call it
     */
    public ReplayScreen(ScreenHost host, Replay replay, String name) {
        super(host);
        this.replay = new ReplayMatch(replay);
        this.name = name;
        this.renderer = new CourtRenderer(host.ui());
        this.speed = host.speed();
        this.export = new ReplayExport(
                replay,
                new ReplayFolder(host.replayFolder()),
                sentence -> Gdx.app.postRunnable(() -> host.tell(sentence)));
        before.copyFrom(this.replay.court());
    }

    /**
     * What is played.
     *
     * @return the replay and its position
     */
    public ReplayMatch replay() {
        return replay;
    }

    @Override
    InputMultiplexer input() {
        InputMultiplexer all = new InputMultiplexer(stage());
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
            case Keys.SPACE, Keys.P -> setPaused(!paused);
            case Keys.LEFT -> seek(replay.position() - SECOND);
            case Keys.RIGHT -> seek(replay.position() + SECOND);
            case Keys.PAGE_UP -> seek(replay.position() - LONG_STEP);
            case Keys.PAGE_DOWN -> seek(replay.position() + LONG_STEP);
            case Keys.COMMA -> stepTo(replay.position() - 1);
            case Keys.PERIOD -> stepTo(replay.position() + 1);
            case Keys.HOME -> seek(0);
            case Keys.END -> seek(replay.length());
            case Keys.F -> setSpeed(speed.next());
            case Keys.L -> host().setLook(host().look().next());
            case Keys.M -> host().sounds().toggle();
            case Keys.S -> host().tell(save(replay.replay()));
            case Keys.G -> export.writeGif();
            case Keys.N -> export.writePngs();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void setPaused(boolean still) {
        paused = still;
        shownSecond = -1;
        showPlace();
    }

    private void setSpeed(Speed other) {
        speed = other;
        shownSecond = -1;
        showPlace();
    }

    private void stepTo(int tick) {
        setPaused(true);
        seek(tick);
    }

    private void seek(int tick) {
        replay.seek(Math.max(0, Math.min(replay.length(), tick)));
        before.copyFrom(replay.court());
        showPlace();
    }

    @Override
    void build(Table root) {
        shownSecond = -1;
        root.bottom();
        Table bar = new Table(ui().skin());
        bar.setBackground(ui().skin().get("panel", Drawable.class));
        Slider made = new Slider(0, Math.max(1, replay.length()), 1, false, ui().skin());
        made.addListener(new ChangeListener() {
            @Override
            public void changed(ChangeEvent event, Actor actor) {
                if (made.isDragging()) {
                    seek(Math.round(made.getValue()));
                }
            }
        });
        slider = made;
        Label place = label("", "small");
        time = place;
        bar.add(label(name, "small")).padRight(px(16));
        bar.add(made).growX();
        bar.add(place).padLeft(px(16)).row();
        bar.add(label(
                        "Space pause · ←→ a second · PgUp PgDn ten · , . a tick · F speed · S save · G GIF · N PNGs · Esc menu",
                        "small"))
                .colspan(3);
        root.add(bar).growX().height(px(84));
        showPlace();
    }

    private void showPlace() {
        if (slider != null && !slider.isDragging()) {
            slider.setValue(replay.position());
        }
        int second = replay.position() / SECOND;
        if (time != null && second != shownSecond) {
            shownSecond = second;
            time.setText(clockText(second) + " / " + clockText(replay.length() / SECOND)
                    + (paused ? "  paused" : "  speed " + speed.label()));
        }
    }

    private static String clockText(int seconds) {
        return seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60;
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        if (width > 0 && height > 0) {
            int barHeight = Math.round(px(84));
            renderer.fit(0, barHeight, width, height - barHeight);
        }
    }

    @Override
    void drawBelow(float delta) {
        boolean stands = paused || replay.over();
        if (!stands) {
            int factor = speed == Speed.MAX ? 16 : speed.factor();
            for (int ticks = clock.advance(delta, factor); ticks > 0; ticks--) {
                before.copyFrom(replay.court());
                if (replay.tick()) {
                    host().sounds().note(replay.court());
                }
            }
            host().sounds().play(speed != Speed.MAX);
            showPlace();
        }
        renderer.setLook(host().look());
        renderer.draw(host().batch(), replay.court(), before, replay.over() ? 1 : clock.fraction());
    }

    @Override
    public void dispose() {
        super.dispose();
        export.close();
        replay.close();
    }
}
