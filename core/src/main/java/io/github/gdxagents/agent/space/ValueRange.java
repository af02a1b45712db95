package io.github.gdxagents.agent.space;

/**
 * The bounds of one continuous value of an action.
 *
 * @param low the lowest value, inclusive; finite
 * @param high the highest value, inclusive; finite, above {@code low}
 */
public record ValueRange(float low, float high) {

    /**
     * Checks the bounds.
     *
     * @param low the lowest value, inclusive; finite
     * @param high the highest value, inclusive; finite, above {@code low}
     */
    public ValueRange {
        if (!Float.isFinite(low) || !Float.isFinite(high) || !(low < high) || !Float.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "a range must be two finite numbers, the lower one first, but was " + low + " to " + high);
        }
    }
}
