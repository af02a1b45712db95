package io.github.gdxagents.headless.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointsTest {

    @Test
    void whatIsNoNumberIsLeftOut() {
        Points points = Points.of(
                new double[] {1, 2, 3, Double.NaN, 5},
                new double[] {Double.NaN, 20, Double.POSITIVE_INFINITY, 40, 1e300});
        assertArrayEquals(new double[] {2}, points.x());
        assertArrayEquals(new double[] {20}, points.y());
    }

    @Test
    void aPointWithHalfARangeIsLeftOut() {
        double[] numbers = {1, 2};
        assertEquals(
                1,
                Points.of(numbers, numbers, new double[] {0, Double.NaN}, numbers)
                        .size());
    }

    @Test
    void numbersMustCorrespond() {
        assertThrows(IllegalArgumentException.class, () -> Points.of(new double[1], new double[2]));
    }

    @Test
    void fewPointsStayAsTheyAre() {
        Points points = Points.of(new double[100], new double[100]);
        assertSame(points, points.thinned(100));
    }

    @Test
    void thinningKeepsFirstLastAndEveryPeak() {
        int size = 300_000;
        double[] x = IntStream.range(0, size).asDoubleStream().toArray();
        double[] y = new double[size];
        y[0] = 3;
        y[123_456] = 1000;
        y[234_567] = -1000;
        y[size - 1] = 7;
        Points thin = Points.of(x, y).thinned(1000);
        assertTrue(thin.size() <= 1000, "points " + thin.size());
        assertEquals(3, thin.y()[0]);
        assertEquals(7, thin.y()[thin.size() - 1]);
        assertTrue(Arrays.stream(thin.y()).anyMatch(number -> number == 1000));
        assertTrue(Arrays.stream(thin.y()).anyMatch(number -> number == -1000));
        double[] sorted = thin.x().clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, thin.x());
    }
}
