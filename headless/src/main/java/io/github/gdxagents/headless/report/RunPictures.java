package io.github.gdxagents.headless.report;

import java.util.List;

/**
 * What there is to see of a run's best policy. Immutable.
 *
 * @param films of its play, and of what its network sees
 * @param strips what it saw over an episode, an entry each
 * @param weights of its first layer
 * @param notes a sentence for each picture that could not be made
 */
public record RunPictures(List<Figure> films, List<Strip> strips, List<Figure> weights, List<String> notes) {

    /**
     * Copies the lists.
     *
     * @param films of its play, and of what its network sees
     * @param strips what it saw over an episode, an entry each
     * @param weights of its first layer
     * @param notes a sentence for each picture that could not be made
     */
    public RunPictures {
        films = List.copyOf(films);
        strips = List.copyOf(strips);
        weights = List.copyOf(weights);
        notes = List.copyOf(notes);
    }

    /**
     * A picture with words.
     *
     * @param caption below it
     * @param alt what it shows, for who does not see it
     * @param data the picture itself, as a {@code data:} URI
     */
    public record Figure(String caption, String alt, String data) {}

    /**
     * A named entry of the observation over time.
     *
     * @param name of the entry
     * @param data a picture of its values from left to right, as a {@code data:} URI
     * @param least the lowest value
     * @param most the highest value
     */
    public record Strip(String name, String data, float least, float most) {}

    /**
     * No picture, and no word about it.
     *
     * @return empty lists
     */
    public static RunPictures none() {
        return new RunPictures(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * No picture, for a reason.
     *
     * @param note one sentence
     * @return empty lists and the sentence
     */
    public static RunPictures without(String note) {
        return new RunPictures(List.of(), List.of(), List.of(), List.of(note));
    }
}
