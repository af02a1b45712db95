package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkConfig;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.WeightInit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hyper-parameters by name: the command line, run folders and checkpoints all use these names. Values are texts; numbers
 * read back to the same bits.
 */
public final class LearnerSettings {

    private static final Map<String, String> HELP = help();

    private LearnerSettings() {}

    private static Map<String, String> help() {
        Map<String, String> help = new LinkedHashMap<>();
        help.put("algorithm", "reinforce (whole episodes) or actor-critic (pieces of games, PPO)");
        help.put("hidden", "units of each hidden layer, separated by commas, or none");
        help.put("activation", "of the hidden units: relu or tanh");
        help.put("biases", "whether each layer adds a learned constant: true or false");
        help.put("output", "sigmoid (one output, two actions) or softmax (an output for each action)");
        help.put("critic", "where the value comes from: none, shared or separate");
        help.put(
                "input-init",
                "first weights of the first hidden layer: gaussian (1/sqrt n), glorot, orthogonal, or normal:0.05; a number"
                        + " behind a colon scales them");
        help.put("hidden-init", "first weights of later hidden layers, named in the same way");
        help.put("output-init", "first weights of the last layer, named in the same way");
        help.put("gamma", "discount of later rewards, 0 to 1");
        help.put("mini-batch", "decisions of one step of the optimiser; 0: all of an update");
        help.put("batch-episodes", "reinforce: whole episodes that one update learns from, 1 to 10000");
        help.put("games", "actor-critic: games that go on side by side, 1 to 1024");
        help.put("rollout", "actor-critic: decisions of each game in one update");
        help.put("gae-lambda", "actor-critic: lambda of generalised advantage estimation, 0 to 1");
        help.put("passes", "actor-critic: how often each decision is learned from");
        help.put("clip", "actor-critic: how far an action's probability may move, as a part of 1; 0: any distance");
        help.put("entropy-bonus", "actor-critic: weight of the policy's entropy");
        help.put(
                "entropy-floor",
                "actor-critic: the part of it that is left when the learning rate is at its floor, 0 to 1");
        help.put(
                "event-weight",
                "actor-critic: weight of foreseeing the next event (where the ball will reach a paddle's column); 0: not learned");
        help.put("value-weight", "actor-critic: weight of the value's loss");
        help.put("max-kl", "actor-critic: an update stops when the policy has moved this far, in nats; 0: never");
        help.put(
                "decisive-only",
                "actor-critic: leave out decisions whose choice cannot matter (no ball in the picture): true or false");
        help.put("value-passes", "separate critic: passes for the value alone; 0: it learns with the policy");
        help.put("value-rate", "separate critic: the learning rate of those passes");
        help.put(
                "scale-rewards",
                "actor-critic: divide rewards by the deviation of the discounted returns seen so far: true or false");
        help.put("optimizer", "rmsprop or adam");
        help.put("learning-rate", "step size, above 0");
        help.put("rate-hold", "decisions up to which the learning rate is full");
        help.put("rate-end", "decisions from which it stays at its floor; 0: it never falls");
        help.put("rate-floor", "the part of it that is left there, above 0 to 1");
        help.put("rmsprop-decay", "how much RMSProp remembers, 0 to under 1");
        help.put("adam-beta1", "how much Adam remembers of gradients, 0 to under 1");
        help.put("adam-beta2", "how much Adam remembers of squared gradients, 0 to under 1");
        help.put("epsilon", "keeps the optimiser's quotient finite, 1e-30 to 1");
        help.put("epsilon-inside-root", "for rmsprop: sqrt(v + epsilon) instead of sqrt(v) + epsilon: true or false");
        help.put("max-gradient-norm", "longer gradients are shortened to this norm; 0: never");
        help.put(
                "sparse-optimizer",
                "leave the weights of inputs alone that did not occur in a mini-batch: true or false");
        return Collections.unmodifiableMap(help);
    }

    /**
     * What each hyper-parameter is, in an order fit for reading.
     *
     * @return names with one line of help each
     */
    public static Map<String, String> helpByName() {
        return HELP;
    }

