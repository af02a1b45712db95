package io.github.gdxagents.agent.checkpoint;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.github.gdxagents.agent.learn.GameProgress;
import io.github.gdxagents.agent.learn.LearnerConfig;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.agent.learn.TrainerState;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.SparseVector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The payload of a checkpoint, field by field. The policy stands before everything that only training needs. */
final class CheckpointSerializer extends Serializer<Checkpoint> {

    /** The first version that knows actor-critics: games that go on, and scores in fresh episodes. */
    private static final int GAMES = 2;

    private static final int MAX_TEXT = 4096;
    private static final int MAX_SETTINGS = 256;

    /** Weights and biases of nine layers, of policy and critic, for each of Adam's two memories, and its step counts. */
    private static final int MAX_ARRAYS = 73;

    private final int version;

    /** A serializer of one version; only the newest is written. */
    CheckpointSerializer(int version) {
        this.version = version;
    }

    @Override
    public void write(Kryo kryo, Output output, Checkpoint checkpoint) {
        writeText(output, checkpoint.game());
        writeSettings(output, checkpoint.gameSettings());
        writeSettings(output, LearnerSettings.write(checkpoint.learner()));
        output.writeInt(checkpoint.spec().inputs());
        output.writeInt(checkpoint.spec().actions());
        output.writeInt(checkpoint.spec().events());
        TrainerState state = checkpoint.state();
        writeArrays(output, state.parameters());
        output.writeLong(checkpoint.seed());
        output.writeLong(state.updates());
        output.writeLong(state.episodes());
        output.writeLong(state.decisions());
        output.writeInt(state.recentScores().size());
        state.recentScores().forEach(output::writeDouble);
        output.writeLong(state.optimizerSteps());
        writeArrays(output, state.optimizerMemory());
        writeBatch(output, state.partialBatch(), checkpoint.spec().inputs());
        output.writeInt(state.games().size());
        for (GameProgress game : state.games()) {
            output.writeLong(game.episode());
            output.writeInt(game.actions().length);
            output.writeInts(game.actions(), 0, game.actions().length);
        }
        output.writeLong(checkpoint.evaluatedAt());
        output.writeBoolean(checkpoint.best().isPresent());
        checkpoint.best().ifPresent(best -> {
            output.writeLong(best.decisions());
            output.writeInt(best.episodes());
            output.writeDouble(best.mean());
            output.writeDouble(best.standardError());
        });
    }

    @Override
    public Checkpoint read(Kryo kryo, Input input, Class<? extends Checkpoint> type) {
        String game = readText(input);
        Map<String, String> gameSettings = readSettings(input);
        Map<String, String> settings = readSettings(input);
        LearnerConfig learner = LearnerSettings.read(version < GAMES ? LearnerSettings.completed(settings) : settings);
        NetworkSpec spec =
                learner.network().spec(input.readInt(), input.readInt(), version < GAMES ? 0 : input.readInt());
        List<float[]> parameters = readArrays(input);
        checkCount(parameters, spec);
        long seed = input.readLong();
        long updates = readCounter(input, "updates");
        long episodes = readCounter(input, "episodes");
        long decisions = readCounter(input, "decisions");
        int scoreCount = readCount(input, "scores", Double.BYTES);
        List<Double> scores = new ArrayList<>(scoreCount);
        for (int i = 0; i < scoreCount; i++) {
            scores.add(input.readDouble());
        }
        if (version < GAMES) {
            // The best mean of a hundred training episodes, which nothing depends on any more.
            input.readDouble();
        }
        long optimizerSteps = readCounter(input, "optimiser steps");
        List<float[]> optimizerMemory = readArrays(input);
        Map<Integer, Trajectory> batch = readBatch(input, spec, learner.batchEpisodes());
        List<GameProgress> games = version < GAMES ? List.of() : readGames(input, spec);
        checkExperience(learner, batch, games);
        long evaluatedAt = version < GAMES ? 0 : readCounter(input, "decisions");
        Optional<HeldOutScore> best = version >= GAMES && input.readBoolean()
                ? Optional.of(new HeldOutScore(
                        readCounter(input, "decisions"), input.readInt(), input.readDouble(), input.readDouble()))
                : Optional.empty();
        Checkpoint checkpoint = new Checkpoint(
                game,
                gameSettings,
                learner,
                seed,
                spec,
                new TrainerState(
                        updates,
                        episodes,
                        decisions,
                        scores,
                        parameters,
                        optimizerSteps,
                        optimizerMemory,
                        batch,
                        games),
                best,
                evaluatedAt);
        checkShapes(checkpoint);
        return checkpoint;
    }

