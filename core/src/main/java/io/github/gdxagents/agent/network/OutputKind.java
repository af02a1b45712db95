package io.github.gdxagents.agent.network;

/** What the outputs of a policy network mean. */
public enum OutputKind {
    /** One output, the logit of action 0 of two. */
    SIGMOID,
    /** An output for each action. */
    SOFTMAX;

    /**
     * How outputs become probabilities.
     *
     * @return the distribution, stateless
     */
    public ActionDistribution distribution() {
        return this == SIGMOID ? new Bernoulli() : new Categorical();
    }

    /**
     * How many outputs a network needs.
     *
     * @param actions number of actions, 2 or more
     * @return number of logits
     * @throws IllegalArgumentException if this kind cannot tell so many actions apart
     */
    public int outputs(int actions) {
        if (this == SIGMOID && actions != 2) {
            throw new IllegalArgumentException(
                    "a sigmoid output chooses between 2 actions, but there are " + actions + "; use softmax");
        }
        return this == SIGMOID ? 1 : actions;
    }
}
