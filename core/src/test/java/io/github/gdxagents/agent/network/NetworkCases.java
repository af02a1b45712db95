package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small networks of every kind, with random parameters (random biases too), and random observations for them. */
final class NetworkCases {

    private NetworkCases() {}

    /** Every combination of 0 to 3 hidden layers (narrow and wide ones), activation, biases, output and critic. */
    static Stream<NetworkSpec> all() {
        List<NetworkSpec> specs = new ArrayList<>();
        for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(5), List.of(7, 26), List.of(26, 5, 27))) {
            for (Activation activation : Activation.values()) {
                for (boolean biases : new boolean[] {false, true}) {
                    for (Critic critic : Critic.values()) {
                        specs.add(new NetworkSpec(9, 2, hidden, activation, biases, OutputKind.SIGMOID, critic));
                        specs.add(new NetworkSpec(9, 3, hidden, activation, biases, OutputKind.SOFTMAX, critic));
                    }
                }
            }
        }
        return specs.stream();
    }

    /** Those with a critic. */
    static Stream<NetworkSpec> withCritic() {
        return all().filter(spec -> spec.critic() != Critic.NONE);
    }

    static PolicyNetwork network(NetworkSpec spec, RandomStream random) {
        PolicyNetwork network = PolicyNetwork.fresh(
                spec, new WeightInit(WeightInit.Kind.GAUSSIAN, 1), new WeightInit(WeightInit.Kind.GAUSSIAN, 1), random);
        List<float[]> parameters = network.parameters();
        for (int layer = 0; spec.biases() && layer < spec.stacks() * spec.layers(); layer++) {
            float[] biases = parameters.get(2 * layer + 1);
            for (int i = 0; i < biases.length; i++) {
                biases[i] = (float) (0.5 * random.gaussian());
            }
        }
        network.set(parameters);
        return network;
    }

    /** About half of the numbers are zero. */
    static float[] observation(int size, RandomStream random) {
        float[] dense = new float[size];
        for (int i = 0; i < size; i++) {
            dense[i] = random.uniform() < 0.5 ? 0 : (float) random.gaussian();
        }
        return dense;
    }

    static SparseVector sparse(float[] dense) {
        SparseVector sparse = new SparseVector(dense.length);
        sparse.setDense(dense);
        return sparse;
    }

    /** The bits of the numbers, in which 0 and −0 differ. */
    static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bits[i] = Float.floatToRawIntBits(numbers[i]);
        }
        return bits;
    }
}