    /** What the counts of the single fields cannot tell: that network, optimiser and configuration fit each other. */
    private static void checkShapes(Checkpoint checkpoint) {
        PolicyNetwork network = checkpoint.network();
        if (!network.isFinite()) {
            throw new MalformedCheckpoint("a parameter that is not a finite number");
        }
        checkpoint
                .learner()
                .optimizer()
                .create(network)
                .restore(checkpoint.state().optimizerSteps(), checkpoint.state().optimizerMemory());
    }

    /** That there is what this way to learn goes on from, and nothing else. */
    private static void checkExperience(
            LearnerConfig learner, Map<Integer, Trajectory> batch, List<GameProgress> games) {
        boolean actorCritic = learner.algorithm() == LearnerConfig.Algorithm.ACTOR_CRITIC;
        int expected = actorCritic ? learner.actorCritic().games() : 0;
        if (games.size() != expected) {
            throw new MalformedCheckpoint(games.size() + " games, expected " + expected);
        }
        if (actorCritic && !batch.isEmpty()) {
            throw new MalformedCheckpoint(batch.size() + " whole episodes of an actor-critic, expected none");
        }
    }

    /** That a large network has a large file, before anything is made in the network's size. */
    private static void checkCount(List<float[]> parameters, NetworkSpec spec) {
        long found = parameters.stream().mapToLong(array -> array.length).sum();
        if (found != spec.parameters()) {
            throw new MalformedCheckpoint(found + " parameters, expected " + spec.parameters() + " for " + spec);
        }
    }

    private static void writeBatch(Output output, Map<Integer, Trajectory> batch, int inputs) {
        SparseVector row = new SparseVector(inputs);
        output.writeInt(batch.size());
        new TreeMap<>(batch).forEach((episode, trajectory) -> {
            output.writeInt(episode);
            output.writeInt(trajectory.length());
            for (int t = 0; t < trajectory.length(); t++) {
                output.writeInt(trajectory.action(t));
                output.writeFloat(trajectory.reward(t));
                output.writeBoolean(trajectory.cut(t));
                trajectory.observations().get(t, row);
                output.writeInt(row.count());
                for (int k = 0; k < row.count(); k++) {
                    output.writeInt(row.index(k));
                    output.writeFloat(row.value(k));
                }
            }
        });
    }

    private static Map<Integer, Trajectory> readBatch(Input input, NetworkSpec spec, int batchEpisodes) {
        SparseVector row = new SparseVector(spec.inputs());
        int count = readCount(input, "episodes", 2 * Integer.BYTES);
        Map<Integer, Trajectory> batch = new TreeMap<>();
        Trajectory scratch = new Trajectory();
        for (int i = 0; i < count; i++) {
            int episode = input.readInt();
            if (episode < 0 || episode >= batchEpisodes || batch.containsKey(episode)) {
                throw new MalformedCheckpoint(
                        "episode " + episode + " of a batch, expected each of 0 to " + (batchEpisodes - 1) + " once");
            }
            readTrajectory(input, spec, row, scratch);
            batch.put(episode, scratch.copy());
        }
        return batch;
    }

