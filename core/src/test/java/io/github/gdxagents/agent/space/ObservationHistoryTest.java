package io.github.gdxagents.agent.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationHistoryTest {

    private static final ActionSpec ACTIONS = ActionSpec.discrete(2);

    /** Two entries, pictures of two and of one pixel, three features, three at once. */
    private static final ObservationSpec SPEC = new ObservationSpec(
            List.of("a", "b"), List.of(new ImageSpec("one", 1, 2), new ImageSpec("two", 1, 1)), 3, 3, true);

    private final ObservationHistory history = new ObservationHistory(SPEC);
    private final Observation observation = new Observation(SPEC, ACTIONS);

    @Test
    void theFirstObservationStandsForAllBeforeIt() {
        assertArrayEquals(
                new float[] {
                    1,
                    2,
                    1,
                    2,
                    1,
                    2, // entries, newest first
                    3,
                    4,
                    5,
                    3,
                    4,
                    5,
                    3,
                    4,
                    5, // images, newest first
                    0,
                    6,
                    0 // features
                },
                seen(1));
    }

    @Test
    void theNewestComesFirstAndFeaturesBehind() {
        seen(1);
        history.advance();
        assertArrayEquals(new float[] {11, 12, 1, 2, 1, 2, 13, 14, 15, 3, 4, 5, 3, 4, 5, 0, 16, 0}, seen(11));
        history.advance();
        assertArrayEquals(new float[] {21, 22, 11, 12, 1, 2, 23, 24, 25, 13, 14, 15, 3, 4, 5, 0, 26, 0}, seen(21));
        history.advance();
        assertArrayEquals(new float[] {31, 32, 21, 22, 11, 12, 33, 34, 35, 23, 24, 25, 13, 14, 15, 0, 36, 0}, seen(31));
    }

    @Test
    void lookingAgainChangesNothing() {
        seen(1);
        history.advance();
        float[] once = seen(11);
        assertArrayEquals(once, seen(11));
        // Another look at the same moment takes the place of the first.
        assertArrayEquals(new float[] {51, 52, 1, 2, 1, 2, 53, 54, 55, 3, 4, 5, 3, 4, 5, 0, 56, 0}, seen(51));
        assertArrayEquals(once, seen(11));
        history.advance();
        assertArrayEquals(new float[] {21, 22, 11, 12, 1, 2, 23, 24, 25, 13, 14, 15, 3, 4, 5, 0, 26, 0}, seen(21));
    }

    @Test
    void anEpisodeKnowsNothingOfTheOneBefore() {
        float[] first = seen(1);
        for (int number = 11; number < 60; number += 10) {
            history.advance();
            seen(number);
        }
        history.begin();
        assertArrayEquals(first, seen(1));
        history.begin();
        // There is nothing yet that an observation could follow.
        history.advance();
        assertArrayEquals(first, seen(1));
    }

    @Test
    void zerosAreNotListed() {
        observation.clear();
        observation.set("b", 7);
        SparseVector input = history.input(observation);
        assertEquals(3, input.count());
        assertEquals(1, input.index(0));
        assertEquals(3, input.index(1));
        assertEquals(5, input.index(2));
        history.advance();
        observation.clear();
        assertEquals(2, history.input(observation).count());
    }

    @Test
    void featuresAloneAreHandedOnAsTheyAre() {
        ObservationSpec spec = ObservationSpec.features(4).stacked(5);
        Observation sparse = new Observation(spec, ACTIONS);
        ObservationHistory none = new ObservationHistory(spec);
        assertEquals(4, spec.inputs());
        assertSame(sparse.features(), none.input(sparse));
        none.advance();
        assertSame(sparse.features(), none.input(sparse));
    }

    @Test
    void withoutAStackOnlyThisMomentIsSeen() {
        ObservationSpec spec = ObservationSpec.vector("a").withImage("one", 2, 1);
        Observation now = new Observation(spec, ACTIONS);
        ObservationHistory single = new ObservationHistory(spec);
        float[] dense = new float[3];
        for (int i = 1; i < 5; i++) {
            now.set(0, i);
            now.image(0)[1] = -i;
            single.input(now).toDense(dense);
            single.advance();
            assertArrayEquals(new float[] {i, 0, -i}, dense);
        }
    }

    @Test
    void allocatesNothing() {
        Runnable episode = () -> {
            history.begin();
            for (int i = 0; i < 500; i++) {
                fill(i);
                history.input(observation);
                history.advance();
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, episode));
    }

    private void fill(int from) {
        observation.clear();
        observation.set("a", from);
        observation.set("b", from + 1);
        observation.image(0)[0] = from + 2;
        observation.image(0)[1] = from + 3;
        observation.image(1)[0] = from + 4;
        observation.features().add(1, from + 5);
    }

    private float[] seen(int from) {
        fill(from);
        float[] dense = new float[SPEC.inputs()];
        history.input(observation).toDense(dense);
        return dense;
    }
}
