package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.ActorCriticConfig;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerConfig.Algorithm;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.OptimizerConfig;
import io.github.gdxagents.agent.learn.RateSchedule;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.AtariProtocol;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sets of numbers with a name, each written here and nowhere else.
 *
 * @param label as on the command line
 * @param atari how the game is played, and what the agent sees of it
 * @param learner the hyper-parameters
 * @param evaluation how a run finds out how good it is
 * @param output how a run tells of its progress
 */
public record Preset(
        String label, AtariGame atari, LearnerConfig learner, EvaluationPlan evaluation, OutputStyle output) {

    /** What the numbers of a policy are called where others are called by their preset. */
    public static final String FROM = "from";

    private static final WeightInit GAUSSIAN = new WeightInit(WeightInit.Kind.GAUSSIAN, 1);
    /** He's: the variance of a sum stays as it is behind a ReLU. */
    private static final WeightInit HE = new WeightInit(WeightInit.Kind.GAUSSIAN, Math.sqrt(2));

    private static final WeightInit GLOROT = new WeightInit(WeightInit.Kind.GLOROT, 1);

    private static final NetworkConfig SOFT_NETWORK = new NetworkConfig(
            List.of(128, 128, 64),
            Activation.RELU,
            true,
            OutputKind.SOFTMAX,
            Critic.SHARED,
            normal(0.1),
            HE,
            normal(0.01));

    private static final OptimizerConfig SOFT_OPTIMIZER = adam(2e-3, 1e-5, 0.5, true);

    private static final EvaluationPlan SELDOM = new EvaluationPlan(200_000, 100);

    private static final List<Preset> ALL = List.of(fast(), strong(), karpathy(), keras(), vpg());

    /** The shortest time to a score of 18 without sticky actions. */
    private static Preset fast() {
        return new Preset(
                "fast",
                new AtariGame(
                        new AtariProtocol(4, 4, 0, 30, ActionSet.TWO),
                        PictureObservationSpec.parse(
                                "tents8:0,1,2,4,8+paddletents8:0,1+edges:0,1+centres:1,2,4,8+actions:0,1")),
                new LearnerConfig(
                        Algorithm.ACTOR_CRITIC,
                        SOFT_NETWORK,
                        SOFT_OPTIMIZER,
                        new RateSchedule(100_000, 300_000, 0.2),
                        0.99,
                        256,
                        10,
                        new ActorCriticConfig(0.95, 8, 128, 3, 0.2, 0.02, 0.1, 0.2, 0.5, 0, true, 0, 1e-3, false)),
                new EvaluationPlan(50_000, 100),
                OutputStyle.PROGRESS);
    }

    /** The best score, also with sticky actions and frames skipped at random. */
    private static Preset strong() {
        return new Preset(
                "strong",
                new AtariGame(
                        AtariProtocol.pongV0().withActions(ActionSet.FOUR),
                        PictureObservationSpec.parse(
                                "tents8:0,1,2,4,8+paddletents8:0,1+edges:0,1+centres:1,2,4,8+actions:0,1,2,3,4,5,6,7")),
                new LearnerConfig(
                        Algorithm.ACTOR_CRITIC,
                        SOFT_NETWORK,
                        SOFT_OPTIMIZER,
                        new RateSchedule(8_000_000, 20_000_000, 0.02),
                        0.99,
                        1024,
                        10,
                        new ActorCriticConfig(0.97, 32, 256, 2, 0.2, 0.01, 0.1, 0.2, 0.5, 0, true, 0, 1e-3, false)),
                new EvaluationPlan(250_000, 100),
                OutputStyle.PROGRESS);
    }

    /** "Pong from Pixels" (A. Karpathy, 2016), number for number. Adam's two numbers are its authors'; they are not used. */
    private static Preset karpathy() {
        return new Preset(
                "karpathy",
                new AtariGame(AtariProtocol.pongV0(), PictureObservationSpec.difference()),
                new LearnerConfig(
                        Algorithm.REINFORCE,
                        new NetworkConfig(
                                List.of(200),
                                Activation.RELU,
                                false,
                                OutputKind.SIGMOID,
                                Critic.NONE,
                                GAUSSIAN,
                                GAUSSIAN,
                                GAUSSIAN),
                        new OptimizerConfig(
                                OptimizerConfig.Kind.RMSPROP, 1e-4, 0.99, 0.9, 0.999, 1e-5, false, 0, false),
                        RateSchedule.CONSTANT,
                        0.99,
                        0,
                        10,
                        ActorCriticConfig.UNUSED),
                SELDOM,
                OutputStyle.PROGRESS);
    }

    /**
     * The Keras notebooks of 2018: an update after each episode, in mini-batches of 32, each decision once. Their Adam is a dense one;
     * with {@code --sparse-optimizer false} this is so here, too, and takes ten times as long.
     */
    private static Preset keras() {
        return new Preset(
                "keras",
                new AtariGame(AtariProtocol.pongV0(), PictureObservationSpec.difference()),
                new LearnerConfig(
                        Algorithm.REINFORCE,
                        new NetworkConfig(
                                List.of(200),
                                Activation.RELU,
                                true,
                                OutputKind.SIGMOID,
                                Critic.NONE,
                                GLOROT,
                                GLOROT,
                                normal(0.05)),
                        adam(1e-3, 1e-7, 0, true),
                        RateSchedule.CONSTANT,
                        0.99,
                        32,
                        1,
                        ActorCriticConfig.UNUSED),
                SELDOM,
                OutputStyle.KERAS);
    }

    /** Spinning Up's {@code vpg} (2018) with its defaults and one hidden layer of 200. */
    private static Preset vpg() {
        return new Preset(
                "vpg",
                new AtariGame(AtariProtocol.pongV0().withActions(ActionSet.SIX), PictureObservationSpec.difference()),
                new LearnerConfig(
                        Algorithm.ACTOR_CRITIC,
                        new NetworkConfig(
                                List.of(200),
                                Activation.TANH,
                                true,
                                OutputKind.SOFTMAX,
                                Critic.SEPARATE,
                                GLOROT,
                                GLOROT,
                                GLOROT),
                        adam(3e-4, 1e-8, 0, false),
                        RateSchedule.CONSTANT,
                        0.99,
                        0,
                        10,
                        new ActorCriticConfig(0.97, 1, 4000, 1, 0, 0, 1, 0, 1, 0, false, 80, 1e-3, false)),
                SELDOM,
                OutputStyle.EPOCHS);
    }

    /**
     * The hyper-parameters for a game that may have other actions than the preset's own.
     *
     * @param played the game
     * @return the preset's, but with a softmax where there are more than the two actions that a sigmoid has room for
     */
    public LearnerConfig learnerFor(AtariGame played) {
        return played.protocol().actions().size() > 2
                ? LearnerSettings.with(learner, Map.of("output", "softmax"))
                : learner;
    }

    /** Adam with its authors' numbers; that of RMSProp is not used. */
    private static OptimizerConfig adam(double rate, double epsilon, double maxNorm, boolean sparse) {
        return new OptimizerConfig(OptimizerConfig.Kind.ADAM, rate, 0.99, 0.9, 0.999, epsilon, false, maxNorm, sparse);
    }

    private static WeightInit normal(double deviation) {
        return new WeightInit(WeightInit.Kind.NORMAL, deviation);
    }

    /**
     * The names of all presets.
     *
     * @return as on the command line, the default first
     */
    public static List<String> labels() {
        return ALL.stream().map(Preset::label).toList();
    }

    /**
     * The numbers of a policy that a run begins with.
     *
     * @param learner its hyper-parameters
     * @param atari how it played, and what it saw
     * @return a preset named {@code from}
     */
    public static Preset of(LearnerConfig learner, AtariGame atari) {
        return new Preset(FROM, atari, learner, new EvaluationPlan(250_000, 100), OutputStyle.PROGRESS);
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
