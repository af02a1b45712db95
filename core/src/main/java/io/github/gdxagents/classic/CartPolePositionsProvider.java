package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;

/** {@link CartPole} by name. Stateless. */
public final class CartPolePositionsProvider implements EnvironmentProvider {

    /** For {@link java.util.ServiceLoader}. */
    public CartPolePositionsProvider() {}

    @Override
    public String name() {
        return "cartpole-positions";
    }

    @Override
    public String description() {
        return "the same without speeds, but with the last decision's view as well; 500 is best";
    }

    @Override
    public Environment create() {
        return CartPole.positionsOnly();
    }
}
