package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a game shows anything: over its first decisions, its observation must change, and no image may be of one colour that never
 * changes. Looks no more once it has seen enough. One thread at a time.
 */
final class Stillness {

    private final ObservationSpec spec;
    private final Observation first;
    /** For each image, whether it was of one and the same colour so far. */
    private final boolean[] blank;

    private boolean any;
    private boolean changed;
    private boolean done;

    Stillness(ObservationSpec spec, ActionSpec actions) {
        this.spec = spec;
        this.first = new Observation(spec, actions);
        this.blank = new boolean[spec.images().size()];
    }

    /** Looks at what is seen after so many steps; says whether it is time to ask for a complaint. */
    boolean look(Observation now, long steps) {
        if (done) {
            return false;
        }
        if (!any) {
            any = true;
            copyToFirst(now);
        }
        changed = changed || !isFirst(now);
        boolean allSeen = true;
        for (int image = 0; image < blank.length; image++) {
            blank[image] = blank[image] && Arrays.equals(first.image(image), now.image(image));
            allSeen &= !blank[image];
        }
        done = (changed && allSeen) || steps >= CheckedEnvironment.STILL_DECISIONS;
        return done;
    }

    /** What is wrong with what was seen, if anything is. */
    Optional<String> complaint() {
        if (!changed) {
            return Optional.of(
                    isZero()
                            ? "the observation is blank: all zero since the start, expected something to see"
                            : "the observation is constant: the same since the start, expected one that changes");
        }
        for (int image = 0; image < blank.length; image++) {
            if (blank[image]) {
                return Optional.of("the image '" + spec.images().get(image).name()
                        + "' is blank: of one colour since the start, expected something to see");
            }
        }
        return Optional.empty();
    }

    private void copyToFirst(Observation now) {
        System.arraycopy(now.entries(), 0, first.entries(), 0, first.entries().length);
        for (int image = 0; image < blank.length; image++) {
            System.arraycopy(now.image(image), 0, first.image(image), 0, first.image(image).length);
            blank[image] = isFlat(first.image(image), first.image(image)[0]);
        }
        first.features().copyFrom(now.features());
    }

    private boolean isFirst(Observation now) {
        boolean same = Arrays.equals(first.entries(), now.entries());
        for (int image = 0; image < blank.length; image++) {
            same = same && Arrays.equals(first.image(image), now.image(image));
        }
        SparseVector before = first.features();
        SparseVector features = now.features();
        same = same && before.count() == features.count();
        for (int i = 0; same && i < features.count(); i++) {
            same = before.index(i) == features.index(i) && before.value(i) == features.value(i);
        }
        return same;
    }

    private boolean isZero() {
        boolean zero = first.features().count() == 0 && isFlat(first.entries(), 0);
        for (int image = 0; image < blank.length; image++) {
            zero = zero && isFlat(first.image(image), 0);
        }
        return zero;
    }

    private static boolean isFlat(float[] numbers, float value) {
        for (float number : numbers) {
            if (number != value) {
                return false;
            }
        }
        return true;
    }
}
