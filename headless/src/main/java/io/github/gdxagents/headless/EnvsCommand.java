package io.github.gdxagents.headless;

import io.github.gdxagents.agent.learn.EnvironmentException;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.headless.run.FoundGames;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.Spaces;
import io.github.gdxagents.headless.run.StepWatch;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code envs}: what {@code --env} can name. */
@Command(
        name = "envs",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        description = {
            "Lists the games that --env can name: the built-in ones, and those on the class path with what an agent sees and may do.",
            "A game's jar names its io.github.gdxagents.agent.learn.EnvironmentProvider in a file of this name in META-INF/services:"
                    + " java -cp game.jar:gdx-agents-headless.jar io.github.gdxagents.headless.HeadlessLauncher envs"
        })
public final class EnvsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final StepTimeout stepTimeout = new StepTimeout();

    /** A command. */
    EnvsCommand() {}

    @Override
    public Integer call() {
        stepTimeout.check();
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets this field")
                .commandLine()
                .getOut();
        for (Game game : Game.values()) {
            out.printf("%-20s %s%n", game.label(), game.title());
        }
        FoundGames found = FoundGames.here();
        boolean fine = found.complaints().isEmpty();
        for (var game : found.games().entrySet()) {
            fine &= tell(game.getKey(), game.getValue(), out);
        }
        found.replaced().forEach(sentence -> out.println("note: " + sentence));
        found.complaints().forEach(complaint -> out.println("unusable: " + complaint));
        out.flush();
        return fine ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean tell(String name, EnvironmentProvider game, PrintWriter out) {
        NamedPlay play = new NamedPlay(name);
        StepWatch watch = stepTimeout.watch(play);
        try {
            out.printf("%-20s %s%n", name, FoundGames.asked(game, "description", EnvironmentProvider::description));
            Spaces spaces = watch.call(() -> play.spaces(watch));
            out.printf("%-20s sees %s%n", "", spaces.seen());
            out.printf("%-20s does %s%n", "", spaces.done());
            return true;
        } catch (EnvironmentException | InputException e) {
            out.println("unusable: " + e.getMessage());
            return false;
        }
    }
}
