package io.github.gdxagents.headless;

import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyFiles;
import io.github.gdxagents.agent.policy.WeightPrecision;
import io.github.gdxagents.headless.run.InputException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: a policy file, which a game ships, from a checkpoint. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        description = {
            "Writes the policy of a checkpoint as a small file for a game to ship: what it sees and does, and the weights"
                    + " that acting needs.",
            "Games load it with PolicyLoader through libGDX's AssetManager, or with PolicyCodec from bytes."
        })
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "CHECKPOINT",
            description = "a checkpoint, the folder of a run (its best checkpoint is taken), or a policy file")
    private @Nullable Path path;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE" + PolicyFiles.SUFFIX,
            description = "where to; replaced if it is there")
    private @Nullable Path out;

    @Option(
            names = "--half",
            description = "16 bits for each weight instead of 32: half the file, nearly the same decisions")
    private boolean half;

    @Option(
            names = "--without-critic",
            description = "leave out what estimates the value: the same decisions, no value to show")
    private boolean withoutCritic;

    @Override
    public Integer call() {
        Path file = Objects.requireNonNull(out, "picocli sets this field");
        if (!file.toString().endsWith(PolicyFiles.SUFFIX)) {
            throw new InputException("--out must end with " + PolicyFiles.SUFFIX + ", but was " + file);
        }
        if (!Files.isDirectory(file.toAbsolutePath().resolveSibling(""))) {
            throw new InputException(file + " cannot be written: its folder does not exist");
        }
        Policy policy = TrainedPolicy.read(Objects.requireNonNull(path, "picocli sets this field"))
                .policy();
        try {
            PolicyFiles.write(
                    withoutCritic ? policy.withoutCritic() : policy,
                    half ? WeightPrecision.HALF : WeightPrecision.FULL,
                    file);
        } catch (IllegalArgumentException e) {
            throw new InputException(path + " cannot be written as a policy: " + e.getMessage(), e);
        }
        PrintWriter screen = Objects.requireNonNull(spec, "picocli sets this field")
                .commandLine()
                .getOut();
        PolicyDescription.of(file).print(screen);
        screen.flush();
        return 0;
    }
}
