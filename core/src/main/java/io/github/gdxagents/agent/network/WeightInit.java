package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.random.RandomStream;
import java.util.Locale;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * How the weights of a layer get their first values; biases start at zero.
 *
 * @param kind the distribution
 * @param scale a factor on every weight (for {@link Kind#NORMAL} the standard deviation itself); above 0
 */
public record WeightInit(Kind kind, double scale) {

    /** The distributions, for a layer of {@code n} inputs and {@code m} outputs. */
    public enum Kind {
        /** Normal with standard deviation {@code 1/√n} (called Xavier in "Pong from Pixels"). */
        GAUSSIAN,
        /** Uniform in {@code ±√(6/(n+m))} (Glorot and Bengio 2010). */
        GLOROT,
        /** A random matrix with orthonormal rows, or columns if there are fewer of those (Saxe et al. 2014). */
        ORTHOGONAL,
        /** Normal with standard deviation 1, times the scale. */
        NORMAL
    }

    /**
     * Checks the scale.
     *
     * @param kind the distribution
     * @param scale a factor on every weight (for {@link Kind#NORMAL} the standard deviation itself); above 0
     */
    public WeightInit {
        if (!(scale > 0 && scale <= 1e3)) {
            throw new IllegalArgumentException(
                    "scale of a weight initialiser must be above 0 and at most 1000, but was " + scale);
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text for example {@code gaussian}, {@code glorot}, {@code orthogonal:1.41}, {@code normal:0.05}
     * @return the initialiser
     * @throws IllegalArgumentException if the text is none
     */
    public static WeightInit parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        try {
            double scale = colon < 0 ? 1 : Double.parseDouble(text.substring(colon + 1));
            return new WeightInit(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), scale);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected gaussian, glorot, orthogonal or normal, or one of them with a scale as in normal:0.05, but found '"
                            + text + "'",
                    e);
        }
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return scale == 1 ? name : name + ":" + scale;
    }

    /** Fills a layer's weights, {@code [outputs × inputs]} in column-major order, reading the stream input by input. */
    void fill(float[] weights, int inputs, int outputs, RandomStream random) {
        switch (kind) {
            case GAUSSIAN -> fillGaussian(weights, scale / StrictMath.sqrt(inputs), random);
            case NORMAL -> fillGaussian(weights, scale, random);
            case GLOROT -> {
                double limit = scale * StrictMath.sqrt(6.0 / (inputs + outputs));
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = (float) (limit * (2 * random.uniform() - 1));
                }
            }
            case ORTHOGONAL -> fillOrthogonal(weights, inputs, outputs, random);
        }
    }

    /** The Q of a Gaussian matrix's QR decomposition, its signs made unique by a positive diagonal of R. */
    private void fillOrthogonal(float[] weights, int inputs, int outputs, RandomStream random) {
        int longer = Math.max(inputs, outputs);
        int shorter = Math.min(inputs, outputs);
        R064Store gaussian = R064Store.FACTORY.make(longer, shorter);
        for (long i = 0; i < gaussian.count(); i++) {
            gaussian.set(i, random.gaussian());
        }
        QR<Double> qr = QR.R064.make(gaussian);
        if (!qr.decompose(gaussian)) {
            throw new IllegalStateException("QR decomposition failed for " + longer + " x " + shorter);
        }
        MatrixStore<Double> q = qr.getQ();
        MatrixStore<Double> r = qr.getR();
        for (int input = 0; input < inputs; input++) {
            for (int output = 0; output < outputs; output++) {
                int row = inputs == longer ? input : output;
                int column = inputs == longer ? output : input;
                double sign = r.doubleValue(column, column) < 0 ? -1 : 1;
                weights[input * outputs + output] = (float) (scale * sign * q.doubleValue(row, column));
            }
        }
    }

    private static void fillGaussian(float[] weights, double deviation, RandomStream random) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (deviation * random.gaussian());
        }
    }
}
