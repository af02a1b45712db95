package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.OptimizerConfig;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.vision.MotionObservation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetTest {

    private final Preset karpathy = Preset.named("karpathy");

    /**
     * The published program: 200 units, batch of 10 episodes, learning rate 1e-4, gamma 0.99, decay 0.99, epsilon 1e-5 outside
     * the root, weights N(0, 1)/√inputs, no biases, P(up) as the only output, no clipping.
     */
    @Test
    void karpathyLearnsWithThePublishedNumbers() {
        LearnerConfig learner = karpathy.learner();
        assertEquals(0.99, learner.gamma());
        assertEquals(10, learner.batchEpisodes());

        OptimizerConfig optimizer = learner.optimizer();
        assertEquals(OptimizerConfig.Kind.RMSPROP, optimizer.kind());
        assertEquals(1e-4, optimizer.learningRate());
        assertEquals(0.99, optimizer.rmsPropDecay());
        assertEquals(1e-5, optimizer.epsilon());
        assertEquals(false, optimizer.epsilonInsideRoot());
        assertEquals(0, optimizer.maxGradientNorm());

        NetworkConfig network = learner.network();
        assertEquals(List.of(200), network.hidden());
        assertEquals(Activation.RELU, network.activation());
        assertEquals(false, network.biases());
        assertEquals(OutputKind.SIGMOID, network.output());
        assertEquals(new WeightInit(WeightInit.Kind.GAUSSIAN, 1), network.hiddenInit());
        assertEquals(new WeightInit(WeightInit.Kind.GAUSSIAN, 1), network.outputInit());
    }

    @Test
    void karpathyNetworkHas6400InputsAndOneOutput() {
        NetworkSpec spec = karpathy.learner().network().spec(MotionObservation.SIZE, 2);
        assertEquals(6400, spec.inputs());
        assertEquals(1, spec.outputsOf(1));
        assertEquals(6400 * 200 + 200, spec.parameters());
    }

    /** Pong-v0: a decision lasts 2, 3 or 4 frames, a frame repeats the action before with probability 0.25. */
    @Test
    void karpathyPlaysPongV0UpOrDown() {
        assertEquals(new AtariProtocol(2, 4, 0.25, 0, ActionSet.TWO), karpathy.protocol());
        assertEquals(ConsoleAction.RIGHT, karpathy.protocol().actions().get(0));
        assertEquals(ConsoleAction.LEFT, karpathy.protocol().actions().get(1));
    }

    @Test
    void unknownPresetIsRefusedWithTheKnownOnes() {
        InputException e = assertThrows(InputException.class, () -> Preset.named("Karpathy"));
        assertEquals("preset must be karpathy, but was 'Karpathy'", e.getMessage());
    }
}
