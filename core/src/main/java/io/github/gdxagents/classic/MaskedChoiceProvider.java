package io.github.gdxagents.classic;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;

/** {@link MaskedChoice} by name. Stateless. */
public final class MaskedChoiceProvider implements EnvironmentProvider {

    /** For {@link java.util.ServiceLoader}. */
    public MaskedChoiceProvider() {}

    @Override
    public String name() {
        return "masked";
    }

    @Override
    public String description() {
        return "two choices at once, some of them forbidden; 10 is best";
    }

    @Override
    public Environment create() {
        return new MaskedChoice();
    }
}
