package io.github.gdxagents.pong.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageInputStream;
import org.w3c.dom.NodeList;

/**
 * A GIF as a browser plays it.
 *
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 * @param pictures what is seen, one after the other: {@code 0xRRGGBB}, row-major
 * @param delays of the pictures, in hundredths of a second
 * @param isEndless whether it begins again and again
 */
record GifReading(int width, int height, List<int[]> pictures, List<Integer> delays, boolean isEndless) {

    static GifReading of(Path file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (FileImageInputStream input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input);
            IIOMetadataNode stream =
                    (IIOMetadataNode) reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
            int width = number(stream, "LogicalScreenDescriptor", "logicalScreenWidth");
            int height = number(stream, "LogicalScreenDescriptor", "logicalScreenHeight");
            int[] seen = new int[width * height];
            List<int[]> pictures = new ArrayList<>();
            List<Integer> delays = new ArrayList<>();
            boolean endless = false;
            for (int number = 0; number < reader.getNumImages(true); number++) {
                IIOMetadataNode image =
                        (IIOMetadataNode) reader.getImageMetadata(number).getAsTree("javax_imageio_gif_image_1.0");
                delays.add(number(image, "GraphicControlExtension", "delayTime"));
                int left = number(image, "ImageDescriptor", "imageLeftPosition");
                int top = number(image, "ImageDescriptor", "imageTopPosition");
                BufferedImage part = reader.read(number);
                int[] colours = colours(part);
                for (int row = 0; row < part.getHeight(); row++) {
                    System.arraycopy(colours, row * part.getWidth(), seen, (top + row) * width + left, part.getWidth());
                }
                pictures.add(seen.clone());
                NodeList loops = image.getElementsByTagName("ApplicationExtension");
                if (number == 0 && loops.getLength() == 1) {
                    byte[] times = (byte[]) ((IIOMetadataNode) loops.item(0)).getUserObject();
                    endless = times[0] == 1 && times[1] == 0 && times[2] == 0;
                }
            }
            return new GifReading(width, height, pictures, delays, endless);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    static int[] colours(BufferedImage image) {
        int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < colours.length; i++) {
            colours[i] &= 0xFFFFFF;
        }
        return colours;
    }

    private static int number(IIOMetadataNode root, String element, String attribute) {
        return Integer.parseInt(
                ((IIOMetadataNode) root.getElementsByTagName(element).item(0)).getAttribute(attribute));
    }
}
