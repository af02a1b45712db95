package io.github.gdxagents.agent.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an agent sees at a decision: a vector of named entries, images, and a sparse vector of features; of the first two, if wanted,
 * the last few as well (a stack), so that an agent without memory sees what moves.
 *
 * <p>For the network all of it stands in one vector: the entries now, the entries one decision ago, and so on; then the images in the
 * same order; then the features.
 *
 * @param entries names of the vector's entries, each once; at most 4,096
 * @param images pictures, each name once; at most 16
 * @param features length of the sparse vector of features, which the game fills as it likes; 0: none
 * @param stack how many observations the network sees at once, this one included, 1 to 64; features are not stacked
 * @param normalised whether the entries are shifted and scaled to mean 0 and deviation 1 as training finds them (see
 *     {@code Normaliser}); images and features are seen as they are
 */
public record ObservationSpec(
        List<String> entries, List<ImageSpec> images, int features, int stack, boolean normalised) {

    /** The longest input of a network. */
    public static final int MAX_INPUTS = 1 << 20;

    /** The most named entries. */
    public static final int MAX_ENTRIES = 4096;

    /** The most images. */
    public static final int MAX_IMAGES = 16;

    /**
     * Copies the lists and checks the ranges.
     *
     * @param entries names of the vector's entries, each once; at most 4,096
     * @param images pictures, each name once; at most 16
     * @param features length of the sparse vector of features, which the game fills as it likes; 0: none
     * @param stack how many observations the network sees at once, this one included, 1 to 64; features are not stacked
     * @param normalised whether the entries are shifted and scaled to mean 0 and deviation 1 as training finds them
     */
    public ObservationSpec {
        entries = List.copyOf(entries);
        images = List.copyOf(images);
        if (entries.size() > MAX_ENTRIES || images.size() > MAX_IMAGES || features < 0) {
            throw new IllegalArgumentException(
                    "an observation may have at most " + MAX_ENTRIES + " entries, " + MAX_IMAGES
                            + " images and no negative number of features, but has "
                            + entries.size() + ", " + images.size() + " and " + features);
        }
        if (stack < 1 || stack > 64) {
            throw new IllegalArgumentException("stack must be from 1 to 64, but was " + stack);
        }
        Set<String> names = new HashSet<>();
        for (String name : entries) {
            if (name.trim().isEmpty() || !names.add(name)) {
                throw new IllegalArgumentException(
                        "each entry must have a name of its own, but '" + name + "' is blank or there twice");
            }
        }
        for (ImageSpec image : images) {
            if (!names.add(image.name())) {
                throw new IllegalArgumentException(
                        "each image must have a name of its own, but '" + image.name() + "' is there twice");
            }
        }
        long inputs = (long) stack * (entries.size() + pixels(images)) + features;
        if (inputs < 1 || inputs > MAX_INPUTS) {
            throw new IllegalArgumentException(
                    "an observation must have 1 to " + MAX_INPUTS + " numbers, but has " + inputs);
        }
    }

    /**
     * A vector of named entries, normalised.
     *
     * @param entries a name for each entry
     * @return the spec
     */
    public static ObservationSpec vector(String... entries) {
        return new ObservationSpec(List.of(entries), List.of(), 0, 1, true);
    }

    /**
     * A picture.
     *
     * @param name what it shows
     * @param width columns
     * @param height rows
     * @return the spec
     */
    public static ObservationSpec image(String name, int width, int height) {
        return new ObservationSpec(List.of(), List.of(new ImageSpec(name, width, height)), 0, 1, true);
    }

    /**
     * A sparse vector, most of whose numbers are 0.
     *
     * @param length 1 or more
     * @return the spec
     */
    public static ObservationSpec features(int length) {
        return new ObservationSpec(List.of(), List.of(), length, 1, true);
    }

    /**
     * The same with one more image.
     *
     * @param name what it shows
     * @param width columns
     * @param height rows
     * @return a new spec
     */
    public ObservationSpec withImage(String name, int width, int height) {
        List<ImageSpec> more = new ArrayList<>(images);
        more.add(new ImageSpec(name, width, height));
        return new ObservationSpec(entries, more, features, stack, normalised);
    }

    /**
     * The same, seen several times.
     *
     * @param observations how many the network sees at once, this one included, 1 to 64
     * @return a new spec
     */
    public ObservationSpec stacked(int observations) {
        return new ObservationSpec(entries, images, features, observations, normalised);
    }

    /**
     * The same with entries that are seen as they are.
     *
     * @return a new spec
     */
    public ObservationSpec unnormalised() {
        return new ObservationSpec(entries, images, features, stack, false);
    }

    /**
     * Length of the network's input.
     *
     * @return 1 to 1,048,576
     */
    public int inputs() {
        return (int) (stack * (entries.size() + pixels(images)) + features);
    }

    /**
     * How many of the network's inputs, from the first, are normalised.
     *
     * @return 0 or more
     */
    public int normalisedInputs() {
        return normalised ? stack * entries.size() : 0;
    }

    /**
     * How many pixels all images have together, once.
     *
     * @return 0 or more
     */
    public int pixels() {
        return (int) pixels(images);
    }

    private static long pixels(List<ImageSpec> images) {
        long sum = 0;
        for (ImageSpec image : images) {
            sum += image.pixels();
        }
        return sum;
    }
}
