package io.github.gdxagents.agent.space;

/** Finds what cannot be learned from in an observation, and names it. Stateless; allocates nothing while all is well. */
public final class ObservationCheck {

    private ObservationCheck() {}

    /**
     * Checks that every number is finite, that there are features only where the spec has some, and that each branch of the action has a choice left.
     *
     * @param observation what is seen
     * @param actions what may be done
     * @throws IllegalArgumentException if a number is not, which names its entry, image or feature; if there are
     *     features without a place in the spec; or if all choices of a branch are
     *     forbidden, which names the branch
     */
    public static void check(Observation observation, ActionSpec actions) {
        float[] entries = observation.entries();
        if (!isFinite(entries, entries.length)) {
            int entry = firstNotFinite(entries);
            throw notFinite(
                    "entry '" + observation.spec().entries().get(entry) + "' of the observation", entries[entry]);
        }
        int images = observation.spec().images().size();
        for (int image = 0; image < images; image++) {
            float[] pixels = observation.image(image);
            if (!isFinite(pixels, pixels.length)) {
                int pixel = firstNotFinite(pixels);
                ImageSpec shape = observation.spec().images().get(image);
                throw notFinite(
                        "the pixel in row " + pixel / shape.width() + ", column " + pixel % shape.width()
                                + " of image '" + shape.name() + "'",
                        pixels[pixel]);
            }
        }
        SparseVector features = observation.features();
        if (features.count() > 0 && observation.spec().features() == 0) {
            throw new IllegalArgumentException("the observation must have no features, since its spec has none, but has "
                    + features.count());
        }
        if (!isFinite(features.values(), features.count())) {
            int position = firstNotFinite(features.values());
            throw notFinite("feature " + features.index(position), features.value(position));
        }
        if (!observation.mask().leavesAChoice()) {
            throw new IllegalArgumentException("all choices of branch " + blockedBranch(observation.mask(), actions)
                    + " are forbidden, expected at least one allowed");
        }
    }

    private static boolean isFinite(float[] numbers, int count) {
        // x · 0 is 0 for every finite x and NaN for the others.
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += numbers[i] * 0;
        }
        return sum == 0;
    }

    private static int firstNotFinite(float[] numbers) {
        int first = 0;
        while (Float.isFinite(numbers[first])) {
            first++;
        }
        return first;
    }

    private static IllegalArgumentException notFinite(String what, float number) {
        return new IllegalArgumentException(what + " must be a finite number, but was " + number);
    }

    private static int blockedBranch(ActionMask mask, ActionSpec actions) {
        for (int branch = 0; branch < actions.branches().size(); branch++) {
            boolean blocked = true;
            for (int choice = 0; choice < actions.branches().get(branch); choice++) {
                blocked &= !mask.isAllowed(branch, choice);
            }
            if (blocked) {
                return branch;
            }
        }
        throw new IllegalStateException("every branch has a choice left");
    }
}
