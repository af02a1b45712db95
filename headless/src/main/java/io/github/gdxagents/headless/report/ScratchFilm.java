package io.github.gdxagents.headless.report;

import io.github.gdxagents.pong.film.GifFilm;
import io.github.gdxagents.pong.film.PixelSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A GIF on its way into a page: on disk only while it is made. One thread at a time. */
final class ScratchFilm implements AutoCloseable {

    private final Path folder;
    private final Path file;
    private final GifFilm film;

    ScratchFilm(PixelSize size, int delayMillis) {
        try {
            folder = Files.createTempDirectory("gdx-agents-report");
        } catch (IOException e) {
            throw new UncheckedIOException("could not make a folder for a film: " + e.getMessage(), e);
        }
        file = folder.resolve("film.gif");
        film = new GifFilm(file, size, delayMillis);
    }

    GifFilm film() {
        return film;
    }

    /** The finished film as a {@code data:} URI, if it has a picture. */
    Optional<String> data() {
        if (film.pictures() == 0) {
            return Optional.empty();
        }
        film.finish();
        try {
            return Optional.of(DataUri.of("image/gif", Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        film.close();
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // What is left in the folder of temporary files, the system deletes.
            return;
        }
    }
}