    /**
     * A configuration as names and values.
     *
     * @param config the configuration
     * @return every hyper-parameter, sorted by name
     */
    public static Map<String, String> write(LearnerConfig config) {
        NetworkConfig network = config.network();
        OptimizerConfig optimizer = config.optimizer();
        Map<String, String> settings = new TreeMap<>();
        put(config.actorCritic(), settings);
        settings.put("algorithm", text(config.algorithm()));
        settings.put("critic", text(network.critic()));
        settings.put("mini-batch", Integer.toString(config.miniBatch()));
        settings.put("rate-hold", Long.toString(config.schedule().from()));
        settings.put("rate-end", Long.toString(config.schedule().to()));
        settings.put("rate-floor", Double.toString(config.schedule().end()));
        settings.put("sparse-optimizer", Boolean.toString(optimizer.sparse()));
        settings.put("hidden", unitsText(network.hidden()));
        settings.put("activation", text(network.activation()));
        settings.put("biases", Boolean.toString(network.biases()));
        settings.put("output", text(network.output()));
        settings.put("input-init", network.inputInit().toString());
        settings.put("hidden-init", network.hiddenInit().toString());
        settings.put("output-init", network.outputInit().toString());
        settings.put("gamma", Double.toString(config.gamma()));
        settings.put("batch-episodes", Integer.toString(config.batchEpisodes()));
        settings.put("optimizer", text(optimizer.kind()));
        settings.put("learning-rate", Double.toString(optimizer.learningRate()));
        settings.put("rmsprop-decay", Double.toString(optimizer.rmsPropDecay()));
        settings.put("adam-beta1", Double.toString(optimizer.adamBeta1()));
        settings.put("adam-beta2", Double.toString(optimizer.adamBeta2()));
        settings.put("epsilon", Double.toString(optimizer.epsilon()));
        settings.put("epsilon-inside-root", Boolean.toString(optimizer.epsilonInsideRoot()));
        settings.put("max-gradient-norm", Double.toString(optimizer.maxGradientNorm()));
        return settings;
    }

