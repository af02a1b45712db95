package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Gradients;
import java.util.List;

/**
 * Turns gradients into better weights. A gradient is that of a loss: weights go against it. An optimiser belongs to
 * one network and remembers lines shaped like its own (see {@link io.github.gdxagents.agent.network.ParameterLayout}).
 *
 * <p>A step is {@link #begin}, then {@link #update} for every range of its positions; different ranges may be updated by different
 * threads at the same time. The result does not depend on how the positions are divided.
 *
 * <p><b>Dense and sparse.</b> A dense optimiser updates every line at every step. A sparse one leaves out the lines that are not
 * touched: the inputs that did not occur in the mini-batch. Their weights have no gradient then, so a dense RMSProp would leave the
 * weights alone and let the memory fade, and a dense Adam would go on moving them by what it remembers. The sparse one does neither:
 * a line's memory and step count stand still until its input occurs again, and the bias correction of Adam counts the line's own
 * steps. So a rare input is learned with steps as large as those of a frequent one, without drifting between its occurrences (the
 * "lazy Adam" of other libraries). The cost of a step is that of the lines that occurred.
 */
public interface Optimizer {

    /**
     * Begins a step over some lines of the network.
     *
     * @param gradients of the loss; left as they are
     * @param scale the gradients are multiplied by this
     * @param rateFactor the learning rate is multiplied by this, above 0
     * @param firstLine first line, inclusive
     * @param endLine last line, exclusive
     * @return how many positions there are to update
     */
    int begin(Gradients gradients, float scale, double rateFactor, int firstLine, int endLine);

    /**
     * Updates the weights of some positions.
     *
     * @param from first position, inclusive
     * @param to last position, exclusive
     */
    void update(int from, int to);

    /**
     * How many steps have been made.
     *
     * @return 0 or more
     */
    long steps();

    /**
     * A copy of what the optimiser remembers: arrays shaped like the network's
     * {@link io.github.gdxagents.agent.network.PolicyNetwork#parameters()}, once for each kind of memory, and perhaps more.
     *
     * @return new arrays
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
