package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The network's speed on one thread, for the size that learns Pong: 13,600 inputs (two pictures of 85 rows and 80 columns) of which
 * some 65 are not zero, 192 ReLU units, six actions and a shared critic. What a mini-batch of 256 costs is given for one sample of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NetworkBenchmark {

    private static final int ROWS = 85;
    private static final int COLUMNS = 80;
    private static final int PICTURE = ROWS * COLUMNS;
    private static final int INPUTS = 2 * PICTURE;
    private static final int BATCH = 256;
    private static final int OBSERVATIONS = 2048;

    private final RandomStream random = new RandomStream(1);
    private final PolicyNetwork network = PolicyNetwork.fresh(
            new NetworkSpec(INPUTS, 6, List.of(192), Activation.RELU, true, OutputKind.SOFTMAX, Critic.SHARED),
            WeightInit.parse("gaussian"),
            WeightInit.parse("gaussian"),
            random);
    private final ForwardPass forward = new ForwardPass(network);
    private final BatchPass pass = new BatchPass(network, BATCH, 1);
    private final Gradients gradients = new Gradients(network);
    private final Optimizer sparse = adam(true);
    private final Optimizer dense = adam(false);
    private final List<SparseVector> observations = new ArrayList<>();
    private final SparseRows rows = new SparseRows();
    private int next;

    private Optimizer adam(boolean isSparse) {
        return new OptimizerConfig(OptimizerConfig.Kind.ADAM, 1e-6, 0.9, 0.9, 0.999, 1e-8, false, 0, isSparse)
                .create(network);
    }

    /** Makes the observations, and a mini-batch with its gradient. */
    @Setup
    public void prepare() {
        for (int k = 0; k < OBSERVATIONS; k++) {
            SparseVector observation = observation();
            observations.add(observation);
            rows.add(observation);
        }
        batch();
    }

    /** Two pictures, each with two paddles of 16 pixels (two columns of eight rows), and a ball anywhere in one of them. */
    private SparseVector observation() {
        Set<Integer> lit = new TreeSet<>();
        for (int picture = 0; picture < 2; picture++) {
            paddle(lit, picture, 8);
            paddle(lit, picture, 70);
        }
        lit.add(random.below(INPUTS));
        SparseVector observation = new SparseVector(INPUTS);
        lit.forEach(input -> observation.add(input, 1));
        return observation;
    }

    private void paddle(Set<Integer> lit, int picture, int column) {
        int top = random.below(ROWS - 8);
        for (int row = top; row < top + 8; row++) {
            lit.add(picture * PICTURE + row * COLUMNS + column);
            lit.add(picture * PICTURE + row * COLUMNS + column + 1);
        }
    }

    private void batch() {
        gradients.clear();
        load();
        throughAll();
        pass.index(gradients);
        gatherAll();
    }

    private void load() {
        pass.begin(BATCH, true, true);
        for (int slot = 0; slot < BATCH; slot++) {
            next = (next + 1) % OBSERVATIONS;
            rows.load(next, pass, slot);
        }
    }

    private void throughAll() {
        for (int slot = 0; slot < BATCH; slot++) {
            pass.forward(0, slot);
            float[] gradient = pass.outputGradient(slot);
            Arrays.fill(gradient, 0.01f);
            pass.setValueGradient(slot, 0.1f);
            pass.backward(0, slot);
        }
    }

    private void gatherAll() {
        for (int piece = 0; piece < pass.pieces(); piece++) {
            pass.gather(0, piece, gradients);
        }
    }

    /**
     * One decision: the logits of one observation.
     *
     * @return the logits
     */
    @Benchmark
    public float[] act() {
        next = (next + 1) % OBSERVATIONS;
        return forward.forward(observations.get(next));
    }

    /**
     * Forward and back as far as the sums of the layers, for each sample of a mini-batch.
     *
     * @return the last sample's outputs
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float[] forwardAndBackward() {
        load();
        throughAll();
        return pass.outputs(BATCH - 1);
    }

    /**
     * The gradient of the weights, for each sample of a mini-batch: which inputs occur, and their sums.
     *
     * @return how many lines have sums
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int gather() {
        gradients.clear();
        pass.index(gradients);
        gatherAll();
        return gradients.touchedCount();
    }

    /**
     * One step of sparse Adam, for each sample of its mini-batch.
     *
     * @return how many lines were changed
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int sparseStep() {
        int positions = sparse.begin(gradients, 1, 1, 0, network.layout().lines());
        sparse.update(0, positions);
        return positions;
    }

    /**
     * One whole step of dense Adam.
     *
     * @return how many lines were changed
     */
    @Benchmark
    public int denseStepWhole() {
        int positions = dense.begin(gradients, 1, 1, 0, network.layout().lines());
        dense.update(0, positions);
        return positions;
    }

    /**
     * All of a mini-batch with a sparse step, for each sample.
     *
     * @return the norm of the gradient
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double learn() {
        batch();
        sparse.update(0, sparse.begin(gradients, 1, 1, 0, network.layout().lines()));
        pass.refresh();
        return gradients.norm();
    }
}
