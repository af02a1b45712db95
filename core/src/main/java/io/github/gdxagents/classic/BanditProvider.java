package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;

/** {@link Bandit} by name. Stateless. */
public final class BanditProvider implements EnvironmentProvider {

    /** For {@link java.util.ServiceLoader}. */
    public BanditProvider() {}

    @Override
    public String name() {
        return "bandit";
    }

    @Override
    public String description() {
        return "one of four arms, as three lamps tell; 1 is best";
    }

    @Override
    public Environment create() {
        return new Bandit();
    }
}
