package io.github.gdxagents.pong.film;

import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.pong.film.Enlarger.Part;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbered pictures in a folder, {@code frame-000001.png} and so on, for a program that makes films of them, such as
 *
 * <pre>{@code
 * ffmpeg -framerate 20 -i FOLDER/frame-%06d.png -pix_fmt yuv420p match.mp4
 * }</pre>
 *
 * <p>One thread at a time; no screen is needed.
 */
public final class PngFrames implements Film {

    private static final Pattern NAME = Pattern.compile("frame-\\d{6}\\.png");

    private final Path folder;
    private final PixelSize size;

    private @Nullable Enlarger enlarger;
    private @Nullable Picture first;
    private int pictures;
    private boolean finished;

    /**
     * A film without pictures. Those that are in the folder from before are deleted, and nothing else there is touched.
     *
     * @param folder where to; made if it is not there
     * @param size how large a pixel is drawn
     * @throws UncheckedIOException if the folder cannot be made or read
     */
    public PngFrames(Path folder, PixelSize size) {
        this.folder = folder;
        this.size = size;
        try {
            Files.createDirectories(folder);
            for (Path old : framesIn(folder)) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /**
     * The numbered pictures in a folder.
     *
     * @param folder need not exist
     * @return in the order of their numbers
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static List<Path> framesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    @Override
    public void add(Picture picture) {
        if (first == null || enlarger == null) {
            first = picture.copy();
            enlarger = new Enlarger(picture.colours(), size);
        } else if (!first.isLike(picture)) {
            throw new IllegalArgumentException("picture must be as large and have the same colours as the first one");
        }
        Path file = file(pictures + 1);
        // A stream of our own: by itself ImageIO would write into a cache file first.
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file));
                ImageOutputStream images = new MemoryCacheImageOutputStream(output)) {
            if (!ImageIO.write(enlarger.enlarge(picture, Part.whole(picture)), "png", images)) {
                throw new IOException("this Java writes no PNG");
            }
        } catch (IOException e) {
            AtomicFiles.deleteQuietly(file);
            throw failure(file, e);
        }
        pictures++;
    }

    private Path file(int number) {
        return folder.resolve(String.format(Locale.ROOT, "frame-%06d.png", number));
    }

    @Override
    public int pictures() {
        return pictures;
    }

    /** Checks that there are pictures; each is complete already. */
    @Override
    public void finish() {
        if (pictures == 0) {
            throw new IllegalStateException("a film needs a picture");
        }
        finished = true;
    }

    /** Deletes the pictures of a film that was not finished. */
    @Override
    public void close() {
        if (!finished) {
            for (int number = 1; number <= pictures; number++) {
                AtomicFiles.deleteQuietly(file(number));
            }
        }
    }

    private static UncheckedIOException failure(Path file, IOException e) {
        return new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
}
