package io.github.gdxagents.headless.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as part of a page. Stateless. */
final class DataUri {

    private DataUri() {}

    /** A file's bytes. */
    static String of(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Numbers as colours, {@code [height × width]}, row-major: blue below 0, dark at 0, orange above.
     *
     * @param scale what has the full colour, above 0
     */
    static String of(float[] numbers, int width, int height, float scale) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                image.setRGB(column, row, colour(numbers[row * width + column] / scale));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A stream of our own: by itself ImageIO would write into a cache file first.
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", output)) {
                throw new IllegalStateException("this Java writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of("image/png", bytes.toByteArray());
    }

    private static int colour(float number) {
        float size = Math.min(1, Math.abs(number));
        if (Float.isNaN(size)) {
            return 0x808080;
        }
        return number < 0 ? mixed(size, 60, 150, 255) : mixed(size, 255, 140, 30);
    }

    private static int mixed(float size, int red, int green, int blue) {
        return part(size, red) << 16 | part(size, green) << 8 | part(size, blue);
    }

    private static int part(float size, int full) {
        return Math.round(16 + size * (full - 16));
    }

    /** The largest absolute value, at least the smallest above 0. */
    static float scale(float[] numbers) {
        float largest = Float.MIN_NORMAL;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /** A number in a caption. */
    static String number(float number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }
}
