package io.github.gdxagents.agent.space;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an agent sees at one decision, and what it is not allowed to do there: written by the game, read by the agent. Made once and
 * filled again and again; nothing is allocated after construction. One thread at a time.
 *
 * <p>An observation is of this moment only. The stack of the last few and the normalisation are the agent's matter.
 */
public final class Observation {

    private final ObservationSpec spec;
    private final Map<String, Integer> positions = new HashMap<>();
    private final float[] entries;
    private final float[][] images;
    private final SparseVector features;
    private final ActionMask mask;

    /**
     * All zero, everything allowed.
     *
     * @param spec what is seen
     * @param actions what may be done
     */
    public Observation(ObservationSpec spec, ActionSpec actions) {
        this.spec = spec;
        this.entries = new float[spec.entries().size()];
        for (int entry = 0; entry < entries.length; entry++) {
            positions.put(spec.entries().get(entry), entry);
        }
        List<ImageSpec> shapes = spec.images();
        this.images = new float[shapes.size()][];
        for (int image = 0; image < images.length; image++) {
            images[image] = new float[shapes.get(image).pixels()];
        }
        this.features = new SparseVector(Math.max(1, spec.features()));
        this.mask = new ActionMask(actions);
    }

    /**
     * What is seen.
     *
     * @return the spec
     */
    public ObservationSpec spec() {
        return spec;
    }

    /** All zero, everything allowed. */
    public void clear() {
        Arrays.fill(entries, 0);
        for (float[] image : images) {
            Arrays.fill(image, 0);
        }
        features.clear();
        mask.allowAll();
    }

    /**
     * Sets an entry of the vector.
     *
     * @param entry its place among {@link ObservationSpec#entries()}
     * @param value any finite number
     * @throws IllegalArgumentException if there is no such entry
     */
    public void set(int entry, float value) {
        checkPlace(entry);
        entries[entry] = value;
    }

    /**
     * Sets an entry of the vector.
     *
     * @param entry its name
     * @param value any finite number
     * @throws IllegalArgumentException if there is no such entry
     */
    public void set(String entry, float value) {
        entries[position(entry)] = value;
    }

    /**
     * An entry of the vector.
     *
     * @param entry its place among {@link ObservationSpec#entries()}
     * @return what was set
     * @throws IllegalArgumentException if there is no such entry
     */
    public float get(int entry) {
        checkPlace(entry);
        return entries[entry];
    }

    /**
     * An entry of the vector.
     *
     * @param entry its name
     * @return what was set
     * @throws IllegalArgumentException if there is no such entry
     */
    public float get(String entry) {
        return entries[position(entry)];
    }

    private void checkPlace(int entry) {
        if (entries.length == 0) {
            throw new IllegalArgumentException(
                    "there is no entry in the observation's spec, but " + entry + " was asked for");
        }
        if (entry < 0 || entry >= entries.length) {
            throw new IllegalArgumentException(
                    "entry must be from 0 to " + (entries.length - 1) + ", but was " + entry);
        }
    }

    private int position(String entry) {
        Integer position = positions.get(entry);
        if (position == null) {
            throw new IllegalArgumentException("entry must be one of " + spec.entries() + ", but was '" + entry + "'");
        }
        return position;
    }

    /**
     * The vector.
     *
     * @return the observation's own array, {@code [entries]}
     */
    public float[] entries() {
        return entries;
    }

    /**
     * A picture, to be written.
     *
     * @param image its place among {@link ObservationSpec#images()}
     * @return the observation's own array, {@code [rows × columns]}, row by row; usually 0 to 1
     */
    public float[] image(int image) {
        return images[image];
    }

    /**
     * The features, to be written.
     *
     * @return the observation's own vector, {@link ObservationSpec#features()} long (1 if there are none)
     */
    public SparseVector features() {
        return features;
    }

    /**
     * What is not allowed now, to be written.
     *
     * @return the observation's own mask
     */
    public ActionMask mask() {
        return mask;
    }
}
