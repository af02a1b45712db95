package io.github.gdxagents.agent.network;

import java.util.Arrays;

/**
 * Back-propagation for a batch of sparse observations, cut into pieces that threads share out and whose result does not depend on
 * who did which: each sample has its own place for activations and their gradients, and each line of weights is summed by one piece,
 * over the samples in order.
 *
 * <p>The order of calls, those of one line by any number of threads at the same time:
 *
 * <pre>{@code
 * refresh()                                     once after the weights have changed
 * begin(samples), input(slot, …) for each slot
 * forward(lane, slot), backward(lane, slot, …)  for each slot; and meanwhile index(), by one of the threads
 * gather(piece, gradients)                      for each piece
 * }</pre>
 *
 * A lane is a thread's scratch: two threads at the same time use different ones. Nothing is allocated after construction, except
 * that the index grows to the largest batch.
 */
public final class BatchPass {

    /** Lines of weights that are one piece of work. */
    private static final int PIECE = 24;

    private final PolicyNetwork network;
    private final NetworkSpec spec;
    private final int capacity;
    private final int valuePosition;

    /** Results of each layer and gradients with respect to its sums: {@code [stacks][layers][samples][units]}. */
    private final float[][][][] results;

    private final float[][][][] deltas;

    /** Weights of the wide layers behind the first, a line for each output: {@code [stacks][layers][outputs][inputs]}. */
    private final float[][][][] transposed;

    private final int[][] inputIndices;
    private final float[][] inputValues;
    private final int[] inputFrom;
    private final int[] inputTo;
    private int samples;

    private final int[][] laneNumbers;
    private final float[][] laneValues;

    // Which samples an input occurs in, for the inputs that occur: a transposed copy of the batch.
    private final int[] rowAt;
    private final int[] rows;
    private int rowCount;
    private final int[] rowStarts;
    private int[] entrySlots = new int[1024];
    private float[] entryValues = new float[1024];

    private final boolean[] stackActive;
    private final int[] pieceStack;
    private final int[] pieceLayer;
    private final int[] pieceFrom;
    private int densePieces;

    /**
     * A pass for batches of up to so many samples.
     *
     * @param network whose weights are used
     * @param capacity most samples of a batch, 1 or more
     * @param lanes how many threads work at the same time, 1 or more
     */
    public BatchPass(PolicyNetwork network, int capacity, int lanes) {
        this.network = network;
        this.spec = network.spec();
        this.capacity = capacity;
        this.valuePosition = spec.valuePosition();
        int stacks = spec.stacks();
        int layers = spec.layers();
        this.results = new float[stacks][layers][capacity][];
        this.deltas = new float[stacks][layers][capacity][];
        this.transposed = new float[stacks][layers][0][];
        int widest = 1;
        int pieces = 0;
        for (int stack = 0; stack < stacks; stack++) {
            for (int layer = 0; layer < layers; layer++) {
                int outputs = spec.outputsOf(stack, layer);
                for (int slot = 0; slot < capacity; slot++) {
                    results[stack][layer][slot] = new float[outputs];
                    deltas[stack][layer][slot] = new float[outputs];
                }
                if (layer > 0 && !network.layer(stack, layer).isNarrow()) {
                    transposed[stack][layer] = new float[outputs][spec.inputsOf(layer)];
                }
                widest = Math.max(widest, outputs);
                pieces += 1 + (layer == 0 ? 0 : (network.layer(stack, layer).lines().length + PIECE - 1) / PIECE);
            }
        }
        this.inputIndices = new int[capacity][];
        this.inputValues = new float[capacity][];
        this.inputFrom = new int[capacity];
        this.inputTo = new int[capacity];
        this.laneNumbers = new int[lanes][Math.max(widest, capacity)];
        this.laneValues = new float[lanes][Math.max(widest, capacity)];
        this.rowAt = new int[spec.inputs()];
        Arrays.fill(rowAt, -1);
        this.rows = new int[spec.inputs()];
        this.rowStarts = new int[spec.inputs() + 1];
        this.stackActive = new boolean[stacks];
        this.pieceStack = new int[pieces];
        this.pieceLayer = new int[pieces];
        this.pieceFrom = new int[pieces];
        refresh();
    }

    /**
     * The most samples of a batch.
     *
     * @return 1 or more
     */
    public int capacity() {
        return capacity;
    }

    /** Takes notice of changed weights. */
    public void refresh() {
        for (int stack = 0; stack < transposed.length; stack++) {
            for (int layer = 1; layer < transposed[stack].length; layer++) {
                float[][] to = transposed[stack][layer];
                float[][] lines = network.layer(stack, layer).lines();
                for (int output = 0; output < to.length; output++) {
                    float[] column = to[output];
                    for (int input = 0; input < column.length; input++) {
                        column[input] = lines[input][output];
                    }
                }
            }
        }
    }

