package io.github.gdxagents.agent.learn;

/** Credit: which decisions share in which rewards. Pure functions. */
public final class Returns {

    private Returns() {}

    /**
     * Discounted returns {@code Gₜ = rₜ + γ Gₜ₊₁}, starting anew at every cut: {@code Gₜ = rₜ} where {@code cut(t)}.
     *
     * <p>Source: Sutton and Barto, "Reinforcement Learning", 2nd edition, equation 3.9; the cuts are those of "Pong from Pixels",
     * where the running return is set to zero at every point.
     *
     * @param trajectory rewards and cuts; what comes after the last decision counts as nothing
     * @param gamma the discount, 0 to 1
     * @param into at least {@link Trajectory#length()} entries; overwritten, the rest left
     */
    public static void discount(Trajectory trajectory, double gamma, double[] into) {
        double later = 0;
        for (int t = trajectory.length() - 1; t >= 0; t--) {
            if (trajectory.cut(t)) {
                later = 0;
            }
            later = trajectory.reward(t) + gamma * later;
            into[t] = later;
        }
    }

    /**
     * Shifts and scales numbers to mean 0 and (population) standard deviation 1, in place. Numbers that are all the same become
     * zeros: no decision was better than another.
     *
     * @param values the numbers
     * @param length how many of them, from the first
     */
    public static void standardise(double[] values, int length) {
        double sum = 0;
        for (int t = 0; t < length; t++) {
            sum += values[t];
        }
        double mean = sum / length;
        double squares = 0;
        for (int t = 0; t < length; t++) {
            values[t] -= mean;
            squares += values[t] * values[t];
        }
        double deviation = Math.sqrt(squares / length);
        // The rounding of the mean of equal numbers is no difference between them.
        double factor = deviation > 1e-12 + 1e-10 * Math.abs(mean) ? 1 / deviation : 0;
        for (int t = 0; t < length; t++) {
            values[t] *= factor;
        }
    }

    /**
     * Generalised advantage estimation: {@code Aₜ = δₜ + γ λ Aₜ₊₁} with {@code δₜ = rₜ + γ V(sₜ₊₁) − V(sₜ)}; at a cut nothing
     * follows: {@code Aₜ = rₜ − V(sₜ)}.
     *
     * <p>Source: Schulman et al., "High-Dimensional Continuous Control Using Generalized Advantage Estimation", 2016, equation 16.
     *
     * @param trajectory rewards and cuts
     * @param values V(sₜ), at least {@link Trajectory#length()} entries
     * @param nextValue V of the observation after the last decision; not used if that decision is a cut
     * @param gamma the discount γ, 0 to 1
     * @param lambda λ, 0 to 1
     * @param into at least {@link Trajectory#length()} entries; overwritten, the rest left
     */
    public static void advantages(
            Trajectory trajectory, float[] values, float nextValue, double gamma, double lambda, double[] into) {
        double later = 0;
        double next = nextValue;
        for (int t = trajectory.length() - 1; t >= 0; t--) {
            if (trajectory.cut(t)) {
                later = 0;
                next = 0;
            }
            later = trajectory.reward(t) + gamma * next - values[t] + gamma * lambda * later;
            into[t] = later;
            next = values[t];
        }
    }
}
