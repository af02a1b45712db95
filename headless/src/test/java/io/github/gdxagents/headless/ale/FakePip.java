package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A program that stands for pip in tests, run in a process of its own. Arguments: a file to write the calls to, what it
 * does when asked for this machine's package, what it does when asked for another machine's, and then pip's own
 * arguments.
 *
 * <p>What it does is the path of a wheel to "download", or one of the words below.
 */
public final class FakePip {

    static final String NO_MODULE = "no-module";
    static final String NO_VERSION = "no-version";
    static final String NO_NETWORK = "no-network";
    static final String NOTHING = "nothing";
    static final String HANG = "hang";

    private FakePip() {}

    /** The command that runs it. */
    static List<String> command(Path calls, String own, String another) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakePip.class.getName(),
                calls.toString(),
                own,
                another);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> arguments = List.of(args).subList(3, args.length);
        Files.writeString(
                Path.of(args[0]),
                String.join(" ", arguments) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        String behaviour = arguments.contains("--platform") ? args[2] : args[1];
        if (behaviour.equals(NO_MODULE)) {
            fail("/usr/bin/python3: No module named pip");
        }
        if (arguments.equals(List.of("--version"))) {
            System.out.println("pip 99");
            return;
        }
        switch (behaviour) {
            case NO_VERSION ->
                fail("WARNING: something else\n\u001b[31mERROR: No version of ale-py fits\u001b[0m\nERROR: two");
            case NO_NETWORK -> fail("WARNING: Retrying after connection broken by 'Unreachable'\nERROR: No version");
            case HANG -> Thread.sleep(60_000);
            case NOTHING -> System.out.println("done");
            default -> {
                Path destination = Path.of(arguments.get(arguments.indexOf("--dest") + 1));
                Path wheel = destination.resolve("ale_py-9.9-py3-none-any.whl");
                Files.copy(Path.of(behaviour), wheel, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
