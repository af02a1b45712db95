package io.github.gdxagents.lander;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.agent.learn.LearnerConfig;

/** The lander by name, with one engine at a time: {@code train --env lander}. */
public final class LanderProvider implements EnvironmentProvider {

    /** For the service loader. */
    public LanderProvider() {
        // Nothing to set up.
    }

    @Override
    public String name() {
        return "lander";
    }

    @Override
    public String description() {
        return "a lander on Box2D: one engine at a time, fully on";
    }

    @Override
    public LearnerConfig learner() {
        return LanderTask.DISCRETE.learner();
    }

    @Override
    public Environment create() {
        return new LanderEnvironment(LanderTask.DISCRETE);
    }
}
