package io.github.gdxagents.headless;

import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.Play;
import io.github.gdxagents.headless.run.StepWatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a game of others may take. */
final class StepTimeout {

    static final String NAME = "--step-timeout";

    @Option(
            names = NAME,
            paramLabel = "SECONDS",
            description = "for a game on the class path: how long one call into it may take before it is given up"
                    + " (default: 30; 0: for ever)")
    private @Nullable Double seconds;

    /** A watch over what is played; the built-in games need none. */
    StepWatch watch(Play play) {
        StepWatch watch = given();
        return play instanceof NamedPlay ? watch : new StepWatch(0);
    }

    /** Refuses a time that cannot be meant, before anything is said. */
    void check() {
        given();
    }

    private StepWatch given() {
        return new StepWatch(seconds == null ? StepWatch.DEFAULT_SECONDS : seconds);
    }
}