    /**
     * Begins a batch that all or some of the stacks take part in.
     *
     * @param count number of samples, 1 to {@link #capacity()}
     * @param policy whether the first stack does
     * @param critic whether the stack of a separate critic does, if there is one
     */
    public void begin(int count, boolean policy, boolean critic) {
        if (count < 1 || count > capacity) {
            throw new IllegalArgumentException("samples must be from 1 to " + capacity + ", but were " + count);
        }
        samples = count;
        stackActive[0] = policy;
        densePieces = 0;
        for (int stack = 0; stack < spec.stacks(); stack++) {
            if (stack == 1) {
                stackActive[1] = critic;
            }
            for (int layer = 0; layer < spec.layers() && stackActive[stack]; layer++) {
                if (layer > 0) {
                    int lines = network.layer(stack, layer).lines().length;
                    for (int from = 0; from < lines; from += PIECE) {
                        addPiece(stack, layer, from);
                    }
                }
                if (spec.biases()) {
                    addPiece(stack, layer, -1);
                }
            }
        }
    }

    private void addPiece(int stack, int layer, int from) {
        pieceStack[densePieces] = stack;
        pieceLayer[densePieces] = layer;
        pieceFrom[densePieces++] = from;
    }

    /**
     * Sets one sample, as {@link ForwardPass#input} gave it: a part of longer arrays, which must not change before the last {@link
     * #gather}.
     *
     * @param slot 0 (inclusive) to the number of samples (exclusive)
     * @param indices of the non-zeros, each 0 (inclusive) to {@link NetworkSpec#inputs()} (exclusive), ascending
     * @param values of the non-zeros
     * @param from first position, inclusive
     * @param to last position, exclusive
     */
    public void input(int slot, int[] indices, float[] values, int from, int to) {
        inputIndices[slot] = indices;
        inputValues[slot] = values;
        inputFrom[slot] = from;
        inputTo[slot] = to;
    }

    /**
     * Sends a sample forward.
     *
     * @param lane whose scratch is used
     * @param slot which sample
     */
    public void forward(int lane, int slot) {
        for (int stack = 0; stack < results.length; stack++) {
            if (!stackActive[stack]) {
                continue;
            }
            float[][][] layers = results[stack];
            network.layer(stack, 0)
                    .forward(inputIndices[slot], inputValues[slot], inputFrom[slot], inputTo[slot], layers[0][slot]);
            for (int layer = 1; layer < layers.length; layer++) {
                spec.activation().apply(layers[layer - 1][slot]);
                network.layer(stack, layer)
                        .forward(layers[layer - 1][slot], layers[layer][slot], laneNumbers[lane], laneValues[lane]);
            }
        }
    }

    /**
     * What {@link #forward} gave: the logits, and behind them the value of a shared critic.
     *
     * @param slot which sample
     * @return the pass's own array
     */
    public float[] outputs(int slot) {
        return results[0][spec.layers() - 1][slot];
    }

    /**
     * The critic's value of a sample.
     *
     * @param slot which sample
     * @return the value
     */
    public float value(int slot) {
        return results[spec.stacks() - 1][spec.layers() - 1][slot][valuePosition];
    }

    /**
     * Where the gradient of a scalar with respect to {@link #outputs} is to be written before {@link #backward}.
     *
     * @param slot which sample
     * @return the pass's own array, with whatever stood there before
     */
    public float[] outputGradient(int slot) {
        return deltas[0][spec.layers() - 1][slot];
    }

    /**
     * Sets the gradient of the scalar with respect to {@link #value}, before {@link #backward}.
     *
     * @param slot which sample
     * @param gradient the derivative
     */
    public void setValueGradient(int slot, float gradient) {
        deltas[spec.stacks() - 1][spec.layers() - 1][slot][valuePosition] = gradient;
    }

    /**
     * Sends a sample's gradient back through the layers, as far as their sums; the weights' own follows in {@link #gather}.
     *
     * @param lane whose scratch is used
     * @param slot which sample
     */
    public void backward(int lane, int slot) {
        for (int stack = 0; stack < deltas.length; stack++) {
            if (!stackActive[stack]) {
                continue;
            }
            for (int layer = spec.layers() - 1; layer > 0; layer--) {
                float[] from = deltas[stack][layer][slot];
                float[] into = deltas[stack][layer - 1][slot];
                DenseLayer dense = network.layer(stack, layer);
                float[][] lines = dense.isNarrow() ? dense.lines() : transposed[stack][layer];
                Arrays.fill(into, 0);
                int count = Lines.nonZeros(from, laneNumbers[lane], laneValues[lane]);
                Lines.addAll(into, lines, laneNumbers[lane], laneValues[lane], 0, count);
                spec.activation().timesDerivative(results[stack][layer - 1][slot], into);
            }
        }
    }

