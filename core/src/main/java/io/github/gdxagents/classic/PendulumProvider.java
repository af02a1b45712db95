package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;

/** {@link Pendulum} by name. Stateless. */
public final class PendulumProvider implements EnvironmentProvider {

    /** For {@link java.util.ServiceLoader}. */
    public PendulumProvider() {}

    @Override
    public String name() {
        return "pendulum";
    }

    @Override
    public String description() {
        return "a pendulum to swing up and hold, one continuous torque; about -150 is best";
    }

    @Override
    public Environment create() {
        return new Pendulum();
    }
}
