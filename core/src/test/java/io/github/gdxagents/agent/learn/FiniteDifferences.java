package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.List;
import java.util.function.DoubleSupplier;

/** A gradient against the slopes of its loss, found by moving one parameter of the network after the other. */
final class FiniteDifferences {

    private FiniteDifferences() {}

    /**
     * Compares.
     *
     * @param network whose parameters are moved, and put back
     * @param gradient of the loss where the network is
     * @param distance of the wider one of two steps to each side
     * @param least what the squared slopes of an array of parameters must add up to, or it would not be tested
     * @param tolerance of the error of such an array, as a part of its length
     * @param loss with the network's present parameters
     */
    static void assertGradient(
            PolicyNetwork network,
            List<float[]> gradient,
            float distance,
            double least,
            double tolerance,
            DoubleSupplier loss) {
        List<float[]> parameters = network.parameters();
        for (int k = 0; k < parameters.size(); k++) {
            float[] moved = parameters.get(k);
            double errors = 0;
            double squares = 0;
            for (int i = 0; i < moved.length; i++) {
                float here = moved[i];
                double[] slopes = new double[2];
                for (int s = 0; s < 2; s++) {
                    moved[i] = here + distance / (1 << s);
                    float top = moved[i];
                    network.set(parameters);
                    double above = loss.getAsDouble();
                    moved[i] = here - distance / (1 << s);
                    network.set(parameters);
                    slopes[s] = (above - loss.getAsDouble()) / (top - (double) moved[i]);
                }
                moved[i] = here;
                network.set(parameters);
                // Richardson: the error of the two slopes is as 4 to 1.
                double slope = (4 * slopes[1] - slopes[0]) / 3;
                errors += Math.pow(gradient.get(k)[i] - slope, 2);
                squares += slope * slope;
            }
            assertTrue(squares > least, "parameters " + k + " should matter: " + squares);
            double error = Math.sqrt(errors / squares);
            assertTrue(error < tolerance, "parameters " + k + ": " + error);
        }
    }
}
