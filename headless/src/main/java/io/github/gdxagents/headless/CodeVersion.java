package io.github.gdxagents.headless;

import io.github.gdxagents.files.ProgramVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class CodeVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {describe()};
    }

    /** What the runnable jar's code has beyond its commit, as {@code git diff} tells it; nothing if that is nothing, or not known. */
    static Optional<byte[]> uncommitted() {
        try (@Nullable InputStream patch = CodeVersion.class.getResourceAsStream("uncommitted.patch")) {
            return Optional.ofNullable(patch == null ? null : patch.readAllBytes())
                    .filter(bytes -> bytes.length > 0);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the program's own jar: " + e.getMessage(), e);
        }
    }

    /** Name, version and commit in one line. */
    static String describe() {
        return ProgramVersion.describe(CodeVersion.class);
    }
}
