package io.github.gdxagents.agent.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists of arrays that are shaped like a network's parameters: the parameters, gradients, the memories of optimisers. */
public final class Parameters {

    private Parameters() {}

    /**
     * Arrays of zeros.
     *
     * @param shape arrays to be like
     * @return new arrays of the same lengths
     */
    public static List<float[]> zeros(List<float[]> shape) {
        List<float[]> zeros = new ArrayList<>(shape.size());
        for (float[] array : shape) {
            zeros.add(new float[array.length]);
        }
        return List.copyOf(zeros);
    }

    /**
     * A copy that shares nothing with the original.
     *
     * @param original arrays to copy
     * @return new arrays
     */
    public static List<float[]> copyOf(List<float[]> original) {
        return original.stream().map(float[]::clone).toList();
    }

    /**
     * Copies numbers between arrays of the same lengths.
     *
     * @param name what is copied, for the error
     * @param from left as they are
     * @param to overwritten
     * @throws IllegalArgumentException if the lengths differ; nothing is copied then
     */
    public static void copy(String name, List<float[]> from, List<float[]> to) {
        int[] found = from.stream().mapToInt(array -> array.length).toArray();
        int[] expected = to.stream().mapToInt(array -> array.length).toArray();
        if (!Arrays.equals(found, expected)) {
            throw new IllegalArgumentException(name + " must have the lengths " + Arrays.toString(expected)
                    + ", but have " + Arrays.toString(found));
        }
        for (int k = 0; k < from.size(); k++) {
            System.arraycopy(from.get(k), 0, to.get(k), 0, expected[k]);
        }
    }

    /**
     * Whether every number is one.
     *
     * @param array the numbers
     * @return false if there is a NaN or an infinity
     */
    public static boolean isFinite(float[] array) {
        // x · 0 is 0 for every finite x and NaN for the others: one sum instead of a test for each number.
        float sum = 0;
        for (float x : array) {
            sum += x * 0;
        }
        return sum == 0;
    }
}
