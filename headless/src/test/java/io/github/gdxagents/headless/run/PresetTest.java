package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.learn.ActorCriticConfig;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.OptimizerConfig;
import io.github.gdxagents.agent.learn.RateSchedule;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {

    private final Preset karpathy = Preset.named("karpathy");

    /**
     * The published program: 200 units, batch of 10 episodes, learning rate 1e-4, gamma 0.99, decay 0.99, epsilon 1e-5 outside
     * the root, weights N(0, 1)/√inputs, no biases, P(up) as the only output, no clipping.
     */
    @Test
    void karpathyLearnsWithThePublishedNumbers() {
        LearnerConfig learner = karpathy.learner();
        assertEquals(LearnerConfig.Algorithm.REINFORCE, learner.algorithm());
        assertEquals(0.99, learner.gamma());
        assertEquals(10, learner.batchEpisodes());
        assertEquals(0, learner.miniBatch());
        assertEquals(RateSchedule.CONSTANT, learner.schedule());

        OptimizerConfig optimizer = learner.optimizer();
        assertEquals(OptimizerConfig.Kind.RMSPROP, optimizer.kind());
        assertEquals(1e-4, optimizer.learningRate());
        assertEquals(0.99, optimizer.rmsPropDecay());
        assertEquals(1e-5, optimizer.epsilon());
        assertEquals(false, optimizer.epsilonInsideRoot());
        assertEquals(0, optimizer.maxGradientNorm());
        assertEquals(false, optimizer.sparse());

        NetworkConfig network = learner.network();
        assertEquals(List.of(200), network.hidden());
        assertEquals(Activation.RELU, network.activation());
        assertEquals(false, network.biases());
        assertEquals(OutputKind.SIGMOID, network.output());
        assertEquals(Critic.NONE, network.critic());
        assertEquals(new WeightInit(WeightInit.Kind.GAUSSIAN, 1), network.inputInit());
        assertEquals(new WeightInit(WeightInit.Kind.GAUSSIAN, 1), network.hiddenInit());
        assertEquals(new WeightInit(WeightInit.Kind.GAUSSIAN, 1), network.outputInit());
    }

    @Test
    void karpathyNetworkHas6400InputsAndOneOutput() {
        NetworkSpec spec =
                karpathy.learner().network().spec(karpathy.atari().observation().size(2), 2, 0);
        assertEquals(6400, spec.inputs());
        assertEquals(1, spec.outputsOf(0, 1));
        assertEquals(6400 * 200 + 200, spec.parameters());
    }

    @Test
    void karpathySeesTheDifferenceOfTwoPictures() {
        assertEquals(PictureObservationSpec.difference(), karpathy.atari().observation());
    }

    /** Pong-v0: a decision lasts 2, 3 or 4 frames, a frame repeats the action before with probability 0.25. */
    @Test
    void karpathyPlaysPongV0UpOrDown() {
        assertEquals(
                new AtariProtocol(2, 4, 0.25, 0, ActionSet.TWO),
                karpathy.atari().protocol());
        assertEquals(ConsoleAction.RIGHT, karpathy.atari().protocol().actions().get(0));
        assertEquals(ConsoleAction.LEFT, karpathy.atari().protocol().actions().get(1));
    }

    /** 110 + 44 + 324 + 27 numbers of the picture, and two actions of two, or eight of four. */
    @ParameterizedTest
    @CsvSource({"fast, 2, 509", "strong, 4, 537"})
    void fastAndStrongSeeSoftlyAndForeseeWhereTheBallArrives(String label, int actions, int inputs) {
        Preset preset = Preset.named(label);
        assertEquals(actions, preset.atari().protocol().actions().size());
        assertEquals(inputs, preset.atari().observation().size(actions));
        assertEquals(LearnerConfig.Algorithm.ACTOR_CRITIC, preset.learner().algorithm());
        NetworkSpec spec = preset.learner().spec(inputs, actions, 80);
        assertEquals(inputs, spec.inputs());
        assertEquals(List.of(128, 128, 64), spec.hidden());
        assertEquals(Critic.SHARED, spec.critic());
        assertEquals(80, spec.events());
        assertEquals(actions + 1 + 80, spec.outputsOf(0, 3));
        assertEquals((inputs + 1) * 128L + 129 * 128 + 129 * 64 + 65 * (actions + 81L), spec.parameters());
    }

    /**
     * The published notebook: 200 ReLU units (Glorot), P(up) with RandomNormal (0.05), Adam 1e-3 with Keras's epsilon 1e-7, an
     * update after every episode in mini-batches of 32, gamma 0.99. Adam is sparse here, for speed.
     */
    @Test
    void kerasLearnsWithThePublishedNumbers() {
        Preset keras = Preset.named("keras");
        LearnerConfig learner = keras.learner();
        assertEquals(LearnerConfig.Algorithm.REINFORCE, learner.algorithm());
        assertEquals(0.99, learner.gamma());
        assertEquals(1, learner.batchEpisodes());
        assertEquals(32, learner.miniBatch());
        assertEquals(RateSchedule.CONSTANT, learner.schedule());
        OptimizerConfig optimizer = learner.optimizer();
        assertEquals(OptimizerConfig.Kind.ADAM, optimizer.kind());
        assertEquals(1e-3, optimizer.learningRate());
        assertEquals(1e-7, optimizer.epsilon());
        assertEquals(0, optimizer.maxGradientNorm());
        assertEquals(true, optimizer.sparse());
        NetworkConfig network = learner.network();
        assertEquals(List.of(200), network.hidden());
        assertEquals(Activation.RELU, network.activation());
        assertEquals(true, network.biases());
        assertEquals(OutputKind.SIGMOID, network.output());
        assertEquals(Critic.NONE, network.critic());
        assertEquals(WeightInit.parse("glorot"), network.inputInit());
        assertEquals(WeightInit.parse("normal:0.05"), network.outputInit());
        assertEquals(karpathy.atari(), keras.atari());
        assertEquals(6401 * 200 + 201, learner.spec(6400, 2, 80).parameters());
    }

    /**
     * Spinning Up's defaults: 4,000 steps an epoch, gamma 0.99, lambda 0.97, rates 3e-4 and 1e-3, 80 passes for the value, tanh, two
     * networks with one hidden layer of 200; no clipping, no bonus, one step of the policy for each epoch.
     */
    @Test
    void vpgLearnsWithThePublishedNumbers() {
        LearnerConfig learner = Preset.named("vpg").learner();
        assertEquals(LearnerConfig.Algorithm.ACTOR_CRITIC, learner.algorithm());
        assertEquals(0.99, learner.gamma());
        assertEquals(0, learner.miniBatch());
        assertEquals(RateSchedule.CONSTANT, learner.schedule());
        ActorCriticConfig own = learner.actorCritic();
        assertEquals(4000, own.games() * own.rollout());
        assertEquals(0.97, own.lambda());
        assertEquals(1, own.passes());
        assertEquals(0, own.clip());
        assertEquals(0, own.entropyBonus());
        assertEquals(0, own.eventWeight());
        assertEquals(0, own.maxKl());
        assertEquals(false, own.decisiveOnly());
        assertEquals(80, own.valuePasses());
        assertEquals(1e-3, own.valueRate());
        assertEquals(OptimizerConfig.Kind.ADAM, learner.optimizer().kind());
        assertEquals(3e-4, learner.optimizer().learningRate());
        assertEquals(1e-8, learner.optimizer().epsilon());
        NetworkSpec spec = learner.spec(6400, 6, 80);
        assertEquals(List.of(200), spec.hidden());
        assertEquals(Activation.TANH, spec.activation());
        assertEquals(Critic.SEPARATE, spec.critic());
        assertEquals(0, spec.events());
        assertEquals(2 * 6401 * 200 + 201 * 7, spec.parameters());
    }

    @Test
    void sigmoidOfAPresetGivesWayWhereThereAreMoreThanTwoActions() {
        AtariGame atari = karpathy.atari();
        assertEquals(karpathy.learner(), karpathy.learnerFor(atari));
        for (ActionSet actions : List.of(ActionSet.THREE, ActionSet.FOUR, ActionSet.SIX)) {
            LearnerConfig learner =
                    karpathy.learnerFor(atari.withProtocol(atari.protocol().withActions(actions)));
            assertEquals(OutputKind.SOFTMAX, learner.network().output());
            assertEquals(LearnerSettings.with(karpathy.learner(), Map.of("output", "softmax")), learner);
        }
        for (String label : Preset.labels()) {
            Preset preset = Preset.named(label);
            assertEquals(preset.learner(), preset.learnerFor(preset.atari()), label);
        }
    }

    @Test
    void defaultPresetIsFast() {
        assertEquals(List.of("fast", "strong", "karpathy", "keras", "vpg"), Preset.labels());
    }

    @Test
    void unknownPresetIsRefusedWithTheKnownOnes() {
        InputException e = assertThrows(InputException.class, () -> Preset.named("Karpathy"));
        assertEquals("preset must be fast or strong or karpathy or keras or vpg, but was 'Karpathy'", e.getMessage());
    }
}
