package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;

/** {@link CartPole} by name. Stateless. */
public final class CartPoleProvider implements EnvironmentProvider {

    /** For {@link java.util.ServiceLoader}. */
    public CartPoleProvider() {}

    @Override
    public String name() {
        return "cartpole";
    }

    @Override
    public String description() {
        return "a pole on a cart, two pushes; 500 is best";
    }

    @Override
    public Environment create() {
        return CartPole.complete();
    }
}
