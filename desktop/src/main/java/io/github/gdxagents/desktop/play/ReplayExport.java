package io.github.gdxagents.desktop.play;

import io.github.gdxagents.pong.film.CourtPicture;
import io.github.gdxagents.pong.film.Film;
import io.github.gdxagents.pong.film.GifFilm;
import io.github.gdxagents.pong.film.PixelSize;
import io.github.gdxagents.pong.film.PngFrames;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayMatch;
import io.github.gdxagents.pong.vision.Frame;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a replay as a GIF or as numbered pictures, on a thread of its own, one film at a time. */
public final class ReplayExport implements AutoCloseable {

    /** Pixels twice as wide as high, as on a television: 640 × 420. */
    private static final PixelSize SIZE = PixelSize.wide(2);

    /** 20 pictures a second, which every browser shows at the right speed. */
    private static final int TICKS = 3;

    private static final int GIF_DELAY_MILLIS = 50;

    /** How long closing waits for half a film to be taken away. */
    private static final long PATIENCE_MILLIS = 2000;

    private final Replay replay;
    private final ReplayFolder folder;
    private final Consumer<String> tell;
    private @Nullable Thread worker;

    /**
     * Nothing is written yet.
     *
     * @param replay what to film
     * @param folder where films go
     * @param tell hears how it went, on whatever thread
     */
    public ReplayExport(Replay replay, ReplayFolder folder, Consumer<String> tell) {
        this.replay = replay;
        this.folder = folder;
        this.tell = tell;
    }

    private interface Maker {
        Film make(Path file);
    }

    /** Begins to write an animated GIF. */
    public void writeGif() {
        begin(".gif", TICKS, file -> new GifFilm(file, SIZE, GIF_DELAY_MILLIS));
    }

    /** Begins to write numbered PNGs into a new folder. */
    public void writePngs() {
        begin("-frames", TICKS, file -> new PngFrames(file, SIZE));
    }

    private void begin(String suffix, int everyTicks, Maker maker) {
        if (worker != null && worker.isAlive()) {
            tell.accept("the film before is still being written");
            return;
        }
        if (replay.length() == 0) {
            tell.accept("this replay has no tick to show");
            return;
        }
        tell.accept("writing …");
        Thread made = new Thread(() -> write(suffix, everyTicks, maker), "replay-export");
        made.setDaemon(true);
        worker = made;
        made.start();
    }

    private void write(String suffix, int everyTicks, Maker maker) {
        try {
            Path file = folder.fresh(ReplayFolder.name(replay), suffix);
            try (ReplayMatch match = new ReplayMatch(replay);
                    Film film = maker.make(file)) {
                CourtPicture picture = new CourtPicture();
                Frame frame = new Frame();
                int pictures = 0;
                while (match.tick()) {
                    if (Thread.interrupted()) {
                        return;
                    }
                    if (match.position() % everyTicks == 0 || match.over()) {
                        match.court().screen(frame);
                        film.add(picture.show(frame));
                        pictures++;
                    }
                }
                film.finish();
                tell.accept(String.format(Locale.ROOT, "written: %s, %,d pictures", file, pictures));
            }
        } catch (UncheckedIOException e) {
            tell.accept(String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // On a thread of its own nobody else would say so.
            tell.accept("the film could not be written: " + e);
        }
    }

    /** Stops writing; a film that is not whole leaves no file under its name. */
    @Override
    public void close() {
        Thread writing = worker;
        if (writing == null || !writing.isAlive()) {
            return;
        }
        tell.accept("the film was given up");
        writing.interrupt();
        try {
            writing.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
