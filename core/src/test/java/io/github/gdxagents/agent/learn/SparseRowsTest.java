package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.network.Activation;
import io.github.gdxagents.agent.network.BatchPass;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.OutputKind;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.WeightInit;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparseRowsTest {

    private static final int SIZE = 100;

    /** Enough rows to make every array grow several times. */
    private static final int ROWS = 5000;

    @Test
    void rowsComeBackAsTheyWere() {
        SparseRows rows = filled(1);
        assertEquals(ROWS, rows.rows());
        assertRows(rows, 1, ROWS);
    }

    @Test
    void rowsAreReplacedAfterClear() {
        SparseRows rows = filled(1);
        rows.clear();
        assertEquals(0, rows.rows());
        assertEquals(0, rows.nonZeros());
        fill(rows, 2);
        assertRows(rows, 2, ROWS);
    }

    @Test
    void copiesShareNothingAndGrow() {
        SparseRows rows = filled(1);
        SparseRows copy = rows.copy();
        rows.clear();
        fill(rows, 2);
        assertRows(copy, 1, ROWS);
        SparseVector more = new SparseVector(SIZE);
        more.add(3, 4);
        copy.add(more);
        copy.add(more);
        assertEquals(ROWS + 2, copy.rows());
        assertRows(copy, 1, ROWS);
        SparseVector last = new SparseVector(SIZE);
        copy.get(ROWS + 1, last);
        assertArrayEquals(dense(more), dense(last));
    }

    @Test
    void emptyRowsCanBeCopiedAndFilled() {
        SparseRows copy = new SparseRows().copy();
        assertEquals(0, copy.rows());
        fill(copy, 3);
        assertRows(copy, 3, ROWS);
    }

    @Test
    void aLoadedRowIsTheRow() {
        NetworkSpec spec = new NetworkSpec(SIZE, 4, List.of(6), Activation.TANH, true, OutputKind.SOFTMAX, Critic.NONE);
        PolicyNetwork network = PolicyNetwork.fresh(
                spec, WeightInit.parse("gaussian"), WeightInit.parse("gaussian"), new RandomStream(1));
        ForwardPass forward = new ForwardPass(network);
        BatchPass batch = new BatchPass(network, 4, 1);
        SparseRows rows = filled(1);
        SparseVector row = new SparseVector(SIZE);
        int[] loaded = {0, 1, 17, ROWS - 1};
        batch.begin(loaded.length, true, true);
        for (int slot = 0; slot < loaded.length; slot++) {
            rows.load(loaded[slot], batch, slot);
        }
        for (int slot = 0; slot < loaded.length; slot++) {
            rows.get(loaded[slot], row);
            batch.forward(0, slot);
            assertArrayEquals(forward.forward(row), batch.outputs(slot));
        }
    }

    private static SparseRows filled(long seed) {
        SparseRows rows = new SparseRows();
        fill(rows, seed);
        return rows;
    }

    private static void fill(SparseRows rows, long seed) {
        RandomStream random = new RandomStream(seed);
        SparseVector row = new SparseVector(SIZE);
        for (int r = 0; r < ROWS; r++) {
            next(row, random);
            rows.add(row);
        }
    }

    private static void assertRows(SparseRows rows, long seed, int count) {
        RandomStream random = new RandomStream(seed);
        SparseVector expected = new SparseVector(SIZE);
        SparseVector found = new SparseVector(SIZE);
        for (int r = 0; r < count; r++) {
            next(expected, random);
            rows.get(r, found);
            assertArrayEquals(dense(expected), dense(found), "row " + r);
        }
    }

    /** A row with up to 60 non-zeros, sometimes none. */
    private static void next(SparseVector row, RandomStream random) {
        row.clear();
        int nonZeros = random.below(61);
        for (int k = 0; k < nonZeros; k++) {
            row.add(k + random.below(2) * (k == nonZeros - 1 ? SIZE - 61 : 0), (float) random.gaussian());
        }
    }

    private static float[] dense(SparseVector vector) {
        float[] dense = new float[SIZE];
        vector.toDense(dense);
        return dense;
    }
}