    private static void put(ActorCriticConfig actorCritic, Map<String, String> settings) {
        settings.put("games", Integer.toString(actorCritic.games()));
        settings.put("rollout", Integer.toString(actorCritic.rollout()));
        settings.put("gae-lambda", Double.toString(actorCritic.lambda()));
        settings.put("passes", Integer.toString(actorCritic.passes()));
        settings.put("clip", Double.toString(actorCritic.clip()));
        settings.put("entropy-bonus", Double.toString(actorCritic.entropyBonus()));
        settings.put("entropy-floor", Double.toString(actorCritic.entropyFloor()));
        settings.put("event-weight", Double.toString(actorCritic.eventWeight()));
        settings.put("value-weight", Double.toString(actorCritic.valueWeight()));
        settings.put("max-kl", Double.toString(actorCritic.maxKl()));
        settings.put("decisive-only", Boolean.toString(actorCritic.decisiveOnly()));
        settings.put("value-passes", Integer.toString(actorCritic.valuePasses()));
        settings.put("value-rate", Double.toString(actorCritic.valueRate()));
        settings.put("scale-rewards", Boolean.toString(actorCritic.scaleRewards()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param settings every hyper-parameter with its value
     * @return the configuration
     * @throws IllegalArgumentException if a name is missing or unknown, or a value impossible
     */
    public static LearnerConfig read(Map<String, String> settings) {
        if (!settings.keySet().equals(HELP.keySet())) {
            TreeSet<String> missing = new TreeSet<>(HELP.keySet());
            missing.removeAll(settings.keySet());
            TreeSet<String> unknown = new TreeSet<>(settings.keySet());
            unknown.removeAll(HELP.keySet());
            throw new IllegalArgumentException(
                    "the hyper-parameters are not those of this version: missing " + missing + ", unknown " + unknown);
        }
        Values values = new Values(settings);
        return new LearnerConfig(
                values.choice("algorithm", LearnerConfig.Algorithm.values()),
                new NetworkConfig(
                        values.units("hidden"),
                        values.choice("activation", Activation.values()),
                        values.bool("biases"),
                        values.choice("output", OutputKind.values()),
                        values.choice("critic", Critic.values()),
                        values.init("input-init"),
                        values.init("hidden-init"),
                        values.init("output-init")),
                new OptimizerConfig(
                        values.choice("optimizer", OptimizerConfig.Kind.values()),
                        values.number("learning-rate"),
                        values.number("rmsprop-decay"),
                        values.number("adam-beta1"),
                        values.number("adam-beta2"),
                        values.number("epsilon"),
                        values.bool("epsilon-inside-root"),
                        values.number("max-gradient-norm"),
                        values.bool("sparse-optimizer")),
                new RateSchedule(values.count("rate-hold"), values.count("rate-end"), values.number("rate-floor")),
                values.number("gamma"),
                values.whole("mini-batch"),
                values.whole("batch-episodes"),
                new ActorCriticConfig(
                        values.number("gae-lambda"),
                        values.whole("games"),
                        values.whole("rollout"),
                        values.whole("passes"),
                        values.number("clip"),
                        values.number("entropy-bonus"),
                        values.number("entropy-floor"),
                        values.number("event-weight"),
                        values.number("value-weight"),
                        values.number("max-kl"),
                        values.bool("decisive-only"),
                        values.whole("value-passes"),
                        values.number("value-rate"),
                        values.bool("scale-rewards")));
    }

    /**
     * Hyper-parameters as version 0.1's first checkpoints have them, when REINFORCE was the only way to learn.
     *
     * @param settings some of the hyper-parameters
     * @return all of them
     */
    public static Map<String, String> completed(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.ofEntries(
                Map.entry("algorithm", "reinforce"),
                Map.entry("critic", "none"),
                Map.entry("mini-batch", "0"),
                Map.entry("rate-hold", "0"),
                Map.entry("rate-end", "0"),
                Map.entry("rate-floor", "1.0"),
                Map.entry("sparse-optimizer", "false")));
        put(ActorCriticConfig.UNUSED, all);
        all.putAll(settings);
        all.putIfAbsent("input-init", settings.getOrDefault("hidden-init", ""));
        return all;
    }

    /**
     * A configuration with some values changed.
     *
     * @param config the configuration
     * @param changes names with new values; may be empty
     * @return the changed configuration
     * @throws IllegalArgumentException if a name is unknown or a value impossible
     */
    public static LearnerConfig with(LearnerConfig config, Map<String, String> changes) {
        Map<String, String> settings = write(config);
        settings.putAll(changes);
        return read(settings);
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String unitsText(List<Integer> units) {
        return units.isEmpty() ? "none" : units.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Texts on their way to values; errors name the hyper-parameter, what was found and what was expected. */
    private record Values(Map<String, String> settings) {

        private String get(String name) {
            return settings.getOrDefault(name, "");
        }

        private double number(String name) {
            try {
                return Double.parseDouble(get(name));
            } catch (NumberFormatException e) {
                throw wrong(name, "a number", e);
            }
        }

        private int whole(String name) {
            try {
                return Integer.parseInt(get(name));
            } catch (NumberFormatException e) {
                throw wrong(name, "a whole number", e);
            }
        }

        private long count(String name) {
            try {
                return Long.parseLong(get(name));
            } catch (NumberFormatException e) {
                throw wrong(name, "a whole number", e);
            }
        }

        private boolean bool(String name) {
            return switch (get(name)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(name, "true or false", null);
            };
        }

        private <T extends Enum<T>> T choice(String name, T[] choices) {
            for (T choice : choices) {
                if (text(choice).equals(get(name))) {
                    return choice;
                }
            }
            String expected = Arrays.stream(choices).map(LearnerSettings::text).collect(Collectors.joining(" or "));
            throw wrong(name, expected, null);
        }

        private WeightInit init(String name) {
            try {
                return WeightInit.parse(get(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }

        private List<Integer> units(String name) {
            if (get(name).equals("none")) {
                return List.of();
            }
            try {
                return Arrays.stream(get(name).split(",", -1))
                        .map(text -> Integer.valueOf(text.trim()))
                        .toList();
            } catch (NumberFormatException e) {
                throw wrong(name, "whole numbers separated by commas, or none", e);
            }
        }

        private IllegalArgumentException wrong(String name, String expected, @Nullable Exception cause) {
            return new IllegalArgumentException(name + " must be " + expected + ", but was '" + get(name) + "'", cause);
        }
    }
}
