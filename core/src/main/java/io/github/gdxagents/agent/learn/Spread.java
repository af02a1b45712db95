package io.github.gdxagents.agent.learn;

/**
 * How some numbers are spread.
 *
 * @param mean their mean; NaN if there are none, like the rest
 * @param deviation their standard deviation, with n in the denominator
 * @param min the lowest
 * @param max the highest
 */
public record Spread(double mean, double deviation, double min, double max) {

    /**
     * The spread of some numbers.
     *
     * @param numbers any
     * @param count how many of them, from the first
     * @return the spread
     */
    public static Spread of(double[] numbers, int count) {
        if (count == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            sum += numbers[i];
            min = Math.min(min, numbers[i]);
            max = Math.max(max, numbers[i]);
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (numbers[i] - mean) * (numbers[i] - mean);
        }
        return new Spread(mean, Math.sqrt(squares / count), min, max);
    }
}
