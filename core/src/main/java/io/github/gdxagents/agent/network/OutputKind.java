package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.space.ActionSpec;

/** What the outputs of a policy network mean. */
public enum OutputKind {
    /** One output, the logit of action 0 of two. */
    SIGMOID,
    /** An output for each choice of each branch; two for each continuous value, see {@link PolicyHead}. */
    SOFTMAX;

    /**
     * How outputs become the probabilities of a branch.
     *
     * @return the distribution, stateless
     */
    public ActionDistribution distribution() {
        return this == SIGMOID ? new Bernoulli() : new Categorical();
    }

    /**
     * How many outputs a policy needs.
     *
     * @param actions what may be done
     * @return number of outputs
     * @throws IllegalArgumentException if this kind cannot tell so many actions apart
     */
    public int outputs(ActionSpec actions) {
        if (this == SOFTMAX) {
            return actions.choices() + 2 * actions.ranges().size();
        }
        if (!actions.isDiscrete() || actions.choices() != 2) {
            throw new IllegalArgumentException("a sigmoid output chooses between 2 actions, but there are "
                    + (actions.isDiscrete() ? actions.choices() : actions) + "; use softmax");
        }
        return 1;
    }
}
