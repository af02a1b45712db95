package io.github.gdxagents.agent.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ObservationTest {

    private static final ObservationSpec SPEC = new ObservationSpec(
            List.of("height", "speed"), List.of(new ImageSpec("ground", 3, 2), new ImageSpec("sky", 1, 1)), 5, 4, true);

    private final Observation observation = new Observation(SPEC, ActionSpec.discrete(3));

    @Test
    void hasRoomForOneMomentOnly() {
        assertEquals(SPEC, observation.spec());
        assertEquals(2, observation.entries().length);
        assertEquals(6, observation.image(0).length);
        assertEquals(1, observation.image(1).length);
        assertEquals(5, observation.features().size());
    }

    @Test
    void entriesAreSetByNameAndByPlace() {
        observation.set("speed", 2.5f);
        observation.set(0, -1);
        assertEquals(2.5f, observation.get(1));
        assertEquals(-1, observation.get("height"));
        assertArrayEquals(new float[] {-1, 2.5f}, observation.entries());
    }

    @Test
    void clearedItIsAsNew() {
        observation.set(0, 1);
        observation.image(0)[5] = 1;
        observation.image(1)[0] = 1;
        observation.features().add(3, 1);
        observation.mask().forbid(1);
        observation.clear();
        assertArrayEquals(new float[2], observation.entries());
        assertArrayEquals(new float[6], observation.image(0));
        assertArrayEquals(new float[1], observation.image(1));
        assertEquals(0, observation.features().count());
        assertFalse(observation.mask().any());
    }

    @Test
    void entriesThatThereAreNotAreRefusedByName() {
        assertRefused("entry must be one of [height, speed], but was 'fuel'", () -> observation.set("fuel", 1));
        assertRefused("entry must be one of [height, speed], but was 'Speed'", () -> observation.get("Speed"));
        assertRefused("entry must be from 0 to 1, but was 2", () -> observation.set(2, 1));
        assertRefused("entry must be from 0 to 1, but was -1", () -> observation.get(-1));
    }

    @Test
    void allocatesNothing() {
        Runnable use = () -> {
            for (int i = 0; i < 1000; i++) {
                observation.clear();
                observation.set("speed", i);
                observation.set(0, i);
                observation.image(0)[2] = i;
                observation.features().add(4, i);
                observation.mask().forbid(i % 3);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, use));
    }

    @Test
    void anEntryOfAnObservationWithoutEntriesIsRefusedAsSuch() {
        Observation picture = new Observation(ObservationSpec.image("map", 2, 2), ActionSpec.discrete(2));
        assertRefused("there is no entry in the observation's spec, but 0 was asked for", () -> picture.set(0, 1));
        assertRefused("there is no entry in the observation's spec, but 1 was asked for", () -> picture.get(1));
    }

    private static void assertRefused(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
