package io.github.gdxagents.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Which code this is, from the manifest of the runnable jar. */
final class CodeVersion implements IVersionProvider {

    private static final String UNPACKED = "gdx-agents, run from unpacked classes";

    @Override
    public String[] getVersion() {
        return new String[] {describe()};
    }

    /** Name, version and commit in one line. */
    static String describe() {
        try (@Nullable InputStream stream = CodeVersion.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            if (stream == null) {
                return UNPACKED;
            }
            Manifest manifest = new Manifest(stream);
            String commit = manifest.getMainAttributes().getValue("Implementation-Commit");
            String version = manifest.getMainAttributes().getValue("Implementation-Version");
            return commit == null ? UNPACKED : "gdx-agents " + version + ", commit " + commit;
        } catch (IOException e) {
            return UNPACKED;
        }
    }
}
