package io.github.gdxagents.agent.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Networks that only act: without the outputs that foresee events, if wanted without the critic, and in plain arrays, so that a game
 * which ships one needs no ojAlgo. Such a network decides exactly as the one that it was made of.
 *
 * <p>For that the last layer must add in the same order as before, and the order depends on how many outputs it has (see
 * {@code DenseLayer}). Where so many were left out that it would change, a few outputs without weights stand in their place:
 * {@link NetworkSpec#events()} counts them. Files do not hold them. Stateless.
 */
public final class ActingNetwork {

    private ActingNetwork() {}

    /**
     * A copy that only acts.
     *
     * @param network of any kind
     * @param critic whether the critic stays, if there is one
     * @return a new network
     */
    public static PolicyNetwork of(PolicyNetwork network, boolean critic) {
        NetworkSpec acting = spec(network.spec(), critic);
        PolicyNetwork copy =
                PolicyNetwork.plain(acting, reshaped(network, acting, acting.outputsOf(0, lastLayer(acting))));
        copy.normaliser().copyFrom(network.normaliser());
        return copy;
    }

    /**
     * A network from a file's weights.
     *
     * @param spec the shape of one that only acts
     * @param weights arrays as {@link #weights} gives them; copied
     * @param moments what the normaliser knows, as {@link Normaliser#toList} gives it
     * @return a new network
     * @throws IllegalArgumentException if the parts do not fit each other
     */
    public static PolicyNetwork of(NetworkSpec spec, List<float[]> weights, List<Double> moments) {
        NetworkSpec expected = spec(spec, true);
        if (!expected.equals(spec)) {
            throw new IllegalArgumentException("a network that only acts must have " + expected.events()
                    + " outputs without weights, but has " + spec.events());
        }
        List<float[]> parameters = new ArrayList<>(weights);
        int first = lastArray(spec);
        for (int k = first; k < first + arraysOfALayer(spec) && k < weights.size(); k++) {
            parameters.set(k, rows(weights.get(k), spec.firstEvent(), spec.firstEvent() + spec.events()));
        }
        PolicyNetwork network = PolicyNetwork.plain(spec, parameters);
        network.normaliser().set(moments);
        return network;
    }

    /**
     * All weights and biases, without those of outputs without weights.
     *
     * @param network one that only acts
     * @return new arrays, in the order of {@link ParameterLayout}
     */
    public static List<float[]> weights(PolicyNetwork network) {
        return reshaped(network, network.spec(), network.spec().firstEvent());
    }

    /**
     * How long the arrays of {@link #weights} are.
     *
     * @param spec the shape of a network that only acts
     * @return a length for each array, in their order
     */
    public static List<Integer> lengths(NetworkSpec spec) {
        List<Integer> lengths = new ArrayList<>();
        for (int stack = 0; stack < spec.stacks(); stack++) {
            for (int layer = 0; layer < spec.layers(); layer++) {
                boolean last = stack == 0 && layer == lastLayer(spec);
                int outputs = last ? spec.firstEvent() : spec.outputsOf(stack, layer);
                lengths.add(spec.inputsOf(layer) * outputs);
                if (spec.biases()) {
                    lengths.add(outputs);
                }
            }
        }
        return lengths;
    }

    private static NetworkSpec spec(NetworkSpec spec, boolean critic) {
        NetworkSpec bare = withEvents(spec, critic ? spec.critic() : Critic.NONE, 0);
        int last = lastLayer(spec);
        int outputs = bare.outputsOf(0, last);
        boolean sameOrder =
                DenseLayer.isNarrow(outputs, last == 0) == DenseLayer.isNarrow(spec.outputsOf(0, last), last == 0);
        return sameOrder ? bare : withEvents(bare, bare.critic(), DenseLayer.NARROW + 1 - outputs);
    }

    private static NetworkSpec withEvents(NetworkSpec spec, Critic critic, int events) {
        return new NetworkSpec(
                spec.inputs(),
                spec.actions(),
                spec.hidden(),
                spec.activation(),
                spec.biases(),
                spec.output(),
                critic,
                events,
                spec.normalised());
    }

    /** The parameters of a network as those of an acting one, whose last policy layer has other outputs. */
    private static List<float[]> reshaped(PolicyNetwork network, NetworkSpec acting, int outputs) {
        List<float[]> arrays = network.parameters();
        NetworkSpec spec = network.spec();
        int before = spec.outputsOf(0, lastLayer(spec));
        int kept = Math.min(outputs, acting.firstEvent());
        int first = lastArray(spec);
        int policy = first + arraysOfALayer(spec);
        List<float[]> reshaped = new ArrayList<>();
        for (int k = 0; k < arrays.size(); k++) {
            if (k >= first && k < policy) {
                reshaped.add(rows(rows(arrays.get(k), before, kept), kept, outputs));
            } else if (k < policy || acting.critic() == Critic.SEPARATE) {
                reshaped.add(arrays.get(k));
            }
        }
        return reshaped;
    }

    /** A column-major matrix with some rows less, or with rows of zeros more. */
    private static float[] rows(float[] matrix, int rows, int wanted) {
        int columns = matrix.length / rows;
        float[] changed = new float[columns * wanted];
        for (int column = 0; column < columns; column++) {
            System.arraycopy(matrix, column * rows, changed, column * wanted, Math.min(rows, wanted));
        }
        return changed;
    }

    private static int lastLayer(NetworkSpec spec) {
        return spec.layers() - 1;
    }

    /** Where the arrays of the policy's last layer begin. */
    private static int lastArray(NetworkSpec spec) {
        return lastLayer(spec) * arraysOfALayer(spec);
    }

    private static int arraysOfALayer(NetworkSpec spec) {
        return spec.biases() ? 2 : 1;
    }
}
