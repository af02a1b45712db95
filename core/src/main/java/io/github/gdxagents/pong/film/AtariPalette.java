package io.github.gdxagents.pong.film;

import java.util.Arrays;
import java.util.Map;

/** The colours of Atari Pong: the few of the console's 128 that its screens show, as the emulator shows them (NTSC). Stateless. */
public final class AtariPalette {

    /** What is shown for every other index: only title mode has them, when nobody plays. */
    private static final int OTHER = 0x808080;

    /** Palette index and {@code 0xRRGGBB}. */
    private static final Map<Integer, Integer> COLOURS = Map.ofEntries(
            Map.entry(0, 0x000000),
            // A match: background, walls and ball, left, right.
            Map.entry(34, 0x904811),
            Map.entry(14, 0xECECEC),
            Map.entry(56, 0xD5824A),
            Map.entry(200, 0x5CBA5C),
            // The same four in its first two frames.
            Map.entry(228, 0x6D762B),
            Map.entry(210, 0x355F18),
            Map.entry(250, 0xD2B656),
            Map.entry(138, 0x656FE4));

    private AtariPalette() {}

    /**
     * The colour of a palette index.
     *
     * @param index 0 to 255
     * @return {@code 0xRRGGBB}; a neutral grey for what no match shows
     */
    public static int rgb(int index) {
        return COLOURS.getOrDefault(index, OTHER);
    }

    /** All colours that screens can have, each once. */
    static int[] colours() {
        int[] colours = new int[COLOURS.size() + 1];
        Arrays.setAll(colours, i -> i == 0 ? OTHER : 0);
        int place = 1;
        for (int index = 0; index <= 0xFF; index++) {
            if (COLOURS.containsKey(index)) {
                colours[place++] = rgb(index);
            }
        }
        return colours;
    }

    /** Where in {@link #colours()} the colour of each of the 256 indices stands. */
    static byte[] places() {
        byte[] places = new byte[0x100];
        byte place = 1;
        for (int index = 0; index < places.length; index++) {
            if (COLOURS.containsKey(index)) {
                places[index] = place++;
            }
        }
        return places;
    }
}
