package io.github.gdxagents.pong.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmTest {

    @TempDir
    Path folder;

    @Test
    void gifReadBackShowsEveryPicture() {
        RandomStream random = new RandomStream(1);
        Picture picture = new Picture(7, 9, 0x000000, 0xFF0000, 0x12AB34);
        List<int[]> expected = new ArrayList<>();
        Path file = folder.resolve("a.gif");
        PixelSize size = new PixelSize(4, 3);
        try (GifFilm film = new GifFilm(file, size, 50)) {
            for (int number = 0; number < 40; number++) {
                // Some pictures change all over, some in one pixel, some not at all.
                for (int changes = random.below(3) * random.below(40); changes > 0; changes--) {
                    picture.pixels()[random.below(63)] = (byte) random.below(3);
                }
                film.add(picture);
                expected.add(enlarged(picture, size));
            }
            assertFalse(Files.exists(file));
            film.finish();
            assertEquals(40, film.pictures());
        }
        GifReading gif = GifReading.of(file);
        assertEquals(36, gif.width());
        assertEquals(21, gif.height());
        assertEquals(40, gif.pictures().size());
        assertTrue(
                gif.delays().stream().allMatch(delay -> delay == 5),
                gif.delays().toString());
        assertTrue(gif.isEndless());
        for (int number = 0; number < 40; number++) {
            assertArrayEquals(expected.get(number), gif.pictures().get(number), "picture " + number);
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void pngFramesShowEveryPicture() throws IOException {
        RandomStream random = new RandomStream(2);
        Picture picture = new Picture(5, 4, 0x904811, 0xECECEC, 0, 1, 2, 3, 4, 5, 6, 7);
        PixelSize size = PixelSize.wide(2);
        Path frames = folder.resolve("made/frames");
        List<int[]> expected = new ArrayList<>();
        try (PngFrames film = new PngFrames(frames, size)) {
            for (int number = 0; number < 3; number++) {
                picture.pixels()[random.below(20)] = (byte) random.below(10);
                film.add(picture);
                expected.add(enlarged(picture, size));
            }
            film.finish();
        }
        List<Path> files = PngFrames.framesIn(frames);
        assertEquals(
                List.of("frame-000001.png", "frame-000002.png", "frame-000003.png"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        for (int number = 0; number < 3; number++) {
            BufferedImage image = ImageIO.read(files.get(number).toFile());
            assertEquals(16, image.getWidth());
            assertEquals(10, image.getHeight());
            assertArrayEquals(expected.get(number), GifReading.colours(image));
        }
    }

    @Test
    void unfinishedFramesAreDeletedAndSoIsABrokenOne() throws IOException {
        Path inTheWay;
        try (PngFrames film = new PngFrames(folder, PixelSize.square(1))) {
            film.add(new Picture(2, 2, 0, 1));
            assertEquals(1, files().size());
            inTheWay = Files.createDirectories(folder.resolve("frame-000002.png/full"))
                    .getParent();
            assertThrows(UncheckedIOException.class, () -> film.add(new Picture(2, 2, 0, 1)));
            assertEquals(1, film.pictures());
        }
        assertEquals(List.of(inTheWay), files());
    }

    @Test
    void oldFramesGoAndNothingElse() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve("frame-000009.png"), "old");
        new PngFrames(folder, PixelSize.square(1)).close();
        assertEquals(List.of(other), files());
    }

    @Test
    void unfinishedGifLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gif"), "old");
        try (GifFilm film = new GifFilm(file, PixelSize.square(1), 50)) {
            film.add(new Picture(2, 2, 0, 1));
        }
        assertEquals(List.of(file), files());
        assertEquals("old", Files.readString(file));
    }

    @Test
    void filmWithoutPicturesIsNone() {
        try (GifFilm film = new GifFilm(folder.resolve("a.gif"), PixelSize.square(1), 50)) {
            assertThrows(IllegalStateException.class, film::finish);
        }
        assertEquals(List.of(), files());
        try (PngFrames film = new PngFrames(folder, PixelSize.square(1))) {
            assertThrows(IllegalStateException.class, film::finish);
        }
    }

    @Test
    void pictureUnlikeTheFirstIsRefused() {
        for (Film film : List.of(
                new GifFilm(folder.resolve("a.gif"), PixelSize.square(1), 50),
                new PngFrames(folder, PixelSize.square(1)))) {
            try (film) {
                film.add(new Picture(2, 2, 0, 1));
                assertThrows(IllegalArgumentException.class, () -> film.add(new Picture(2, 3, 0, 1)));
                assertThrows(IllegalArgumentException.class, () -> film.add(new Picture(2, 2, 0, 2)));
            }
        }
    }

    @Test
    void folderThatIsNotThereIsNamed() {
        Path file = folder.resolve("none/a.gif");
        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> new GifFilm(file, PixelSize.square(1), 50));
        assertTrue(String.valueOf(e.getMessage()).startsWith("could not write " + file), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-50, 0, 10, 25, 655_360})
    void delayThatNoGifHasIsRefused(int delay) {
        assertThrows(
                IllegalArgumentException.class, () -> new GifFilm(folder.resolve("a.gif"), PixelSize.square(1), delay));
    }

    @Test
    void pixelsHaveASize() {
        assertEquals(new PixelSize(2, 1), PixelSize.wide(1));
        assertThrows(IllegalArgumentException.class, () -> new PixelSize(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new PixelSize(1, 33));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] enlarged(Picture picture, PixelSize size) {
        int width = picture.columns() * size.across();
        int[] pixels = new int[width * picture.rows() * size.down()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture.colourAt(i / width / size.down(), i % width / size.across());
        }
        return pixels;
    }
}
