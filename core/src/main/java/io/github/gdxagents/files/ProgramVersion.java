package io.github.gdxagents.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Which code a program is, from the manifest of its runnable jar. Stateless. */
public final class ProgramVersion {

    private static final String UNPACKED = "gdx-agents, run from unpacked classes";

    private ProgramVersion() {}

    /**
     * Name, version and commit in one line.
     *
     * @param program a class of the program's own jar
     * @return for example {@code gdx-agents 0.1.0, commit 1a2b3c4}
     */
    public static String describe(Class<?> program) {
        try (@Nullable InputStream stream = program.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            if (stream == null) {
                return UNPACKED;
            }
            Manifest manifest = new Manifest(stream);
            @Nullable String commit = manifest.getMainAttributes().getValue("Implementation-Commit");
            @Nullable String version = manifest.getMainAttributes().getValue("Implementation-Version");
            return commit == null ? UNPACKED : "gdx-agents " + version + ", commit " + commit;
        } catch (IOException e) {
            return UNPACKED;
        }
    }
}
