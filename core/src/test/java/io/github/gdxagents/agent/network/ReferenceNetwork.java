package io.github.gdxagents.agent.network;

import java.util.ArrayList;
import java.util.List;

/** The function of a network once more, in double and in the plainest way, from the arrays of files. */
final class ReferenceNetwork {

    private final NetworkSpec spec;
    private final List<double[]> parameters = new ArrayList<>();
    private final List<Boolean> sides = new ArrayList<>();

    ReferenceNetwork(PolicyNetwork network) {
        this.spec = network.spec();
        for (float[] array : network.parameters()) {
            double[] numbers = new double[array.length];
            for (int i = 0; i < array.length; i++) {
                numbers[i] = array[i];
            }
            parameters.add(numbers);
        }
    }

    /** The parameters, live. */
    List<double[]> parameters() {
        return parameters;
    }

    /** Logits, and behind them the value if there is a critic. */
    double[] outputs(float[] observation) {
        double[] policy = through(0, observation);
        if (spec.critic() != Critic.SEPARATE) {
            return policy;
        }
        double[] both = new double[policy.length + 1];
        System.arraycopy(policy, 0, both, 0, policy.length);
        both[policy.length] = through(1, observation)[0];
        return both;
    }

    private double[] through(int stack, float[] observation) {
        double[] x = new double[observation.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = observation[i];
        }
        for (int layer = 0; layer < spec.layers(); layer++) {
            int array = (stack * spec.layers() + layer) * (spec.biases() ? 2 : 1);
            double[] weights = parameters.get(array);
            double[] y = new double[spec.outputsOf(stack, layer)];
            for (int output = 0; output < y.length; output++) {
                y[output] = spec.biases() ? parameters.get(array + 1)[output] : 0;
                for (int input = 0; input < x.length; input++) {
                    // Column-major [outputs × inputs].
                    y[output] += weights[input * y.length + output] * x[input];
                }
                if (layer < spec.hidden().size()) {
                    sides.add(spec.activation() == Activation.RELU && y[output] > 0);
                    y[output] = spec.activation() == Activation.RELU ? Math.max(0, y[output]) : Math.tanh(y[output]);
                }
            }
            x = y;
        }
        return x;
    }

    /** For each ReLU unit of each observation since the last call, whether it was on. */
    List<Boolean> takeSides() {
        List<Boolean> taken = List.copyOf(sides);
        sides.clear();
        return taken;
    }

    /** The log-probability of an action. */
    double logProbability(double[] outputs, int action) {
        if (spec.output() == OutputKind.SIGMOID) {
            double z = action == 0 ? outputs[0] : -outputs[0];
            return -Math.log1p(Math.exp(-z));
        }
        double sum = 0;
        for (int a = 0; a < spec.actions().choices(); a++) {
            sum += Math.exp(outputs[a]);
        }
        return outputs[action] - Math.log(sum);
    }
}
