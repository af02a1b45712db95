package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.Arrays;
import java.util.List;

/** Gradients with chosen numbers, for a network of one layer without biases: each input is a line. */
final class LineGradients {

    private LineGradients() {}

    /** A network whose lines are these. */
    static PolicyNetwork network(float[]... lines) {
        int actions = lines[0].length;
        NetworkSpec spec = new NetworkSpec(
                lines.length, actions, List.of(), Activation.RELU, false, OutputKind.SOFTMAX, Critic.NONE);
        float[] weights = new float[lines.length * actions];
        for (int line = 0; line < lines.length; line++) {
            System.arraycopy(lines[line], 0, weights, line * actions, actions);
        }
        return PolicyNetwork.of(spec, List.of(weights));
    }

    /** Sums for each line; an empty one is not touched. */
    static Gradients of(PolicyNetwork network, float[]... lines) {
        Gradients gradients = new Gradients(network);
        set(network, gradients, lines);
        return gradients;
    }

    static void set(PolicyNetwork network, Gradients gradients, float[]... lines) {
        gradients.clear();
        BatchPass pass = new BatchPass(network, lines.length, 1);
        pass.begin(lines.length, true, true);
        for (int line = 0; line < lines.length; line++) {
            // A sample that shows one input: its gradient with respect to the outputs is that line's.
            pass.input(line, new int[] {line}, new float[] {1}, 0, lines[line].length == 0 ? 0 : 1);
            pass.forward(0, line);
            Arrays.fill(pass.outputGradient(line), 0);
            System.arraycopy(lines[line], 0, pass.outputGradient(line), 0, lines[line].length);
            pass.backward(0, line);
        }
        pass.index(gradients);
        for (int piece = 0; piece < pass.pieces(); piece++) {
            pass.gather(0, piece, gradients);
        }
    }
}
