package io.github.gdxagents.agent.space;

/**
 * The shape of a picture in an observation: one number a pixel.
 *
 * @param name what it shows, for people; not blank
 * @param width columns, 1 to 1,024
 * @param height rows, 1 to 1,024
 */
public record ImageSpec(String name, int width, int height) {

    /**
     * Checks the ranges.
     *
     * @param name what it shows, for people; not blank
     * @param width columns, 1 to 1,024
     * @param height rows, 1 to 1,024
     */
    public ImageSpec {
        if (name.trim().isEmpty()) {
            throw new IllegalArgumentException("an image must have a name");
        }
        if (width < 1 || width > 1024 || height < 1 || height > 1024) {
            throw new IllegalArgumentException(
                    "image " + name + " must have 1 to 1024 columns and rows, but has " + width + " and " + height);
        }
    }

    /**
     * How many numbers it has.
     *
     * @return columns times rows
     */
    public int pixels() {
        return width * height;
    }
}
