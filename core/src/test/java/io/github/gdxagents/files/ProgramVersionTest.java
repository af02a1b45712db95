package io.github.gdxagents.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramVersionTest {

    /** Stands for a program's class. */
    static final class Program {}

    @Test
    void aRunnableJarSaysItsVersionAndCommit(@TempDir Path folder) throws Exception {
        assertEquals("gdx-agents 1.2, commit abc123", describe(folder.resolve("a.jar"), "abc123"));
    }

    @Test
    void anotherJarSaysThatItIsNone(@TempDir Path folder) throws Exception {
        assertEquals("gdx-agents, run from unpacked classes", describe(folder.resolve("b.jar"), null));
    }

    private static String describe(Path jar, String commit) throws Exception {
        String name = Program.class.getName();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Implementation-Version", "1.2");
        if (commit != null) {
            manifest.getMainAttributes().putValue("Implementation-Commit", commit);
        }
        write(jar, manifest, name.replace('.', '/') + ".class");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            return ProgramVersion.describe(loader.loadClass(name));
        }
    }

    private static void write(Path jar, Manifest manifest, String entry) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream output = new JarOutputStream(file, manifest)) {
            output.putNextEntry(new ZipEntry(entry));
            Program.class.getResourceAsStream("/" + entry).transferTo(output);
        }
    }
}
