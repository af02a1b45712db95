package io.github.gdxagents.agent.policy;

import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.files.FilesOfOthers;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Policies as files of a file system. Games read theirs through libGDX's asset manager (the package {@code agent.gdx}) or give the bytes
 * to {@link PolicyCodec}; this is for programs. On Android it needs API level 26, where {@code java.nio.file} begins. Stateless.
 */
public final class PolicyFiles {

    /** What the names of policies end with. */
    public static final String SUFFIX = ".policy";

    private PolicyFiles() {}

    /**
     * Writes a policy: to a temporary file beside it, forced to disk, then renamed. At no moment is there half a file under the name.
     *
     * @param policy what to write
     * @param precision how exactly each weight is kept
     * @param file where to; replaced if it is there
     * @throws IllegalArgumentException if a weight is beyond what the precision can hold
     * @throws UncheckedIOException if the disk does not take it; the file is as it was before
     */
    public static void write(Policy policy, WeightPrecision precision, Path file) {
        AtomicFiles.write(PolicyCodec.encode(policy, precision), file);
    }

    /**
     * Reads a policy, in the memory that {@link PolicyCodec} says.
     *
     * @param file where it is; only a regular file is opened
     * @return what was written
     * @throws PolicyException if there is no such file, it cannot be read, or it is not a policy that can be used
     */
    public static Policy read(Path file) {
        return PolicyCodec.decode(bytes(file), file.toString());
    }

    /**
     * How a file keeps its weights.
     *
     * @param file where it is
     * @return float or half
     * @throws PolicyException if there is no such file, it cannot be read, or it is not a policy that can be used
     */
    public static WeightPrecision precision(Path file) {
        return PolicyCodec.precision(bytes(file), file.toString());
    }

    /**
     * Whether a file is meant to be a policy; it may still be damaged.
     *
     * @param file need not exist
     * @return whether it can be read and begins as all policies do
     */
    public static boolean isPolicy(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (DataInputStream input = new DataInputStream(Files.newInputStream(file))) {
            byte[] start = new byte[PolicyCodec.HEADER];
            input.readFully(start);
            return PolicyCodec.isPolicy(start);
        } catch (IOException e) {
            // Also if it is shorter. Whoever reads it as something else will say what is wrong.
            return false;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return FilesOfOthers.read(file, "policy", PolicyCodec.MAX_BYTES);
        } catch (IOException e) {
            throw new PolicyException(String.valueOf(e.getMessage()), e);
        }
    }
}
