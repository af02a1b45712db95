package io.github.gdxagents.agent.network;

/** Where a network's estimate of the value comes from: the expected return of the present observation under the policy. */
public enum Critic {
    /** Nowhere: the network has a policy only. */
    NONE,
    /** One more output beside the logits; policy and value share all hidden layers. */
    SHARED,
    /** A second stack of hidden layers of the same shape, with one output. */
    SEPARATE
}
