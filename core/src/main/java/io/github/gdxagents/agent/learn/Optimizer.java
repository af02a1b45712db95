package io.github.gdxagents.agent.learn;

import java.util.List;

/**
 * Turns gradients into better weights. A gradient is that of a loss: weights go against it. An optimiser belongs to one network
 * and remembers arrays shaped like its parameters; one thread at a time.
 */
public interface Optimizer {

    /**
     * One step downhill.
     *
     * @param parameters the weights, changed in place
     * @param gradients the gradient of the loss, arrays of the same lengths, left as they are
     */
    void step(List<float[]> parameters, List<float[]> gradients);

    /**
     * How many steps have been made.
     *
     * @return 0 or more
     */
    long steps();

    /**
     * What the optimiser remembers, not a copy: arrays shaped like the parameters, once for each kind of memory.
     *
     * @return the optimiser's own arrays
     */
    List<float[]> memory();

    /**
     * Goes back to a remembered state.
     *
     * @param steps as {@link #steps()} said
     * @param memory arrays shaped like {@link #memory()}; copied
     * @throws IllegalArgumentException if the arrays do not fit
     */
    void restore(long steps, List<float[]> memory);
}
