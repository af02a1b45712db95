package io.github.gdxagents.agent.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final int ROWS = 5000;

    /** Four numbers, the third mostly 0, of which the first three are looked at; far from 0, where sums of squares would lose all. */
    private static List<SparseVector> rows(long seed) {
        RandomStream random = new RandomStream(seed);
        List<SparseVector> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            SparseVector vector = new SparseVector(4);
            vector.add(0, (float) (1e6 + random.gaussian()));
            vector.add(1, (float) (-3 + 100 * random.uniform()));
            vector.add(2, random.below(10) == 0 ? 2 : 0);
            vector.add(3, 1e30f);
            rows.add(vector);
        }
        return rows;
    }

    @Test
    void areThoseOfTwoPasses() {
        List<SparseVector> rows = rows(1);
        Moments moments = new Moments(3);
        rows.forEach(moments::add);
        assertEquals(ROWS, moments.count());
        assertEquals(3, moments.size());
        float[] dense = new float[4];
        for (int i = 0; i < 3; i++) {
            double mean = 0;
            for (SparseVector row : rows) {
                row.toDense(dense);
                mean += dense[i] / (double) ROWS;
            }
            double squares = 0;
            for (SparseVector row : rows) {
                row.toDense(dense);
                squares += Math.pow(dense[i] - mean, 2);
            }
            assertEquals(mean, moments.mean(i), 1e-9 * Math.abs(mean));
            double deviation = Math.sqrt(squares / ROWS);
            assertEquals(deviation, moments.deviation(i), 1e-8 * deviation);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 5000", "1, 4999", "2500, 2500", "4990, 10", "5000, 0"})
    void putTogetherTheyAreThoseOfAll(int first, int second) {
        List<SparseVector> rows = rows(2);
        Moments all = new Moments(3);
        rows.forEach(all::add);
        Moments one = new Moments(3);
        rows.subList(0, first).forEach(one::add);
        Moments other = new Moments(3);
        rows.subList(first, first + second).forEach(other::add);
        one.add(other);
        assertEquals(ROWS, one.count());
        assertEquals(second, other.count(), "the other one stays as it is");
        for (int i = 0; i < 3; i++) {
            assertEquals(all.mean(i), one.mean(i), 1e-9 * Math.abs(all.mean(i)));
            assertEquals(all.deviation(i), one.deviation(i), 1e-7 * all.deviation(i));
        }
    }

    @Test
    void singleNumbersAreSeenToo() {
        Moments moments = new Moments(1);
        for (double number : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
            moments.add(number);
        }
        assertEquals(5, moments.mean(0), 1e-12);
        assertEquals(2, moments.deviation(0), 1e-12);
        assertEquals(8, moments.count());
    }

    @Test
    void knowNothingBeforeTheyHaveSeenSomething() {
        Moments moments = new Moments(2);
        assertEquals(0, moments.count());
        assertEquals(0, moments.mean(1));
        assertEquals(0, moments.deviation(1));
        assertEquals(List.of(), moments.toList());
        SparseVector vector = new SparseVector(2);
        vector.add(1, 5);
        moments.add(vector);
        assertEquals(List.of(1.0, 0.0, 5.0, 0.0, 0.0), moments.toList());
        moments.clear();
        assertEquals(List.of(), moments.toList());
        moments.add(new Moments(2));
        assertEquals(0, moments.count());
    }

    @Test
    void whatIsKeptComesBackBitForBit() {
        Moments moments = new Moments(3);
        rows(3).forEach(moments::add);
        Moments back = new Moments(3);
        back.add(new SparseVector(3));
        back.set(moments.toList());
        assertEquals(moments.toList(), back.toList());
        rows(4).forEach(moments::add);
        rows(4).forEach(back::add);
        assertEquals(moments.toList(), back.toList());
        back.set(List.of());
        assertEquals(0, back.count());
        Moments copy = new Moments(3);
        copy.copyFrom(moments);
        assertEquals(moments.toList(), copy.toList());
    }

    @Test
    void listsOfAnotherLengthAreRefused() {
        Moments moments = new Moments(2);
        for (int length : new int[] {1, 3, 4, 6, 7}) {
            List<Double> list = Collections.nCopies(length, 1.0);
            IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> moments.set(list));
            assertEquals("moments must have 5 numbers, but have " + length, refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 1 1",
                "-1 1 1",
                "1.5 1 1",
                "NaN 1 1",
                "1e17 1 1",
                "Infinity 1 1",
                "1 NaN 1",
                "1 Infinity 1",
                "1 1 NaN",
                "1 1 -0.5",
                "1 1 Infinity"
            })
    void numbersThatCannotBeAreRefusedAndChangeNothing(String numbers) {
        Moments moments = new Moments(1);
        moments.add(3.0);
        List<Double> list =
                List.of(numbers.split(" ")).stream().map(Double::valueOf).toList();
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> moments.set(list));
        assertEquals(
                "moments must be finite numbers, the count a whole one of 1 or more, squares 0 or more",
                refusal.getMessage());
        assertEquals(List.of(1.0, 3.0, 0.0), moments.toList());
    }

    @Test
    void allocateNothing() {
        Moments all = new Moments(3);
        Moments some = new Moments(3);
        SparseVector row = rows(5).get(0);
        Runnable use = () -> {
            for (int i = 0; i < 1000; i++) {
                some.clear();
                some.add(row);
                all.add(some);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, use));
    }
}
