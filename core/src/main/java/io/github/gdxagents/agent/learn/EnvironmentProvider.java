package io.github.gdxagents.agent.learn;

/**
 * A game that can be trained by name. A jar that has one names it in
 * {@code META-INF/services/io.github.gdxagents.agent.learn.EnvironmentProvider}; {@link java.util.ServiceLoader} finds it there, and
 * {@code train --env NAME} trains it.
 */
public interface EnvironmentProvider extends EnvironmentFactory {

    /**
     * The name on the command line and in files.
     *
     * @return lower-case letters, digits and hyphens, a letter first, at most 64
     */
    String name();

    /**
     * What it is.
     *
     * @return one short line
     */
    String description();

    /**
     * The hyper-parameters to begin with.
     *
     * @return those that suit most games of vectors, unless the game knows better
     */
    default LearnerConfig learner() {
        return LearnerConfig.defaults();
    }
}
