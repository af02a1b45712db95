package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.ArrayList;
import java.util.List;

/** Keeps the gradients it is given, as arrays of files, and leaves the weights alone. */
final class RecordingOptimizer implements Optimizer {

    private final PolicyNetwork network;
    private final List<List<float[]>> gradients = new ArrayList<>();
    private final List<Double> rateFactors = new ArrayList<>();

    RecordingOptimizer(PolicyNetwork network) {
        this.network = network;
    }

    /** The gradient of each step, scaled. */
    List<List<float[]>> gradients() {
        return gradients;
    }

    List<Double> rateFactors() {
        return rateFactors;
    }

    /** The gradient of the last step. */
    List<float[]> last() {
        return gradients.get(gradients.size() - 1);
    }

    @Override
    public int begin(Gradients given, float scale, double rateFactor, int firstLine, int endLine) {
        float[][] lines = network.layout().zeroLines();
        for (int line = firstLine; line < endLine; line++) {
            for (int i = 0; given.isTouched(line) && i < lines[line].length; i++) {
                lines[line][i] = scale * given.line(line)[i];
            }
        }
        gradients.add(network.layout().toArrays(lines));
        rateFactors.add(rateFactor);
        return 0;
    }

    @Override
    public void update(int from, int to) {
        throw new IllegalStateException("there is nothing to update");
    }

    @Override
    public long steps() {
        return gradients.size();
    }

    @Override
    public List<float[]> memory() {
        return List.of();
    }

    @Override
    public void restore(long steps, List<float[]> memory) {
        throw new IllegalStateException("there is no memory");
    }
}
