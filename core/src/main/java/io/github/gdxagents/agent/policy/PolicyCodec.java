package io.github.gdxagents.agent.policy;

import io.github.gdxagents.agent.network.ActingNetwork;
import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ImageSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Policies as bytes: a header, then the payload, field by field. All numbers are big-endian; a text is its length in bytes (an int) and
 * its UTF-8; a list is its length (an int) and its entries.
 *
 * <pre>{@code
 *  0  8 bytes  magic, the ASCII letters GDXPOLCY
 *  8  int      format version
 * 12  long     length of the payload
 * 20  int      CRC-32 of the payload
 * 24           payload:
 *      byte    how each weight is kept: 4, a float; 2, a half
 *      text    the game; then a list of its settings, each a name and a value, sorted by name
 *      list    names of the observation's entries; then a list of its images, each a name, an int of columns and one of rows
 *      int     length of the features; int: stack; byte: 1 if entries are normalised
 *      list    the action's branches, each an int of choices; then a list of its ranges, each two floats
 *      list    units of each hidden layer, ints; byte: activation; byte: 1 with biases; byte: kind of output; byte: critic
 *      int     outputs without weights (see ActingNetwork)
 *      byte    1 if there is a score; then an int of episodes, a double for the mean and one for its error
 *      list    the normaliser's numbers, doubles (see Moments.toList)
 *      list    all weights in the order of ParameterLayout, without those of the outputs without weights
 * }</pre>
 *
 * <p>The payload is read only after its length and checksum are right, and even then every count in it is held against the bytes
 * that are left before memory is taken for it: reading takes at most 40 times the file's size (a half of two bytes may be a line of memory
 * of its own) and 1 MB, all that is thrown away again included. Stateless.
 */
public final class PolicyCodec {

    /** The format that is written. Older formats stay readable. */
    public static final int VERSION = 1;

    /** The longest text, in bytes. */
    static final int MAX_TEXT = 4096;

    /** Length of the header, in bytes. */
    static final int HEADER = 24;

    /** The largest file that is read: the largest network takes 128 MB. */
    static final int MAX_BYTES = 256 << 20;

    private static final byte[] MAGIC = {'G', 'D', 'X', 'P', 'O', 'L', 'C', 'Y'};

    private static final int MAX_SETTINGS = 256;

    /** As many as a network may have. */
    private static final int MAX_HIDDEN = 8;

    private PolicyCodec() {}

    /**
     * Writes a policy.
     *
     * @param policy what to write
     * @param precision how exactly each weight is kept
     * @return header and payload; the same policy always gives the same bytes
     * @throws IllegalArgumentException if a weight is beyond what the precision can hold, or a text is too long
     */
    public static byte[] encode(Policy policy, WeightPrecision precision) {
        NetworkSpec spec = policy.network().spec();
        PolicyOutput output = new PolicyOutput((int) (4096 + spec.parameters() * precision.bytes()));
        output.write(new byte[HEADER]);
        output.writeByte(precision.bytes());
        output.writeText(policy.game());
        writeSettings(output, policy.settings());
        writeObservations(output, policy.observations());
        writeActions(output, policy.actions());
        writeShape(output, spec);
        output.writeBoolean(policy.score().isPresent());
        if (policy.score().isPresent()) {
            PolicyScore score = policy.score().get();
            output.writeInt(score.episodes());
            output.writeDouble(score.mean());
            output.writeDouble(score.standardError());
        }
        List<Double> moments = policy.network().normaliser().toList();
        output.writeInt(moments.size());
        for (double number : moments) {
            output.writeDouble(number);
        }
        writeWeights(output, ActingNetwork.weights(policy.network()), precision);
        byte[] bytes = output.toBytes();
        ByteBuffer.wrap(bytes)
                .put(MAGIC)
                .putInt(VERSION)
                .putLong(bytes.length - HEADER)
                .putInt(checksum(bytes));
        return bytes;
    }

