package io.github.gdxagents.desktop.screen;

import io.github.gdxagents.pong.replay.Replay;
import java.nio.file.Path;
import java.util.function.Consumer;

final class ReplayExport implements AutoCloseable {
    ReplayExport(Replay replay, Path folder, Consumer<String> tell) {}

    void writeGif() {}

    void writePngs() {}

    @Override
    public void close() {}
}
