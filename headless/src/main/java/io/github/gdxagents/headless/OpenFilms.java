package io.github.gdxagents.headless;

import io.github.gdxagents.pong.film.Film;
import io.github.gdxagents.pong.film.PixelSize;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The films of a recording, from the first picture to the last. */
final class OpenFilms implements AutoCloseable {

    private final List<Named> court = new ArrayList<>();
    private final List<Named> input = new ArrayList<>();

    void addCourt(Path place, Film film, PixelSize size) {
        court.add(new Named(place, film, Frame.COLUMNS * size.across(), Frame.ROWS * size.down()));
    }

    void addInput(Path place, Film film, PixelSize size) {
        input.add(new Named(place, film, BinaryImage.COLUMNS * size.across(), BinaryImage.ROWS * size.down()));
    }

    List<Film> court() {
        return court.stream().map(Named::film).toList();
    }

    List<Film> input() {
        return input.stream().map(Named::film).toList();
    }

    /** Makes all films complete. */
    void finish() {
        all().forEach(named -> named.film().finish());
    }

    /** A line for each finished film. */
    List<String> lines() {
        return all().map(Named::line).toList();
    }

    private Stream<Named> all() {
        return Stream.concat(court.stream(), input.stream());
    }

    /** Closes every film, also where another one fails. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (Named named : all().toList()) {
            try {
                named.film().close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * A film and where it goes.
     *
     * @param place a file, or a folder of pictures
     * @param film the film
     * @param width of a picture, in pixels
     * @param height of a picture, in pixels
     */
    private record Named(Path place, Film film, int width, int height) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d pictures of %d x %d, %,d bytes",
                    place,
                    film.pictures(),
                    width,
                    height,
                    bytes());
        }

        private long bytes() {
            try (Stream<Path> files = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
                long bytes = 0;
                for (Path file : files.toList()) {
                    bytes += Files.size(file);
                }
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException("could not read " + place + ": " + e.getMessage(), e);
            }
        }
    }
}