    private static void readTrajectory(Input input, NetworkSpec spec, SparseVector row, Trajectory into) {
        into.clear();
        int length = readCount(input, "decisions", 3 * Integer.BYTES + 1);
        for (int t = 0; t < length; t++) {
            int action = input.readInt();
            checkAction(action, spec);
            float reward = input.readFloat();
            if (!Float.isFinite(reward)) {
                throw new MalformedCheckpoint("reward " + reward + ", expected a finite number");
            }
            boolean cut = input.readBoolean();
            row.clear();
            int nonZeros = readCount(input, "non-zeros", 2 * Integer.BYTES);
            for (int k = 0; k < nonZeros; k++) {
                row.add(input.readInt(), input.readFloat());
            }
            into.add(row, action, reward, cut);
        }
    }

    private static List<GameProgress> readGames(Input input, NetworkSpec spec) {
        int count = readCount(input, "games", Long.BYTES + Integer.BYTES);
        List<GameProgress> games = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long episode = readCounter(input, "episodes");
            int[] actions = input.readInts(readCount(input, "actions", Integer.BYTES));
            for (int action : actions) {
                checkAction(action, spec);
            }
            games.add(new GameProgress(episode, actions));
        }
        return games;
    }

    private static void checkAction(int action, NetworkSpec spec) {
        if (action < 0 || action >= spec.actions()) {
            throw new MalformedCheckpoint("action " + action + ", expected 0 to " + (spec.actions() - 1));
        }
    }

    private static void writeArrays(Output output, List<float[]> arrays) {
        output.writeInt(arrays.size());
        for (float[] array : arrays) {
            output.writeInt(array.length);
            output.writeFloats(array, 0, array.length);
        }
    }

    private static List<float[]> readArrays(Input input) {
        int count = readCount(input, "arrays", Integer.BYTES);
        if (count > MAX_ARRAYS) {
            throw new MalformedCheckpoint(count + " arrays, expected at most " + MAX_ARRAYS);
        }
        List<float[]> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrays.add(input.readFloats(readCount(input, "numbers", Float.BYTES)));
        }
        return arrays;
    }

    private static void writeSettings(Output output, Map<String, String> settings) {
        output.writeInt(settings.size());
        new TreeMap<>(settings).forEach((name, value) -> {
            writeText(output, name);
            writeText(output, value);
        });
    }

    private static Map<String, String> readSettings(Input input) {
        int count = readCount(input, "settings", 2 * Integer.BYTES);
        if (count > MAX_SETTINGS) {
            throw new MalformedCheckpoint(count + " settings, expected at most " + MAX_SETTINGS);
        }
        Map<String, String> settings = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            settings.put(readText(input), readText(input));
        }
        return settings;
    }

    private static void writeText(Output output, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "a text may have at most " + MAX_TEXT + " bytes, but has " + bytes.length);
        }
        output.writeInt(bytes.length);
        output.writeBytes(bytes);
    }

    private static String readText(Input input) {
        int length = readCount(input, "characters", 1);
        if (length > MAX_TEXT) {
            throw new MalformedCheckpoint("a text of " + length + " bytes, expected at most " + MAX_TEXT);
        }
        return new String(input.readBytes(length), StandardCharsets.UTF_8);
    }

    private static long readCounter(Input input, String what) {
        long counter = input.readLong();
        if (counter < 0) {
            throw new MalformedCheckpoint(counter + " " + what + ", expected 0 or more");
        }
        return counter;
    }

    /** A count of things that take so many bytes each at least: it must fit into what is left. */
    private static int readCount(Input input, String what, int bytesEach) {
        int count = input.readInt();
        int left = input.limit() - input.position();
        if (count < 0 || (long) count * bytesEach > left) {
            throw new MalformedCheckpoint(
                    count + " " + what + " of " + bytesEach + " bytes or more, but only " + left + " bytes are left");
        }
        return count;
    }
}
