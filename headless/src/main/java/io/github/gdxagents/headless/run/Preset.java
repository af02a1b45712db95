package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.OptimizerConfig;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.pong.atari.AtariProtocol;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sets of numbers with a name, each written here and nowhere else.
 *
 * @param label as on the command line
 * @param protocol how the game is played
 * @param learner the hyper-parameters
 */
public record Preset(String label, AtariProtocol protocol, LearnerConfig learner) {

    private static final WeightInit GAUSSIAN = new WeightInit(WeightInit.Kind.GAUSSIAN, 1);

    private static final List<Preset> ALL = List.of(karpathy());

    /** "Pong from Pixels" (A. Karpathy, 2016), number for number. Adam's two numbers are its authors'; they are not used. */
    private static Preset karpathy() {
        return new Preset(
                "karpathy",
                AtariProtocol.pongV0(),
                new LearnerConfig(
                        new NetworkConfig(List.of(200), Activation.RELU, false, OutputKind.SIGMOID, GAUSSIAN, GAUSSIAN),
                        new OptimizerConfig(OptimizerConfig.Kind.RMSPROP, 1e-4, 0.99, 0.9, 0.999, 1e-5, false, 0),
                        0.99,
                        10));
    }

    /**
     * The preset with a name.
     *
     * @param label as on the command line
     * @return the preset
     * @throws InputException if there is none
     */
    public static Preset named(String label) {
        return ALL.stream()
                .filter(preset -> preset.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InputException("preset must be "
                        + ALL.stream().map(Preset::label).collect(Collectors.joining(" or ")) + ", but was '" + label
                        + "'"));
    }
}
