package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.github.gdxagents.pong.match.CourtKind;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.match.PlayerKind;
import java.util.List;

/** The menu: who plays whom, where, and to how many points. */
public final class MenuScreen extends AppScreen {

    /** Of its buttons, in a window of the plain size. */
    private static final float WIDTH = 460;

    private static final List<Integer> POINTS = List.of(1, 3, 5, 11, 21);

    /** The place of Play among the buttons: where the keyboard begins. */
    private static final int PLAY = 5;

    private CourtKind court;
    private PlayerKind left;
    private PlayerKind right;
    private int points;
    private String problem = "";

    /**
     * A menu.
     *
     * @param host the program
     */
    public MenuScreen(ScreenHost host) {
        super(host);
        MatchSetup setup = host.setup();
        court = setup.court();
        left = setup.left();
        right = setup.right();
        points = setup.points();
        focus().select(PLAY);
    }

    @Override
    InputMultiplexer input() {
        InputMultiplexer all = super.input();
        all.addProcessor(onEscape(host()::quit));
        return all;
    }

    @Override
    void build(Table root) {
        root.add(label("PONG", "title")).padBottom(px(2)).row();
        root.add(label("a learning agent, a ball tracker, Atari's own player and you", "small"))
                .padBottom(px(26))
                .row();
        choice(root, "Left", left.title(), step -> left = step(List.of(PlayerKind.values()), left, step));
        choice(root, "Right", right.title(), step -> right = step(List.of(PlayerKind.values()), right, step));
        choice(root, "Court", court.title(), step -> court = step(List.of(CourtKind.values()), court, step));
        choice(root, "Points", Integer.toString(points), step -> points = step(POINTS, points, step));
        choice(
                root,
                "Look",
                host().look().title(),
                step -> host().setLook(host().look().next()));
        root.add(label(problem, "error")).height(px(44)).row();
        action(root, "Play", WIDTH, this::play);
        action(root, "Lander", WIDTH, host()::showLander);
        action(root, "Watch it learn", WIDTH, host()::showLearning);
        action(root, "Replays", WIDTH, host()::showReplays);
        action(root, "Controls", WIDTH, host()::showControls);
        action(root, "Quit", WIDTH, host()::quit);
        root.add(label("arrow keys and Enter, or the mouse  ·  F11 fullscreen", "small"))
                .padTop(px(20));
    }

    private interface Step {
        void by(int step);
    }

    private void choice(Table root, String name, String value, Step change) {
        Runnable previous = () -> changed(change, -1);
        Runnable next = () -> changed(change, 1);
        root.add(focus().addChoice(button(String.format("%-7s ◀ %-14s ▶", name, value)), previous, next))
                .width(px(WIDTH))
                .padBottom(px(6))
                .row();
    }

    private void changed(Step change, int step) {
        change.by(step);
        problem = "";
        try {
            host().setSetup(setup());
        } catch (IllegalArgumentException e) {
            problem = String.valueOf(e.getMessage());
        }
        rebuild();
    }

    private MatchSetup setup() {
        return new MatchSetup(court, left, right, points, host().setup().seed());
    }

    private void play() {
        try {
            host().showNewMatch(setup());
        } catch (IllegalArgumentException e) {
            problem = String.valueOf(e.getMessage());
            rebuild();
        }
    }

    /** The value so many places on, round and round. */
    private static <T> T step(List<T> values, T value, int step) {
        return values.get(Math.floorMod(values.indexOf(value) + step, values.size()));
    }
}
