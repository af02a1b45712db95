package io.github.gdxagents.agent.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ObservationSpecTest {

    private static final ObservationSpec ALL = new ObservationSpec(
            List.of("height", "speed", "fuel"),
            List.of(new ImageSpec("ground", 4, 2), new ImageSpec("sky", 1, 5)),
            7,
            3,
            true);

    @Test
    void everythingButFeaturesIsStacked() {
        assertEquals(13, ALL.pixels());
        assertEquals(3 * (3 + 13) + 7, ALL.inputs());
        assertEquals(9, ALL.normalisedInputs());
        assertEquals(3 + 13 + 7, ALL.stacked(1).inputs());
        assertEquals(0, ALL.unnormalised().normalisedInputs());
        assertEquals(ALL.inputs(), ALL.unnormalised().inputs());
    }

    @Test
    void shortWaysGiveTheSameSpecs() {
        assertEquals(new ObservationSpec(List.of("a", "b"), List.of(), 0, 1, true), ObservationSpec.vector("a", "b"));
        assertEquals(
                new ObservationSpec(List.of(), List.of(new ImageSpec("map", 8, 6)), 0, 1, true),
                ObservationSpec.image("map", 8, 6));
        assertEquals(new ObservationSpec(List.of(), List.of(), 9, 1, true), ObservationSpec.features(9));
        assertEquals(
                new ObservationSpec(
                        List.of("a"), List.of(new ImageSpec("map", 8, 6), new ImageSpec("sky", 2, 2)), 0, 4, false),
                ObservationSpec.vector("a")
                        .stacked(4)
                        .withImage("map", 8, 6)
                        .unnormalised()
                        .withImage("sky", 2, 2));
        assertEquals(48, ObservationSpec.image("map", 8, 6).inputs());
    }

    @Test
    void aSpecDoesNotChangeWithTheListsItWasMadeOf() {
        List<String> entries = new ArrayList<>(List.of("a"));
        ObservationSpec spec = new ObservationSpec(entries, List.of(), 0, 1, true);
        entries.add("b");
        assertEquals(List.of("a"), spec.entries());
    }

    @Test
    void namesAreGivenOnce() {
        assertRefused(
                "each entry must have a name of its own, but 'a' is blank or there twice",
                () -> ObservationSpec.vector("a", "b", "a"));
        assertRefused(
                "each entry must have a name of its own, but ' ' is blank or there twice",
                () -> ObservationSpec.vector("a", " "));
        assertRefused(
                "each image must have a name of its own, but 'a' is there twice",
                () -> ObservationSpec.vector("a").withImage("a", 1, 1));
        assertRefused("an image must have a name", () -> ObservationSpec.image("", 1, 1));
    }

    @Test
    void sizesOutOfRangeAreRefusedByNumber() {
        assertRefused("stack must be from 1 to 64, but was 0", () -> ALL.stacked(0));
        assertRefused("stack must be from 1 to 64, but was 65", () -> ALL.stacked(65));
        assertEquals(64 * 16 + 7, ALL.stacked(64).inputs());
        assertRefused("an observation must have 1 to 1048576 numbers, but has 0", ObservationSpec::vector);
        assertRefused("an observation must have 1 to 1048576 numbers, but has 0", () -> ObservationSpec.features(0));
        assertRefused(
                "an observation must have 1 to 1048576 numbers, but has 1048577",
                () -> ObservationSpec.features(1_048_577));
        assertRefused(
                "an observation must have 1 to 1048576 numbers, but has 67108864",
                () -> ObservationSpec.image("sky", 1024, 1024).stacked(64));
        assertRefused(
                "image sky must have 1 to 1024 columns and rows, but has 1025 and 1",
                () -> ObservationSpec.image("sky", 1025, 1));
        assertRefused(
                "image sky must have 1 to 1024 columns and rows, but has 1 and 0",
                () -> ObservationSpec.image("sky", 1, 0));
        String limits = "an observation may have at most 4096 entries, 16 images and no negative number of features, "
                + "but has ";
        assertRefused(limits + "0, 0 and -1", () -> ObservationSpec.features(-1));
        String[] names = IntStream.rangeClosed(0, 4096).mapToObj(i -> "e" + i).toArray(String[]::new);
        assertRefused(limits + "4097, 0 and 0", () -> ObservationSpec.vector(names));
        List<ImageSpec> images = Collections.nCopies(17, new ImageSpec("sky", 1, 1));
        assertRefused(limits + "0, 17 and 0", () -> new ObservationSpec(List.of(), images, 0, 1, true));
    }

    private static void assertRefused(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