    /**
     * Finds out which inputs occur in which samples. One thread at a time; needs nothing but the inputs.
     *
     * @param into where the lines that will get sums are marked
     */
    public void index(Gradients into) {
        int entries = 0;
        rowCount = 0;
        // Counts first, then the place of each input's list, then the lists.
        for (int slot = 0; slot < samples; slot++) {
            int[] indices = inputIndices[slot];
            for (int k = inputFrom[slot]; k < inputTo[slot]; k++) {
                int at = rowAt[indices[k]];
                if (at < 0) {
                    at = rowCount++;
                    rowAt[indices[k]] = at;
                    rows[at] = indices[k];
                    rowStarts[at + 1] = 0;
                }
                rowStarts[at + 1]++;
            }
            entries += inputTo[slot] - inputFrom[slot];
        }
        if (entries > entrySlots.length) {
            entrySlots = new int[Math.max(entries, 2 * entrySlots.length)];
            entryValues = new float[entrySlots.length];
        }
        rowStarts[0] = 0;
        for (int at = 0; at < rowCount; at++) {
            rowStarts[at + 1] += rowStarts[at];
        }
        for (int slot = samples - 1; slot >= 0; slot--) {
            int[] indices = inputIndices[slot];
            float[] values = inputValues[slot];
            for (int k = inputTo[slot] - 1; k >= inputFrom[slot]; k--) {
                int place = --rowStarts[rowAt[indices[k]] + 1];
                entrySlots[place] = slot;
                entryValues[place] = values[k];
            }
        }
        // Each start has moved to its own list's beginning: one place to the left is where it belongs.
        System.arraycopy(rowStarts, 1, rowStarts, 0, rowCount);
        rowStarts[rowCount] = entries;
        for (int at = 0; at < rowCount; at++) {
            rowAt[rows[at]] = -1;
        }
        touchAll(into);
    }

    private void touchAll(Gradients into) {
        for (int stack = 0; stack < spec.stacks(); stack++) {
            if (!stackActive[stack]) {
                continue;
            }
            int first = network.layout().firstLine(stack);
            for (int line = first + spec.inputs(); line < network.layout().firstLine(stack + 1); line++) {
                into.touch(line);
            }
            for (int at = 0; at < rowCount; at++) {
                into.touch(first + rows[at]);
            }
        }
    }

    /**
     * How many pieces of work {@link #gather} has, once {@link #index} is done.
     *
     * @return 1 or more
     */
    public int pieces() {
        return densePieces + rowPieces() * activeStacks();
    }

    private int rowPieces() {
        return (rowCount + PIECE - 1) / PIECE;
    }

    private int activeStacks() {
        int active = 0;
        for (boolean is : stackActive) {
            active += is ? 1 : 0;
        }
        return active;
    }

    /**
     * Adds the gradient of some of the weights to what is there.
     *
     * @param lane whose scratch is used
     * @param piece 0 (inclusive) to {@link #pieces()} (exclusive)
     * @param into the sums
     */
    public void gather(int lane, int piece, Gradients into) {
        if (piece < densePieces) {
            gatherDense(lane, pieceStack[piece], pieceLayer[piece], pieceFrom[piece], into);
            return;
        }
        int stack = stackActive[0] && (piece - densePieces) / rowPieces() == 0 ? 0 : spec.stacks() - 1;
        int from = (piece - densePieces) % rowPieces() * PIECE;
        int first = network.layout().firstLine(stack);
        for (int at = from; at < Math.min(rowCount, from + PIECE); at++) {
            float[] sums = into.open(first + rows[at]);
            Lines.addAll(sums, deltas[stack][0], entrySlots, entryValues, rowStarts[at], rowStarts[at + 1]);
            into.filled(first + rows[at]);
        }
    }

    private void gatherDense(int lane, int stack, int layer, int from, Gradients into) {
        int first = network.layout().firstLine(stack, layer);
        DenseLayer dense = network.layer(stack, layer);
        int lines = dense.lines().length;
        int[] slots = laneNumbers[lane];
        float[] factors = laneValues[lane];
        float[][] delta = deltas[stack][layer];
        if (from < 0) {
            float[] sums = into.open(first + lines);
            for (int slot = 0; slot < samples; slot++) {
                slots[slot] = slot;
                factors[slot] = 1;
            }
            Lines.addAll(sums, delta, slots, factors, 0, samples);
            into.filled(first + lines);
            return;
        }
        float[][] before = results[stack][layer - 1];
        float[][] one = dense.isNarrow() ? delta : before;
        float[][] other = dense.isNarrow() ? before : delta;
        for (int line = from; line < Math.min(lines, from + PIECE); line++) {
            int count = 0;
            for (int slot = 0; slot < samples; slot++) {
                slots[count] = slot;
                factors[count] = one[slot][line];
                count += factors[count] == 0 ? 0 : 1;
            }
            Lines.addAll(into.open(first + line), other, slots, factors, 0, count);
            into.filled(first + line);
        }
    }
}
