package io.github.gdxagents.pong.film;

import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.pong.film.Enlarger.Part;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An animated GIF that is played again and again, on the JDK's own writer. Pictures go to disk one by one, to a temporary file that
 * {@link #finish} gives its name. Of each picture only the rectangle is written that changed since the one before, which looks the
 * same and takes some 240 bytes for a picture of a match at twice its size. One thread at a time; no screen is needed.
 */
public final class GifFilm implements Film {

    /** Browsers take a shorter delay for a mistake and play ten pictures a second. */
    public static final int LEAST_DELAY = 20;

    /** What 16 bits hold. */
    public static final int MOST_DELAY = 655_350;

    /** GIFs count hundredths of a second. */
    public static final int DELAY_STEP = 10;

    private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";
    private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";

    private final Path file;
    private final Path temporary;
    private final PixelSize size;
    private final int delayMillis;
    private final ImageWriter writer;
    private final RandomAccessFile disk;
    private final ImageOutputStream output;

    private @Nullable Enlarger enlarger;
    private @Nullable Picture before;
    private int pictures;
    private boolean open = true;

    /**
     * A film without pictures.
     *
     * @param file where to; replaced, if it is there, when the film is finished
     * @param size how large a pixel is drawn
     * @param delayMillis how long each picture is shown, {@value #LEAST_DELAY} to {@value #MOST_DELAY} ms, a multiple of 10
     * @throws UncheckedIOException if the file cannot be written
     */
    public GifFilm(Path file, PixelSize size, int delayMillis) {
        if (delayMillis < LEAST_DELAY || delayMillis > MOST_DELAY || delayMillis % DELAY_STEP != 0) {
            throw new IllegalArgumentException("delay must be a multiple of " + DELAY_STEP + " from " + LEAST_DELAY
                    + " to " + MOST_DELAY + " ms, but was " + delayMillis);
        }
        this.file = file;
        this.temporary = AtomicFiles.temporary(file);
        this.size = size;
        this.delayMillis = delayMillis;
        this.writer = ImageIO.getImageWritersByFormatName("gif").next();
        try {
            this.disk = emptied(temporary);
            this.output = new FileImageOutputStream(disk);
        } catch (IOException e) {
            writer.dispose();
            throw failure(e);
        }
        writer.setOutput(output);
    }

    private static RandomAccessFile emptied(Path file) throws IOException {
        RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
        try {
            opened.setLength(0);
            return opened;
        } catch (IOException e) {
            try (opened) {
                throw e;
            }
        }
    }

    @Override
    public void add(Picture picture) {
        if (before != null && !before.isLike(picture)) {
            throw new IllegalArgumentException("picture must be as large and have the same colours as the first one");
        }
        try {
            if (before == null || enlarger == null) {
                enlarger = new Enlarger(picture.colours(), size);
                before = picture.copy();
                write(enlarger, picture, Part.whole(picture));
            } else {
                write(enlarger, picture, Part.ofChanges(picture, before));
                before.copyFrom(picture);
            }
            pictures++;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void write(Enlarger with, Picture picture, Part part) throws IOException {
        BufferedImage image = with.enlarge(picture, part);
        if (pictures == 0) {
            writer.prepareWriteSequence(streamMetadata(image));
        }
        writer.writeToSequence(new IIOImage(image, null, imageMetadata(image, part)), null);
    }

    private IIOMetadata streamMetadata(BufferedImage first) throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode root = new IIOMetadataNode(STREAM_FORMAT);
        IIOMetadataNode version = child(root, "Version");
        version.setAttribute("value", "89a");
        IIOMetadataNode screen = child(root, "LogicalScreenDescriptor");
        screen.setAttribute("logicalScreenWidth", Integer.toString(first.getWidth()));
        screen.setAttribute("logicalScreenHeight", Integer.toString(first.getHeight()));
        screen.setAttribute("colorResolution", "8");
        screen.setAttribute("pixelAspectRatio", "0");
        metadata.mergeTree(STREAM_FORMAT, root);
        return metadata;
    }

    private IIOMetadata imageMetadata(BufferedImage image, Part part) throws IIOInvalidTreeException {
        // Not createFromRenderedImage: that one puts the 216 colours of old browsers in place of the image's own.
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = new IIOMetadataNode(IMAGE_FORMAT);
        IIOMetadataNode descriptor = child(root, "ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", Integer.toString(part.firstColumn() * size.across()));
        descriptor.setAttribute("imageTopPosition", Integer.toString(part.firstRow() * size.down()));
        descriptor.setAttribute("imageWidth", Integer.toString(image.getWidth()));
        descriptor.setAttribute("imageHeight", Integer.toString(image.getHeight()));
        descriptor.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(delayMillis / DELAY_STEP));
        if (pictures == 0) {
            IIOMetadataNode loop = child(child(root, "ApplicationExtensions"), "ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            // Sub-block 1: how often, in 16 bits; 0 is for ever.
            loop.setUserObject(new byte[] {1, 0, 0});
        }
        metadata.mergeTree(IMAGE_FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        parent.appendChild(node);
        return node;
    }

    @Override
    public int pictures() {
        return pictures;
    }

    @Override
    public void finish() {
        if (pictures == 0) {
            throw new IllegalStateException("a film needs a picture");
        }
        try {
            writer.endWriteSequence();
            output.flush();
            // First the bytes, then the name: whatever happens to the machine, there is no half film under it.
            disk.getFD().sync();
            output.close();
            open = false;
            AtomicFiles.rename(temporary, file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Closes the file; a film that was not finished is deleted. */
    @Override
    public void close() {
        writer.dispose();
        try {
            if (open) {
                open = false;
                output.close();
            }
        } catch (IOException e) {
            throw failure(e);
        } finally {
            AtomicFiles.deleteQuietly(temporary);
        }
    }

    private UncheckedIOException failure(IOException e) {
        return new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
}
