package io.github.gdxagents.headless;

import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.pong.film.GifFilm;
import io.github.gdxagents.pong.film.PixelSize;
import io.github.gdxagents.pong.film.PngFrames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where {@code record} writes to, and what the pictures look like. */
final class RecordOutputs {

    @Option(names = "--out", paramLabel = "FILE.gif", description = "the match as an animated GIF")
    private @Nullable Path out;

    @Option(
            names = "--png",
            paramLabel = "DIR",
            description =
                    "the match as numbered pictures; then for example: ffmpeg -framerate 20 -i DIR/frame-%%06d.png"
                            + " -pix_fmt yuv420p match.mp4")
    private @Nullable Path png;

    @Option(
            names = "--input",
            paramLabel = "FILE.gif",
            description =
                    "what the agent sees, 80 x 80 pixels in black and white, as an animated GIF: a picture for each of its"
                            + " decisions; where no agent plays, what one on the right would see, every few ticks")
    private @Nullable Path input;

    @Option(
            names = "--plain-input",
            description = "in --input show the pictures themselves instead of what changed between them")
    private boolean plainInput;

    @Option(
            names = "--save",
            paramLabel = "FILE.replay",
            description = "the match itself in a few kilobytes, to be played again with --replay")
    private @Nullable Path save;

    @Option(names = "--force", description = "replace what is there already")
    private boolean force;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "at most so many pictures in each film; then the match is left (default: the whole match)")
    private @Nullable Integer steps;

    @Option(
            names = "--every",
            paramLabel = "N",
            description =
                    "ticks (60 a second) from one picture to the next; with 3 and a delay of 50 it is as fast as a match,"
                            + " and 4 is a decision (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int every;

    @Option(
            names = "--delay",
            paramLabel = "MS",
            description =
                    "how long a GIF shows a picture, in milliseconds, a multiple of 10 (default: ${DEFAULT-VALUE})",
            defaultValue = "50")
    private int delay;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "how many pixels wide and high a pixel of the court is drawn (default: ${DEFAULT-VALUE})",
            defaultValue = "2")
    private int scale;

    @Option(
            names = "--wide",
            description = "pixels twice as wide as high, as on a television; with --scale 1 a picture is 320 x 210")
    private boolean wide;

    /** Makes sure that there is somewhere to write to, and nothing there that should stay; touches nothing. */
    void check() {
        if (places().findAny().isEmpty()) {
            throw new InputException(
                    "nothing to write: expected --out FILE.gif, --png DIR, --input FILE.gif or --save FILE.replay");
        }
        if (delay < GifFilm.LEAST_DELAY || delay > GifFilm.MOST_DELAY || delay % GifFilm.DELAY_STEP != 0) {
            throw new InputException("delay must be a multiple of " + GifFilm.DELAY_STEP + " from "
                    + GifFilm.LEAST_DELAY + " to " + GifFilm.MOST_DELAY + ", but was " + delay);
        }
        checkRange("scale", scale, PixelSize.MOST / 2);
        checkRange("every", every, 10_000);
        if (steps != null) {
            checkRange("steps", steps, 1_000_000);
            if (out == null && png == null && input == null) {
                throw new InputException("--steps counts pictures, but there is no film: expected --out FILE.gif,"
                        + " --png DIR or --input FILE.gif as well");
            }
        }
        List<Path> places = places().map(RecordOutputs::clean).toList();
        if (places.stream().distinct().count() < places.size()) {
            throw new InputException("--out, --png, --input and --save must be different places");
        }
        Stream.of(out, input, save).filter(file -> file != null).forEach(this::checkFile);
        if (png != null) {
            checkFolder(png);
        }
    }

    private static void checkRange(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new InputException(name + " must be from 1 to " + most + ", but was " + value);
        }
    }

    private void checkFile(Path file) {
        if (!Files.isDirectory(clean(file).resolveSibling(""))) {
            throw new InputException(file + " cannot be written: its folder does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + " is a folder, expected the name of a file");
        }
        if (!force && Files.exists(file)) {
            throw new InputException(file + " exists already; --force replaces it");
        }
    }

    private void checkFolder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException(folder + " is a file, expected the name of a folder");
        }
        if (!force && !PngFrames.framesIn(folder).isEmpty()) {
            throw new InputException(folder + " holds pictures already; --force replaces them");
        }
    }

    private static Path clean(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private Stream<Path> places() {
        return Stream.of(out, png, input, save).map(Optional::ofNullable).flatMap(Optional::stream);
    }

    /** Where the replay goes. */
    Optional<Path> save() {
        return Optional.ofNullable(save);
    }

    /** How many pictures each film has at most. */
    int mostPictures() {
        return steps == null ? Integer.MAX_VALUE : steps;
    }

    /** How many ticks there are from one picture of the court to the next, and of the input where no agent decides. */
    int everyTicks() {
        return every;
    }

    /** Whether to show what changed since the last decision. */
    boolean differences() {
        return !plainInput;
    }

    /** Begins the films that were asked for; to be closed by the caller. */
    OpenFilms open() {
        PixelSize court = wide ? PixelSize.wide(scale) : PixelSize.square(scale);
        // A pixel of the input is two of the court's wide and high, but no larger than a pixel can be.
        PixelSize part = wide ? PixelSize.wide(Math.min(scale, PixelSize.MOST / 4)) : court;
        PixelSize seen = new PixelSize(2 * part.across(), 2 * part.down());
        OpenFilms films = new OpenFilms();
        try {
            if (out != null) {
                films.addCourt(out, new GifFilm(out, court, delay), court);
            }
            if (png != null) {
                films.addCourt(png, new PngFrames(png, court), court);
            }
            if (input != null) {
                films.addInput(input, new GifFilm(input, seen, delay), seen);
            }
            return films;
        } catch (RuntimeException e) {
            films.close();
            throw e;
        }
    }
}
