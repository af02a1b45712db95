package io.github.gdxagents.headless.archive;

import java.util.Arrays;
import java.util.Optional;

/**
 * What several runs have in common: the middle of their numbers, and how far they are apart.
 *
 * @param runs how many numbers there were, 1 or more
 * @param median the middle one, or the mean of the two in the middle
 * @param least the lowest one
 * @param most the highest one
 */
public record MedianRange(int runs, double median, double least, double most) {

    /**
     * Of several numbers.
     *
     * @param numbers one for each run, in any order; NaN: that run has none and is left out. Infinite ones count
     * @return median and range; nothing if no run has a number
     */
    public static Optional<MedianRange> of(double... numbers) {
        double[] sorted = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 || sorted[middle - 1] == sorted[middle]
                ? sorted[middle]
                : sorted[middle - 1] / 2 + sorted[middle] / 2;
        return Optional.of(new MedianRange(sorted.length, median, sorted[0], sorted[sorted.length - 1]));
    }
}
