package io.github.gdxagents.lander;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.agent.learn.LearnerConfig;

/** The lander by name, with continuous thrust: {@code train --env lander-continuous}. */
public final class ContinuousLanderProvider implements EnvironmentProvider {

    /** For the service loader. */
    public ContinuousLanderProvider() {
        // Nothing to set up.
    }

    @Override
    public String name() {
        return "lander-continuous";
    }

    @Override
    public String description() {
        return "a lander on Box2D: continuous thrust of the main engine and of the sides";
    }

    @Override
    public LearnerConfig learner() {
        return LanderTask.CONTINUOUS.learner();
    }

    @Override
    public Environment create() {
        return new LanderEnvironment(LanderTask.CONTINUOUS);
    }
}
