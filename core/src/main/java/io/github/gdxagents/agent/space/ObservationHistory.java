package io.github.gdxagents.agent.space;

/**
 * The last few observations, and the vector that a network makes of them. At an episode's first decision that observation stands for
 * all before it. One thread at a time; nothing is allocated after construction.
 */
public final class ObservationHistory {

    private final ObservationSpec spec;
    private final int pixels;
    /** Entries and pixels of each observation, {@code [stack][numbers]}, in a ring. */
    private final float[][] ring;

    private final SparseVector input;
    private int newest;
    private boolean empty = true;

    /**
     * An episode without observations.
     *
     * @param spec what is seen
     */
    public ObservationHistory(ObservationSpec spec) {
        this.spec = spec;
        this.pixels = spec.pixels();
        this.ring = new float[spec.stack()][spec.entries().size() + pixels];
        this.input = new SparseVector(spec.inputs());
    }

    /** Forgets all: an episode begins. */
    public void begin() {
        empty = true;
    }

    /** The next observation will be a new one. Without it, the next one takes the place of the newest. */
    public void advance() {
        if (!empty) {
            newest = (newest + 1) % ring.length;
        }
    }

    /**
     * The network's input.
     *
     * @param now what is seen now; copied as far as later inputs need it
     * @return {@link ObservationSpec#inputs()} long, overwritten by the next call or with {@code now}
     */
    public SparseVector input(Observation now) {
        if (ring[0].length == 0) {
            empty = false;
            return now.features();
        }
        write(now, ring[newest]);
        if (empty) {
            for (float[] older : ring) {
                write(now, older);
            }
            empty = false;
        }
        input.clear();
        int entries = spec.entries().size();
        append(0, entries, 0);
        append(entries, pixels, entries * ring.length);
        int first = (entries + pixels) * ring.length;
        SparseVector features = now.features();
        for (int k = 0; k < features.count(); k++) {
            input.add(first + features.index(k), features.value(k));
        }
        return input;
    }

    private static void write(Observation now, float[] into) {
        System.arraycopy(now.entries(), 0, into, 0, now.entries().length);
        int next = now.entries().length;
        for (int image = 0; image < now.spec().images().size(); image++) {
            float[] picture = now.image(image);
            System.arraycopy(picture, 0, into, next, picture.length);
            next += picture.length;
        }
    }

    private void append(int from, int count, int first) {
        for (int age = 0; age < ring.length; age++) {
            float[] numbers = ring[(newest - age + ring.length) % ring.length];
            for (int i = 0; i < count; i++) {
                float number = numbers[from + i];
                if (number != 0) {
                    input.add(first + age * count + i, number);
                }
            }
        }
    }
}
