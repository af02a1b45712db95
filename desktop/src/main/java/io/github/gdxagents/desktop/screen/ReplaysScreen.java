package io.github.gdxagents.desktop.screen;

import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.github.gdxagents.desktop.play.ReplayFolder;
import io.github.gdxagents.pong.replay.ReplayException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The replays that were saved, a page at a time. */
public final class ReplaysScreen extends AppScreen {

    /** Of its buttons, in a window of the plain size. */
    private static final float WIDTH = 760;

    private static final int PAGE = 8;

    private final List<Path> files;
    private int first;
    private String problem;

    /**
     * The list as it is now.
     *
     * @param host the program
     */
    public ReplaysScreen(ScreenHost host) {
        super(host);
        List<Path> found = List.of();
        problem = "";
        try {
            found = new ReplayFolder(host.replayFolder()).list();
        } catch (UncheckedIOException e) {
            problem = String.valueOf(e.getMessage());
        }
        files = found;
    }

    @Override
    InputMultiplexer input() {
        InputMultiplexer all = super.input();
        all.addProcessor(onEscape(host()::showMenu));
        return all;
    }

    @Override
    void build(Table root) {
        root.add(label("Replays", "title")).padBottom(px(20)).row();
        if (files.isEmpty()) {
            note(root, "none yet: a match's result screen saves one in " + host().replayFolder(), "default");
        }
        for (Path file : files.subList(first, Math.min(files.size(), first + PAGE))) {
            action(root, String.valueOf(file.getFileName()), WIDTH, () -> open(file));
        }
        if (files.size() > PAGE) {
            action(root, "more ▶", WIDTH, () -> {
                first = first + PAGE < files.size() ? first + PAGE : 0;
                rebuild();
            });
        }
        action(root, "Back", WIDTH, host()::showMenu);
        note(root, problem, "error");
        note(root, "a replay file that is dropped on the window is played, too", "small");
    }

    private void open(Path file) {
        try {
            host().showReplay(ReplayFolder.read(file), String.valueOf(file.getFileName()));
        } catch (ReplayException e) {
            problem = String.valueOf(e.getMessage());
            rebuild();
        }
    }
}
