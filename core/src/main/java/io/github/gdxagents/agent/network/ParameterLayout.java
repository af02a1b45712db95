package io.github.gdxagents.agent.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a network's parameters stand: in memory as lines, each an array of its own; in files as one array for each layer's weights,
 * {@code [outputs × inputs]} in column-major order (the weights that leave one input side by side), followed by one for its biases,
 * {@code [outputs]}, if it has any. First the policy's layers, then those of a separate critic.
 *
 * <p>The memories of optimisers have the same two forms.
 */
public final class ParameterLayout {

    /** One array of the files: a layer's weights or biases, and the lines that hold it. */
    private record Block(int firstLine, int lines, int lineLength, boolean transposed) {
        int size() {
            return lines * lineLength;
        }
    }

    private final List<Block> blocks = new ArrayList<>();

    /** Where each layer's lines begin, {@code [stacks][layers]}. */
    private final int[][] firstLines;

    private int lines;

    /**
     * The layout of a network.
     *
     * @param spec its shape
     */
    public ParameterLayout(NetworkSpec spec) {
        this.firstLines = new int[spec.stacks()][spec.layers()];
        for (int stack = 0; stack < spec.stacks(); stack++) {
            for (int layer = 0; layer < spec.layers(); layer++) {
                firstLines[stack][layer] = lines;
                int inputs = spec.inputsOf(layer);
                int outputs = spec.outputsOf(stack, layer);
                if (DenseLayer.isNarrow(outputs, layer == 0)) {
                    append(outputs, inputs, true);
                } else {
                    append(inputs, outputs, false);
                }
                if (spec.biases()) {
                    append(1, outputs, false);
                }
            }
        }
    }

    private void append(int count, int length, boolean transposed) {
        blocks.add(new Block(lines, count, length, transposed));
        lines += count;
    }

    /**
     * How many lines there are.
     *
     * @return 1 or more
     */
    public int lines() {
        return lines;
    }

    /**
     * Where a stack's lines begin.
     *
     * @param stack 0 to the number of stacks (inclusive)
     * @return the stack's first line; for the number of stacks, {@link #lines()}
     */
    public int firstLine(int stack) {
        return stack == firstLines.length ? lines : firstLines[stack][0];
    }

    /**
     * Where a layer's lines begin, first its weights, then its biases.
     *
     * @param stack 0 (inclusive) to the number of stacks (exclusive)
     * @param layer 0 (inclusive) to {@link NetworkSpec#layers()} (exclusive)
     * @return the layer's first line
     */
    public int firstLine(int stack, int layer) {
        return firstLines[stack][layer];
    }

    /**
     * New lines, all zero.
     *
     * @return {@link #lines()} arrays
     */
    public float[][] zeroLines() {
        float[][] zeros = new float[lines][];
        for (Block block : blocks) {
            for (int line = 0; line < block.lines; line++) {
                zeros[block.firstLine + line] = new float[block.lineLength];
            }
        }
        return zeros;
    }

    /**
     * From lines to the arrays of files.
     *
     * @param from {@link #lines()} arrays
     * @return new arrays
     */
    public List<float[]> toArrays(float[][] from) {
        List<float[]> arrays = new ArrayList<>();
        for (Block block : blocks) {
            float[] array = new float[block.size()];
            for (int line = 0; line < block.lines; line++) {
                float[] numbers = from[block.firstLine + line];
                if (block.transposed) {
                    for (int i = 0; i < numbers.length; i++) {
                        array[i * block.lines + line] = numbers[i];
                    }
                } else {
                    System.arraycopy(numbers, 0, array, line * block.lineLength, block.lineLength);
                }
            }
            arrays.add(array);
        }
        return List.copyOf(arrays);
    }

    /**
     * From the arrays of files to lines.
     *
     * @param name what they are, for the error
     * @param arrays shaped like {@link #toArrays} gives them
     * @param into overwritten
     * @throws IllegalArgumentException if the arrays do not fit; nothing is written then
     */
    public void toLines(String name, List<float[]> arrays, float[][] into) {
        List<Integer> expected = new ArrayList<>();
        for (Block block : blocks) {
            expected.add(block.size());
        }
        List<Integer> found = new ArrayList<>();
        for (float[] array : arrays) {
            found.add(array.length);
        }
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(name + " must have the lengths " + expected + ", but have " + found);
        }
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            float[] array = arrays.get(b);
            for (int line = 0; line < block.lines; line++) {
                float[] numbers = into[block.firstLine + line];
                if (block.transposed) {
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = array[i * block.lines + line];
                    }
                } else {
                    System.arraycopy(array, line * block.lineLength, numbers, 0, block.lineLength);
                }
            }
        }
    }
}
