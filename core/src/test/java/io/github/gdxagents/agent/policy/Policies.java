package io.github.gdxagents.agent.policy;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.Moments;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies for tests, with random weights that are large enough to matter. */
public final class Policies {

    /** Entries that are normalised, a picture, features, three at a time. */
    public static final ObservationSpec OBSERVATIONS =
            new ObservationSpec(List.of("height", "speed"), List.of(), 3, 2, true).withImage("radar", 4, 3);

    /** Two branches and two continuous values. */
    public static final ActionSpec ACTIONS =
            new ActionSpec(List.of(3, 2), List.of(new ValueRange(-1, 1), new ValueRange(0, 20)));

    private Policies() {}

    /**
     * The shape of a network that sees and does all there is.
     *
     * @param critic of which kind
     * @param events how many
     * @return the shape
     */
    static NetworkSpec spec(Critic critic, int events) {
        return new NetworkSpec(
                OBSERVATIONS.inputs(),
                ACTIONS,
                List.of(16, 40),
                Activation.TANH,
                true,
                OutputKind.SOFTMAX,
                critic,
                events,
                OBSERVATIONS.normalisedInputs());
    }

    /**
     * A network that was never trained.
     *
     * @param spec its shape
     * @return weights from a fixed seed, and a normaliser that has seen a few numbers
     */
    static PolicyNetwork network(NetworkSpec spec) {
        RandomStream random = new RandomStream(5);
        PolicyNetwork network =
                PolicyNetwork.fresh(spec, WeightInit.parse("normal:0.4"), WeightInit.parse("normal:0.5"), random);
        for (float[] line : network.lines()) {
            for (int i = 0; i < line.length; i++) {
                line[i] += (float) (0.1 * random.gaussian());
            }
        }
        Moments seen = new Moments(spec.normalised());
        SparseVector vector = new SparseVector(spec.inputs());
        for (int t = 0; t < 10; t++) {
            vector.clear();
            for (int i = 0; i < spec.normalised(); i++) {
                vector.add(i, (float) (3 * i + 2 * random.gaussian()));
            }
            seen.add(vector);
        }
        network.normaliser().learn(seen);
        return network;
    }

    /**
     * A policy that sees and does all there is.
     *
     * @param critic of which kind
     * @return never trained
     */
    public static Policy policy(Critic critic) {
        return new Policy(
                "trial",
                Map.of("gravity", "9.81", "level", "3"),
                OBSERVATIONS,
                network(spec(critic, 0)),
                Optional.of(new PolicyScore(100, 18.5, 0.25)));
    }

    /**
     * Fills an observation.
     *
     * @param random where the numbers come from
     * @param into overwritten; now and then something is forbidden
     */
    public static void observe(RandomStream random, Observation into) {
        into.clear();
        into.set("height", (float) (5 * random.uniform()));
        into.set("speed", (float) random.normal());
        for (int i = 0; i < 12; i++) {
            into.image(0)[i] = random.below(3) == 0 ? 1 : 0;
        }
        into.features().add(random.below(3), (float) random.uniform());
        if (random.below(4) == 0) {
            into.mask().forbid(0, random.below(3));
        }
    }
}