    /**
     * Reads a policy.
     *
     * @param bytes all bytes of a file
     * @param name of the file, for errors
     * @return what was written
     * @throws PolicyException if this is not a whole, undamaged policy of a version that is known
     */
    public static Policy decode(byte[] bytes, String name) {
        requireSound(bytes, name);
        PolicyInput input = new PolicyInput(bytes, HEADER, name);
        try {
            Policy policy = read(input);
            if (input.left() > 0) {
                throw input.malformed(input.left() + " bytes after the end of the policy, expected none");
            }
            return policy;
        } catch (IllegalArgumentException e) {
            PolicyException malformed = input.malformed("what cannot be: " + e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
    }

    /**
     * Reads a policy.
     *
     * @param input a whole file, for example a resource of the game's jar; read to its end, not closed
     * @param name of the file, for errors
     * @return what was written
     * @throws PolicyException if this is not a whole, undamaged policy of a version that is known
     * @throws IOException if it cannot be read
     */
    public static Policy decode(InputStream input, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 14];
        for (int count = input.read(part); count >= 0; count = input.read(part)) {
            if (bytes.size() + count > MAX_BYTES) {
                throw new PolicyException(name + " is too large for a policy: found more than " + MAX_BYTES
                        + " bytes, expected at most as many");
            }
            bytes.write(part, 0, count);
        }
        return decode(bytes.toByteArray(), name);
    }

    /**
     * How a file keeps its weights.
     *
     * @param bytes all bytes of a file
     * @param name of the file, for errors
     * @return float or half
     * @throws PolicyException if this is not a whole, undamaged policy of a version that is known
     */
    public static WeightPrecision precision(byte[] bytes, String name) {
        requireSound(bytes, name);
        return readPrecision(new PolicyInput(bytes, HEADER, name));
    }

    /**
     * Whether a file is meant to be a policy; it may still be damaged.
     *
     * @param start the first 8 bytes of a file, or more
     * @return whether they are those that all policies begin with
     */
    public static boolean isPolicy(byte[] start) {
        if (start.length < MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (start[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static void requireSound(byte[] bytes, String name) {
        if (bytes.length < HEADER) {
            throw new PolicyException(name + " is cut short or not a policy: found " + bytes.length
                    + " bytes, expected at least " + HEADER);
        }
        if (!isPolicy(bytes)) {
            throw new PolicyException(name + " is not a policy: it begins with " + hex(bytes) + ", expected "
                    + hex(MAGIC) + " (GDXPOLCY)");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, MAGIC.length, HEADER - MAGIC.length);
        int version = header.getInt();
        if (version < 1 || version > VERSION) {
            throw new PolicyException(name + " has format version " + version + ", expected " + VERSION
                    + (version > VERSION ? "; it was written by a newer version of this library" : ""));
        }
        long length = header.getLong();
        if (length != bytes.length - HEADER) {
            throw new PolicyException(name + " is cut short or damaged: its header promises " + length
                    + " bytes of payload, found " + (bytes.length - HEADER));
        }
        int expected = header.getInt();
        int found = checksum(bytes);
        if (found != expected) {
            throw new PolicyException(name + " is damaged: found checksum " + Integer.toHexString(found) + ", expected "
                    + Integer.toHexString(expected));
        }
    }

    private static Policy read(PolicyInput input) {
        WeightPrecision precision = readPrecision(input);
        String game = input.readText();
        Map<String, String> settings = readSettings(input);
        ObservationSpec observations = readObservations(input);
        NetworkSpec spec = readShape(input, observations, readActions(input));
        Optional<PolicyScore> score = input.readBoolean()
                ? Optional.of(new PolicyScore(input.readInt(), input.readDouble(), input.readDouble()))
                : Optional.empty();
        int momentCount =
                input.readCount("numbers of the normaliser", Double.BYTES, 1 + 2 * observations.normalisedInputs());
        List<Double> moments = new ArrayList<>(momentCount);
        for (int i = 0; i < momentCount; i++) {
            moments.add(input.readDouble());
        }
        List<float[]> weights = readWeights(input, ActingNetwork.lengths(spec), precision);
        return new Policy(game, settings, observations, ActingNetwork.of(spec, weights, moments), score);
    }

    private static WeightPrecision readPrecision(PolicyInput input) {
        int bytes = input.readByte();
        for (WeightPrecision precision : WeightPrecision.values()) {
            if (precision.bytes() == bytes) {
                return precision;
            }
        }
        throw input.malformed("weights of " + bytes + " bytes each, expected 4 or 2");
    }

    private static void writeSettings(PolicyOutput output, Map<String, String> settings) {
        if (settings.size() > MAX_SETTINGS) {
            throw new IllegalArgumentException(
                    "a policy may have at most " + MAX_SETTINGS + " settings, but has " + settings.size());
        }
        output.writeInt(settings.size());
        for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
            output.writeText(setting.getKey());
            output.writeText(setting.getValue());
        }
    }

    private static Map<String, String> readSettings(PolicyInput input) {
        int count = input.readCount("settings", 2 * Integer.BYTES, MAX_SETTINGS);
        Map<String, String> settings = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String key = input.readText();
            if (settings.put(key, input.readText()) != null) {
                throw input.malformed("the setting '" + key + "' twice, expected it once");
            }
        }
        return settings;
    }

    private static void writeObservations(PolicyOutput output, ObservationSpec observations) {
        output.writeInt(observations.entries().size());
        for (String entry : observations.entries()) {
            output.writeText(entry);
        }
        output.writeInt(observations.images().size());
        for (ImageSpec image : observations.images()) {
            output.writeText(image.name());
            output.writeInt(image.width());
            output.writeInt(image.height());
        }
        output.writeInt(observations.features());
        output.writeInt(observations.stack());
        output.writeBoolean(observations.normalised());
    }

    private static ObservationSpec readObservations(PolicyInput input) {
        int entryCount = input.readCount("entries", Integer.BYTES, ObservationSpec.MAX_ENTRIES);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < entryCount; i++) {
            entries.add(input.readText());
        }
        int imageCount = input.readCount("images", 3 * Integer.BYTES, ObservationSpec.MAX_IMAGES);
        List<ImageSpec> images = new ArrayList<>();
        for (int i = 0; i < imageCount; i++) {
            images.add(new ImageSpec(input.readText(), input.readInt(), input.readInt()));
        }
        return new ObservationSpec(entries, images, input.readInt(), input.readInt(), input.readBoolean());
    }

    private static void writeActions(PolicyOutput output, ActionSpec actions) {
        output.writeInt(actions.branches().size());
        for (int choices : actions.branches()) {
            output.writeInt(choices);
        }
        output.writeInt(actions.ranges().size());
        for (ValueRange range : actions.ranges()) {
            output.writeFloat(range.low());
            output.writeFloat(range.high());
        }
    }

    private static ActionSpec readActions(PolicyInput input) {
        List<Integer> branches = readInts(input, "branches", ActionSpec.MAX_PARTS);
        int rangeCount = input.readCount("ranges", 2 * Float.BYTES, ActionSpec.MAX_PARTS);
        List<ValueRange> ranges = new ArrayList<>();
        for (int i = 0; i < rangeCount; i++) {
            ranges.add(new ValueRange(input.readFloat(), input.readFloat()));
        }
        return new ActionSpec(branches, ranges);
    }

    private static List<Integer> readInts(PolicyInput input, String what, int most) {
        int count = input.readCount(what, Integer.BYTES, most);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(input.readInt());
        }
        return numbers;
    }

    private static void writeShape(PolicyOutput output, NetworkSpec spec) {
        output.writeInt(spec.hidden().size());
        for (int units : spec.hidden()) {
            output.writeInt(units);
        }
        output.writeByte(code(spec.activation()));
        output.writeBoolean(spec.biases());
        output.writeByte(code(spec.output()));
        output.writeByte(code(spec.critic()));
        output.writeInt(spec.events());
    }

    private static NetworkSpec readShape(PolicyInput input, ObservationSpec observations, ActionSpec actions) {
        List<Integer> hidden = readInts(input, "hidden layers", MAX_HIDDEN);
        Activation activation = readActivation(input);
        boolean biases = input.readBoolean();
        OutputKind kind = readOutputKind(input);
        Critic critic = readCritic(input);
        return new NetworkSpec(
                observations.inputs(),
                actions,
                hidden,
                activation,
                biases,
                kind,
                critic,
                input.readInt(),
                observations.normalisedInputs());
    }

    // The numbers stand in files: they stay as they are, also if the constants of an enum change their order.

    private static int code(Activation activation) {
        return switch (activation) {
            case RELU -> 0;
            case TANH -> 1;
        };
    }

    private static Activation readActivation(PolicyInput input) {
        int code = input.readByte();
        for (Activation activation : Activation.values()) {
            if (code(activation) == code) {
                return activation;
            }
        }
        throw input.malformed("activation " + code + ", expected 0 (relu) or 1 (tanh)");
    }

    private static int code(OutputKind kind) {
        return switch (kind) {
            case SIGMOID -> 0;
            case SOFTMAX -> 1;
        };
    }

    private static OutputKind readOutputKind(PolicyInput input) {
        int code = input.readByte();
        for (OutputKind kind : OutputKind.values()) {
            if (code(kind) == code) {
                return kind;
            }
        }
        throw input.malformed("kind of output " + code + ", expected 0 (sigmoid) or 1 (soft-max)");
    }

    private static int code(Critic critic) {
        return switch (critic) {
            case NONE -> 0;
            case SHARED -> 1;
            case SEPARATE -> 2;
        };
    }

    private static Critic readCritic(PolicyInput input) {
        int code = input.readByte();
        for (Critic critic : Critic.values()) {
            if (code(critic) == code) {
                return critic;
            }
        }
        throw input.malformed("critic " + code + ", expected 0 (none), 1 (shared) or 2 (separate)");
    }

    private static void writeWeights(PolicyOutput output, List<float[]> arrays, WeightPrecision precision) {
        int count = 0;
        for (float[] array : arrays) {
            count += array.length;
        }
        output.writeInt(count);
        for (float[] array : arrays) {
            for (float weight : array) {
                if (precision == WeightPrecision.FULL) {
                    output.writeFloat(weight);
                } else {
                    output.writeShort(half(weight));
                }
            }
        }
    }

    private static short half(float weight) {
        short half = HalfFloat.of(weight);
        if (Math.abs(HalfFloat.toFloat(half)) > HalfFloat.MAX) {
            throw new IllegalArgumentException("half precision holds weights up to " + (int) HalfFloat.MAX
                    + ", but one is " + weight + "; use float32");
        }
        return half;
    }

    private static List<float[]> readWeights(PolicyInput input, List<Integer> lengths, WeightPrecision precision) {
        long expected = 0;
        for (int length : lengths) {
            expected += length;
        }
        int count = input.readCount("weights", precision.bytes(), Integer.MAX_VALUE);
        if (count != expected) {
            throw input.malformed(count + " weights, expected " + expected + " for the network's shape");
        }
        List<float[]> arrays = new ArrayList<>();
        for (int length : lengths) {
            float[] array = new float[length];
            for (int i = 0; i < length; i++) {
                array[i] = precision == WeightPrecision.FULL ? input.readFloat() : HalfFloat.toFloat(input.readShort());
            }
            arrays.add(array);
        }
        return arrays;
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, HEADER, bytes.length - HEADER);
        return (int) crc.getValue();
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : Arrays.copyOf(bytes, MAGIC.length)) {
            text.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return text.toString();
    }
}
