package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Gradients;
import io.github.gdxagents.agent.network.PolicyNetwork;
import org.jspecify.annotations.Nullable;

/** What all optimisers share: which lines a step goes over. */
abstract class LineOptimizer implements Optimizer {

    final PolicyNetwork network;
    private final boolean sparse;
    private final float[] zeros;
    private @Nullable Gradients gradients;
    private int first;
    private int end;
    private float scale;
    private double rateFactor;
    private long steps;

    /** An optimiser of all lines, or of those that are touched, if it is sparse. */
    LineOptimizer(PolicyNetwork network, boolean sparse) {
        this.network = network;
        this.sparse = sparse;
        this.zeros = new float[longest(network.lines())];
    }

    private static int longest(float[][] lines) {
        int longest = 0;
        for (float[] line : lines) {
            longest = Math.max(longest, line.length);
        }
        return longest;
    }

    @Override
    public final int begin(Gradients newGradients, float newScale, double newRateFactor, int firstLine, int endLine) {
        gradients = newGradients;
        first = firstLine;
        end = endLine;
        scale = newScale;
        rateFactor = newRateFactor;
        steps++;
        return sparse ? newGradients.touchedCount() : endLine - firstLine;
    }

    @Override
    public final void update(int from, int to) {
        Gradients now = gradients;
        if (now == null) {
            throw new IllegalStateException("begin comes before update");
        }
        for (int position = from; position < to; position++) {
            int line = sparse ? now.touched(position) : first + position;
            if (line >= first && line < end) {
                boolean touched = now.isTouched(line);
                updateLine(line, touched ? now.line(line) : zeros, touched ? scale : 0, rateFactor);
            }
        }
    }

    /** Updates one line against {@code scale · gradient}; the gradient may be longer than the line. */
    abstract void updateLine(int line, float[] gradient, float scale, double rateFactor);

    @Override
    public final long steps() {
        return steps;
    }

    final void setSteps(long newSteps) {
        steps = newSteps;
    }
}
