package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of the optimiser, on all threads: the gradient of a loss summed over samples, shortened if it is too long, and taken off
 * the weights. The sums are the same whatever the number of threads. Allocates nothing; one caller at a time.
 */
final class GradientStep {

    /** Samples that go through the network together: their activations stay in the processor's cache. */
    private static final int CAPACITY = 512;

    /** Samples that are one piece of work. */
    private static final int SAMPLES = 16;

    /** Lines of weights that are one piece of work. */
    private static final int LINES = 32;

    /** What is learned from. */
    interface Samples {

        /** Hands a sample's observation to a slot of the pass. */
        void load(int sample, BatchPass pass, int slot);

        /**
         * Looks at what the network says of a sample and sets the gradients of its loss, with respect to all outputs of the
         * stacks that take part. Called from several threads, never twice for one sample.
         */
        void differentiate(int lane, int sample, BatchPass pass, int slot);
    }

    private final PolicyNetwork network;
    private final Optimizer optimizer;
    private final double maxNorm;
    private final Workers workers;
    private final BatchPass pass;
    private final Gradients gradients;
    private final Workers.Task through = this::through;
    private final Workers.Task gather = this::gather;
    private final Workers.Task improve = this::improve;

    private @Nullable Samples samples;
    private int[] order = new int[0];
    private int start;
    private int count;
    private int positions;

    /** A step for one network with its optimiser; gradients are shortened to a norm, or never if it is 0. */
    GradientStep(PolicyNetwork network, Optimizer optimizer, double maxNorm, Workers workers) {
        this.network = network;
        this.optimizer = optimizer;
        this.maxNorm = maxNorm;
        this.workers = workers;
        this.pass = new BatchPass(network, CAPACITY, workers.threads());
        this.gradients = new Gradients(network);
    }

    /** Takes notice of weights that were changed by someone else. */
    void refresh() {
        pass.refresh();
    }

    /** Forgets the sums. */
    void clear() {
        gradients.clear();
    }

    /** Adds the gradient of the listed samples, from one position of the list (inclusive) to another (exclusive). */
    void add(Samples from, int[] list, int first, int end, boolean policy, boolean critic) {
        samples = from;
        order = list;
        for (start = first; start < end; start += CAPACITY) {
            count = Math.min(CAPACITY, end - start);
            pass.begin(count, policy, critic);
            for (int slot = 0; slot < count; slot++) {
                from.load(list[start + slot], pass, slot);
            }
            workers.run(1 + (count + SAMPLES - 1) / SAMPLES, through);
            workers.run(pass.pieces(), gather);
        }
    }

    /** The first task is the index of the inputs, the others are samples. */
    private void through(int lane, int task) {
        if (task == 0) {
            pass.index(gradients);
            return;
        }
        Samples given = Objects.requireNonNull(samples, "add sets this field");
        for (int slot = (task - 1) * SAMPLES; slot < Math.min(count, task * SAMPLES); slot++) {
            pass.forward(lane, slot);
            given.differentiate(lane, order[start + slot], pass, slot);
            pass.backward(lane, slot);
        }
    }

    private void gather(int lane, int piece) {
        pass.gather(lane, piece, gradients);
    }

    /**
     * Changes the weights of some stacks.
     *
     * @return the gradient's norm before it was shortened
     * @throws TrainingException if the norm is not finite; nothing was changed
     */
    double apply(double rateFactor, int firstStack, int endStack) {
        double norm = gradients.norm();
        if (!Double.isFinite(norm)) {
            throw new TrainingException("has a gradient of norm " + norm + ", expected a finite number");
        }
        double shorten = maxNorm > 0 && norm > maxNorm ? maxNorm / norm : 1;
        positions = optimizer.begin(
                gradients,
                (float) shorten,
                rateFactor,
                network.layout().firstLine(firstStack),
                network.layout().firstLine(endStack));
        workers.run((positions + LINES - 1) / LINES, improve);
        pass.refresh();
        return norm;
    }

    private void improve(int lane, int piece) {
        optimizer.update(piece * LINES, Math.min(positions, (piece + 1) * LINES));
    }
}
