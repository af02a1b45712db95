package io.github.gdxagents.agent.network;

import io.github.gdxagents.agent.space.SparseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Count, mean and spread of several numbers that are seen again and again, without keeping them (Welford, "Note on a method for
 * calculating corrected sums of squares and products", 1962). Two of them can be put together (Chan, Golub and LeVeque, 1979). One
 * thread at a time; nothing is allocated after construction.
 */
public final class Moments {

    private long count;
    private final double[] means;
    /** Sums of squared distances to the mean. */
    private final double[] squares;

    /**
     * Of nothing seen yet.
     *
     * @param size how many numbers are seen at a time, 0 or more
     */
    public Moments(int size) {
        this.means = new double[size];
        this.squares = new double[size];
    }

    /**
     * How many numbers are seen at a time.
     *
     * @return 0 or more
     */
    public int size() {
        return means.length;
    }

    /**
     * How often they were seen.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * The mean of a number.
     *
     * @param index which
     * @return 0 if it was never seen
     */
    public double mean(int index) {
        return means[index];
    }

    /**
     * The (population) standard deviation of a number.
     *
     * @param index which
     * @return 0 or more
     */
    public double deviation(int index) {
        return count == 0 ? 0 : Math.sqrt(squares[index] / count);
    }

    /** Forgets all. */
    public void clear() {
        count = 0;
        Arrays.fill(means, 0);
        Arrays.fill(squares, 0);
    }

    /**
     * Sees the first numbers of a vector.
     *
     * @param vector {@link #size()} long or more
     */
    public void add(SparseVector vector) {
        count++;
        int next = 0;
        int listed = vector.count();
        for (int i = 0; i < means.length; i++) {
            float value = 0;
            if (next < listed && vector.index(next) == i) {
                value = vector.value(next++);
            }
            see(i, value);
        }
    }

    /**
     * Sees one number, where there is but one at a time.
     *
     * @param value any finite number
     */
    public void add(double value) {
        count++;
        see(0, value);
    }

    private void see(int index, double value) {
        double distance = value - means[index];
        means[index] += distance / count;
        squares[index] += distance * (value - means[index]);
    }

    /**
     * Adds what another one has seen.
     *
     * @param other of the same size
     */
    public void add(Moments other) {
        if (other.count == 0) {
            return;
        }
        long both = count + other.count;
        double part = (double) other.count / both;
        for (int i = 0; i < means.length; i++) {
            double distance = other.means[i] - means[i];
            means[i] += distance * part;
            squares[i] += other.squares[i] + distance * distance * part * count;
        }
        count = both;
    }

    /**
     * Becomes equal to another one.
     *
     * @param other of the same size
     */
    void copyFrom(Moments other) {
        count = other.count;
        System.arraycopy(other.means, 0, means, 0, means.length);
        System.arraycopy(other.squares, 0, squares, 0, squares.length);
    }

    /**
     * All of it, to be kept.
     *
     * @return the count, the means, the sums of squared distances: {@code 1 + 2 size} numbers; none if nothing was seen
     */
    public List<Double> toList() {
        if (count == 0) {
            return List.of();
        }
        List<Double> list = new ArrayList<>();
        list.add((double) count);
        for (double mean : means) {
            list.add(mean);
        }
        for (double square : squares) {
            list.add(square);
        }
        return List.copyOf(list);
    }

    /**
     * Takes over what {@link #toList} gave.
     *
     * @param list {@code 1 + 2 size} numbers, or none
     * @throws IllegalArgumentException if there are others, or numbers that cannot be
     */
    public void set(List<Double> list) {
        if (list.isEmpty()) {
            clear();
            return;
        }
        if (list.size() != 1 + 2 * means.length) {
            throw new IllegalArgumentException(
                    "moments must have " + (1 + 2 * means.length) + " numbers, but have " + list.size());
        }
        boolean fits = list.get(0) >= 1 && list.get(0) < 1L << 53 && list.get(0) == Math.rint(list.get(0));
        for (int i = 0; i < list.size(); i++) {
            double number = list.get(i);
            fits &= Double.isFinite(number) && (i <= means.length || number >= 0);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "moments must be finite numbers, the count a whole one of 1 or more, squares 0 or more");
        }
        count = list.get(0).longValue();
        for (int i = 0; i < means.length; i++) {
            means[i] = list.get(1 + i);
            squares[i] = list.get(1 + means.length + i);
        }
    }
}
