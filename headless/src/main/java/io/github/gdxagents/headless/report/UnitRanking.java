package io.github.gdxagents.headless.report;

import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which units of the first hidden layer matter: how active a unit was over all that was seen, times how strongly the next layer listens to
 * it (the sum of its absolute weights there). One thread at a time.
 */
final class UnitRanking {

    private final NetworkSpec spec;
    private final ForwardPass pass;
    private final List<float[]> parameters;
    private final double[] activity;

    UnitRanking(PolicyNetwork network) {
        this.spec = network.spec();
        this.pass = new ForwardPass(network);
        this.parameters = network.parameters();
        this.activity = new double[spec.hidden().isEmpty() ? 0 : spec.hidden().get(0)];
    }

    /** How many units there are; 0 without a hidden layer. */
    int units() {
        return activity.length;
    }

    /** The first layer's weights: those that leave an input side by side, {@link #units()} for each. Not to be changed. */
    float[] weights() {
        return parameters.get(0);
    }

    /** Something was seen, not normalised yet. */
    void see(SparseVector input) {
        if (activity.length > 0) {
            pass.forward(input);
            float[] now = pass.hidden(0);
            for (int unit = 0; unit < activity.length; unit++) {
                activity[unit] += Math.abs(now[unit]);
            }
        }
    }

    /** All units, those that matter most first. */
    List<Integer> order() {
        double[] importance = new double[activity.length];
        if (activity.length > 0) {
            // The weights that leave a unit stand side by side; before them, the first layer's own and its biases.
            float[] next = parameters.get(spec.biases() ? 2 : 1);
            int outputs = next.length / activity.length;
            for (int i = 0; i < next.length; i++) {
                importance[i / outputs] += Math.abs(next[i]);
            }
            for (int unit = 0; unit < importance.length; unit++) {
                importance[unit] *= activity[unit];
            }
        }
        return IntStream.range(0, activity.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer unit) -> importance[unit])
                        .reversed())
                .toList();
    }
}
