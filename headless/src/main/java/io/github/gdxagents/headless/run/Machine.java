package io.github.gdxagents.headless.run;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run's life ran on. None of it has an effect on the result.
 *
 * @param java version of Java
 * @param vm name and version of the virtual machine
 * @param os name and version of the operating system
 * @param architecture of the processors
 * @param processors that Java may use, 1 or more; 0: not known
 * @param memory bytes that the machine, or the container, has; 0: not known
 * @param heap bytes that Java's heap may grow to; 0: not known
 * @param host what the machine is called, if that could be known without asking the network
 */
public record Machine(
        String java,
        String vm,
        String os,
        String architecture,
        int processors,
        long memory,
        long heap,
        Optional<String> host) {

    private static final Path HOST_NAME = Path.of("/etc/hostname");
    private static final int LONGEST_NAME = 255;

    /** The machine that this program runs on. */
    static Machine here() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        return new Machine(
                property("java.version"),
                property("java.vm.name") + " " + property("java.vm.version"),
                property("os.name") + " " + property("os.version"),
                property("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                memory,
                Runtime.getRuntime().maxMemory(),
                hostName());
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** Java's own way may ask a name server and wait for seconds. */
    private static Optional<String> hostName() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .or(Machine::hostNameFile)
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    private static Optional<String> hostNameFile() {
        if (!Files.isRegularFile(HOST_NAME)) {
            return Optional.empty();
        }
        try (InputStream input = Files.newInputStream(HOST_NAME)) {
            return Optional.of(new String(input.readNBytes(LONGEST_NAME), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
