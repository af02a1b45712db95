package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes in memory; where none can be mounted (not root, not Linux), the test that wants one skips itself. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assumeTrue(
                Files.isExecutable(Path.of("/bin/mount"))
                        && command("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
                                == 0,
                "no disk can be mounted here");
        return new SmallDisk(folder);
    }

    /** Whether nothing can be written any more, or everything again. */
    void setReadOnly(boolean readOnly) throws IOException, InterruptedException {
        assertEquals(0, command("mount", "-o", "remount," + (readOnly ? "ro" : "rw"), folder.toString()));
    }

    /** Puts something else on the disk. */
    void fill(String name, int bytes) throws IOException {
        Files.write(folder.resolve(name), new byte[bytes]);
    }

    /** Bytes that are left. */
    long left() throws IOException {
        FileStore store = Files.getFileStore(folder);
        return store.getUsableSpace();
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Takes the disk away; nothing may be open on it. */
    @Override
    public void close() throws IOException {
        try {
            assertEquals(0, command("umount", folder.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
