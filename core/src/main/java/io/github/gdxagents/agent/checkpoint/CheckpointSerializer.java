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
import io.github.gdxagents.agent.network.Moments;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ImageSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.agent.space.ValueRange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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

    /** The first version that knows more than features and one choice at a time: named entries, images, branches, masks, values. */
    private static final int SPACES = 3;

    private static final int MAX_TEXT = 4096;
    private static final int MAX_SETTINGS = 256;

    /** Weights and biases of nine layers, of policy and critic, for each of Adam's two memories, and its step counts. */
    private static final int MAX_ARRAYS = 73;

    /** Training remembers the scores of so many episodes. */
    private static final int MAX_SCORES = 100;

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
        writeObservations(output, checkpoint.observations());
        output.writeInt(checkpoint.spec().normalised());
        writeActions(output, checkpoint.spec().actions());
        output.writeInt(checkpoint.spec().events());
        TrainerState state = checkpoint.state();
        writeArrays(output, state.parameters());
        writeDoubles(output, state.inputMoments());
        output.writeLong(checkpoint.seed());
        output.writeLong(state.updates());
        output.writeLong(state.episodes());
        output.writeLong(state.decisions());
        writeDoubles(output, state.recentScores());
        output.writeLong(state.optimizerSteps());
        writeArrays(output, state.optimizerMemory());
        writeBatch(output, state.partialBatch(), checkpoint.spec());
        output.writeInt(state.games().size());
        for (GameProgress game : state.games()) {
            output.writeLong(game.episode());
            output.writeInt(game.choices().length);
            output.writeInts(game.choices(), 0, game.choices().length);
            output.writeInt(game.values().length);
            output.writeFloats(game.values(), 0, game.values().length);
        }
        writeDoubles(output, state.returnMoments());
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
        LearnerConfig learner = LearnerSettings.read(version < SPACES ? LearnerSettings.completed(settings) : settings);
        ObservationSpec observations =
                version < SPACES ? ObservationSpec.features(input.readInt()) : readObservations(input);
        int normalised = version < SPACES ? 0 : input.readInt();
        ActionSpec actions = version < SPACES ? ActionSpec.discrete(input.readInt()) : readActions(input);
        int events = version < GAMES ? 0 : input.readInt();
        NetworkSpec spec = learner.network().spec(observations.inputs(), normalised, actions, events);
        List<float[]> parameters = readArrays(input);
        checkCount(parameters, spec);
        List<Double> inputMoments = version < SPACES ? List.of() : readDoubles(input, Integer.MAX_VALUE);
        long seed = input.readLong();
        long updates = readCounter(input, "updates");
        long episodes = readCounter(input, "episodes");
        long decisions = readCounter(input, "decisions");
        List<Double> scores = readDoubles(input, MAX_SCORES);
        if (version < GAMES) {
            // The best mean of a hundred training episodes, which nothing depends on any more.
            input.readDouble();
        }
        long optimizerSteps = readCounter(input, "optimiser steps");
        List<float[]> optimizerMemory = readArrays(input);
        Map<Integer, Trajectory> batch = readBatch(input, spec, learner.batchEpisodes());
        List<GameProgress> games = version < GAMES ? List.of() : readGames(input, spec);
        List<Double> returnMoments = version < SPACES ? List.of() : readDoubles(input, Integer.MAX_VALUE);
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
                        games,
                        inputMoments,
                        returnMoments),
                best,
                evaluatedAt,
                observations);
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
        new Moments(1).set(checkpoint.state().returnMoments());
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

    private static void writeObservations(Output output, ObservationSpec observations) {
        output.writeInt(observations.entries().size());
        observations.entries().forEach(entry -> writeText(output, entry));
        output.writeInt(observations.images().size());
        for (ImageSpec image : observations.images()) {
            writeText(output, image.name());
            output.writeInt(image.width());
            output.writeInt(image.height());
        }
        output.writeInt(observations.features());
        output.writeInt(observations.stack());
        output.writeBoolean(observations.normalised());
    }

    private static ObservationSpec readObservations(Input input) {
        int entryCount = readCount(input, "entries", Integer.BYTES, ObservationSpec.MAX_ENTRIES);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < entryCount; i++) {
            entries.add(readText(input));
        }
        int imageCount = readCount(input, "images", 3 * Integer.BYTES, ObservationSpec.MAX_IMAGES);
        List<ImageSpec> images = new ArrayList<>();
        for (int i = 0; i < imageCount; i++) {
            images.add(new ImageSpec(readText(input), input.readInt(), input.readInt()));
        }
        return new ObservationSpec(entries, images, input.readInt(), input.readInt(), input.readBoolean());
    }

    private static void writeActions(Output output, ActionSpec actions) {
        output.writeInt(actions.branches().size());
        actions.branches().forEach(output::writeInt);
        output.writeInt(actions.ranges().size());
        for (ValueRange range : actions.ranges()) {
            output.writeFloat(range.low());
            output.writeFloat(range.high());
        }
    }

    private static ActionSpec readActions(Input input) {
        int branchCount = readCount(input, "branches", Integer.BYTES, ActionSpec.MAX_PARTS);
        List<Integer> branches = new ArrayList<>();
        for (int i = 0; i < branchCount; i++) {
            branches.add(input.readInt());
        }
        int rangeCount = readCount(input, "ranges", 2 * Float.BYTES, ActionSpec.MAX_PARTS);
        List<ValueRange> ranges = new ArrayList<>();
        for (int i = 0; i < rangeCount; i++) {
            ranges.add(new ValueRange(input.readFloat(), input.readFloat()));
        }
        return new ActionSpec(branches, ranges);
    }

    private static void writeBatch(Output output, Map<Integer, Trajectory> batch, NetworkSpec spec) {
        SparseVector row = new SparseVector(spec.inputs());
        Action action = new Action(spec.actions());
        ActionMask mask = new ActionMask(spec.actions());
        output.writeInt(batch.size());
        new TreeMap<>(batch).forEach((episode, trajectory) -> {
            output.writeInt(episode);
            output.writeInt(trajectory.length());
            output.writeBoolean(trajectory.masked());
            for (int t = 0; t < trajectory.length(); t++) {
                trajectory.action(t, action);
                for (int branch = 0; branch < spec.actions().branches().size(); branch++) {
                    output.writeInt(action.choice(branch));
                }
                for (int i = 0; i < spec.actions().ranges().size(); i++) {
                    output.writeFloat(action.unsquashed(i));
                }
                if (trajectory.masked()) {
                    trajectory.mask(t, mask);
                    output.writeLongs(mask.words(), 0, mask.words().length);
                }
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

    private Map<Integer, Trajectory> readBatch(Input input, NetworkSpec spec, int batchEpisodes) {
        int count = readCount(input, "episodes", 2 * Integer.BYTES);
        Map<Integer, Trajectory> batch = new TreeMap<>();
        Scratch scratch = new Scratch(
                new Trajectory(spec.actions()),
                new SparseVector(spec.inputs()),
                new Action(spec.actions()),
                new ActionMask(spec.actions()));
        for (int i = 0; i < count; i++) {
            int episode = input.readInt();
            if (episode < 0 || episode >= batchEpisodes || batch.containsKey(episode)) {
                throw new MalformedCheckpoint(
                        "episode " + episode + " of a batch, expected each of 0 to " + (batchEpisodes - 1) + " once");
            }
            readTrajectory(input, spec.actions(), scratch);
            batch.put(episode, scratch.trajectory().copy());
        }
        return batch;
    }

    /** Buffers for all the trajectories of a file. */
    private record Scratch(Trajectory trajectory, SparseVector row, Action action, ActionMask mask) {}

    private void readTrajectory(Input input, ActionSpec spec, Scratch scratch) {
        Trajectory into = scratch.trajectory();
        SparseVector row = scratch.row();
        Action action = scratch.action();
        ActionMask mask = scratch.mask();
        into.clear();
        mask.allowAll();
        int branches = spec.branches().size();
        int ranges = spec.ranges().size();
        int length = readCount(input, "decisions", (branches + ranges + 2) * Integer.BYTES + 1);
        if (length == 0) {
            throw new MalformedCheckpoint("a finished episode of 0 decisions, expected 1 or more");
        }
        boolean masked = version >= SPACES && input.readBoolean();
        for (int t = 0; t < length; t++) {
            for (int branch = 0; branch < branches; branch++) {
                action.choose(branch, input.readInt());
            }
            for (int i = 0; i < ranges; i++) {
                action.setUnsquashed(i, input.readFloat());
            }
            if (masked) {
                mask.set(input.readLongs(mask.words().length), 0);
                checkMask(mask, action);
            }
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
            into.add(row, mask, action, reward, cut);
        }
    }

    /** That an action was allowed when it was taken. */
    private static void checkMask(ActionMask mask, Action action) {
        for (int branch = 0; branch < action.spec().branches().size(); branch++) {
            if (!mask.isAllowed(branch, action.choice(branch))) {
                throw new MalformedCheckpoint("choice " + action.choice(branch) + " of branch " + branch
                        + ", which its mask forbids, expected an allowed one");
            }
        }
    }

    private List<GameProgress> readGames(Input input, NetworkSpec spec) {
        int count = readCount(input, "games", Long.BYTES + Integer.BYTES);
        List<GameProgress> games = new ArrayList<>();
        Action action = new Action(spec.actions());
        for (int i = 0; i < count; i++) {
            long episode = readCounter(input, "episodes");
            int[] choices = input.readInts(readCount(input, "choices", Integer.BYTES));
            float[] values =
                    version < SPACES ? new float[0] : input.readFloats(readCount(input, "values", Float.BYTES));
            GameProgress game = new GameProgress(episode, choices, values);
            int decisions = game.decisions(spec.actions());
            for (int decision = 0; decision < decisions; decision++) {
                // Refuses what cannot be done.
                game.action(decision, action);
            }
            games.add(game);
        }
        return games;
    }

    private static void writeDoubles(Output output, List<Double> numbers) {
        output.writeInt(numbers.size());
        numbers.forEach(output::writeDouble);
    }

    private static List<Double> readDoubles(Input input, int most) {
        int count = readCount(input, "numbers", Double.BYTES, most);
        List<Double> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(input.readDouble());
        }
        return numbers;
    }

    private static void writeArrays(Output output, List<float[]> arrays) {
        output.writeInt(arrays.size());
        for (float[] array : arrays) {
            output.writeInt(array.length);
            output.writeFloats(array, 0, array.length);
        }
    }

    private static List<float[]> readArrays(Input input) {
        int count = readCount(input, "arrays", Integer.BYTES, MAX_ARRAYS);
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
        int count = readCount(input, "settings", 2 * Integer.BYTES, MAX_SETTINGS);
        Map<String, String> settings = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String name = readText(input);
            if (settings.put(name, readText(input)) != null) {
                throw new MalformedCheckpoint("the setting '" + name + "' twice, expected it once");
            }
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
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(input.readBytes(length)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedCheckpoint("a text that is no UTF-8", e);
        }
    }

    private static long readCounter(Input input, String what) {
        long counter = input.readLong();
        if (counter < 0) {
            throw new MalformedCheckpoint(counter + " " + what + ", expected 0 or more");
        }
        return counter;
    }

    /** A count of things of which there are so many at most. */
    private static int readCount(Input input, String what, int bytesEach, int most) {
        int count = readCount(input, what, bytesEach);
        if (count > most) {
            throw new MalformedCheckpoint(count + " " + what + ", expected at most " + most);
        }
        return count;
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
