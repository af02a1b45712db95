package io.github.gdxagents.agent.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The literal numbers were computed by a second implementation, in Python, from the published algorithms. If one changes, every
 * run, checkpoint and score changes with it: that is a breaking change of the project.
 */
class RandomStreamTest {

    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE, 0x9E37_79B9_7F4A_7C15L})
    void isTheSplittableRandomOfTheJdk(long seed) {
        RandomStream ours = new RandomStream(seed);
        SplittableRandom theirs = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            assertEquals(theirs.nextLong(), ours.nextLong(), "draw " + i);
        }
    }

    @Test
    void bitsAreThePublishedOnes() {
        RandomStream random = new RandomStream(0);
        assertEquals(0xE220_A839_7B1D_CDAFL, random.nextLong());
        assertEquals(0x6E78_9E6A_A1B9_65F4L, random.nextLong());
        assertEquals(0x06C4_5D18_8009_454FL, random.nextLong());
        assertEquals(0xF88B_B8A8_724C_81ECL, random.nextLong());
    }

    @Test
    void uniformNumbersStayTheSameForEver() {
        RandomStream random = new RandomStream(42);
        assertEquals(0.7415648787718233, random.uniform());
        assertEquals(0.1599103928769201, random.uniform());
        assertEquals(0.27860113025513866, random.uniform());
        assertEquals(0.34419071652363753, random.uniform());
    }

    @Test
    void boundedNumbersStayTheSameForEver() {
        RandomStream random = new RandomStream(42);
        assertEquals(0, random.below(1));
        assertEquals(0, random.below(2));
        assertEquals(1, random.below(6));
        assertEquals(344, random.below(1000));
        assertEquals(81_669_164, random.below(Integer.MAX_VALUE));
    }

    @Test
    void gaussianNumbersStayTheSameForEver() {
        RandomStream random = new RandomStream(42);
        assertEquals(0.8822489062222688, random.gaussian());
        assertEquals(-0.4508498757188601, random.gaussian());
        assertEquals(0.1883526341159315, random.gaussian());
        assertEquals(0.219586379190761, random.gaussian());
        assertEquals(-0.6703714655421092, random.gaussian());
        assertEquals(-0.676527986719054, random.gaussian());
    }

    @Test
    void normalNumbersStayTheSameForEver() {
        RandomStream random = new RandomStream(42);
        assertEquals(0.49295065581737485, random.normal());
        assertEquals(-1.2810773478777024, random.normal());
        assertEquals(-0.6018779810957331, random.normal());
        assertEquals(-1.5423606818352653, random.normal());
        assertEquals(-1.4515103855695575, random.normal());
        assertEquals(1.9375059271254913, random.normal());
    }

    @Test
    void everyKindOfNumberSpendsAFixedCountOfDraws() {
        RandomStream random = new RandomStream(5);
        random.below(1);
        random.below(7);
        random.uniform();
        random.gaussian();
        RandomStream skipped = new RandomStream(5);
        for (int i = 0; i < 5; i++) {
            skipped.nextLong();
        }
        assertEquals(skipped.nextLong(), random.nextLong());
    }

    @Test
    void uniformNumbersFillTheUnitInterval() {
        RandomStream random = new RandomStream(1);
        double sum = 0;
        double squares = 0;
        int[] tenths = new int[10];
        for (int i = 0; i < DRAWS; i++) {
            double x = random.uniform();
            assertTrue(x >= 0 && x < 1, () -> "outside: " + x);
            sum += x;
            squares += x * x;
            tenths[(int) (10 * x)]++;
        }
        // Five standard errors of each estimate.
        assertEquals(0.5, sum / DRAWS, 5 * Math.sqrt(1.0 / 12 / DRAWS));
        assertEquals(1.0 / 3, squares / DRAWS, 5 * Math.sqrt(4.0 / 45 / DRAWS));
        for (int count : tenths) {
            assertEquals(DRAWS / 10.0, count, 5 * Math.sqrt(DRAWS * 0.09));
        }
    }

    @Test
    void gaussianNumbersHaveTheMomentsOfTheNormalDistribution() {
        assertMomentsOfTheNormalDistribution(RandomStream::gaussian);
    }

    @Test
    void normalNumbersHaveThemToo() {
        assertMomentsOfTheNormalDistribution(RandomStream::normal);
    }

    @Test
    void normalNumbersAllocateNothing() {
        RandomStream random = new RandomStream(6);
        double[] sum = new double[1];
        Runnable draws = () -> {
            for (int i = 0; i < 1000; i++) {
                sum[0] += random.normal();
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, draws));
        assertTrue(Double.isFinite(sum[0]));
    }

    private static void assertMomentsOfTheNormalDistribution(ToDoubleFunction<RandomStream> draw) {
        RandomStream random = new RandomStream(2);
        double[] powers = new double[5];
        int within = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = draw.applyAsDouble(random);
            assertTrue(Double.isFinite(x));
            double power = 1;
            for (int k = 0; k < powers.length; k++) {
                powers[k] += power / DRAWS;
                power *= x;
            }
            within += Math.abs(x) < 1 ? 1 : 0;
        }
        assertEquals(0, powers[1], 5 * Math.sqrt(1.0 / DRAWS));
        assertEquals(1, powers[2], 5 * Math.sqrt(2.0 / DRAWS));
        assertEquals(0, powers[3], 5 * Math.sqrt(15.0 / DRAWS));
        assertEquals(3, powers[4], 5 * Math.sqrt(96.0 / DRAWS));
        assertEquals(0.682689, (double) within / DRAWS, 0.006);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void boundedNumbersAreEquallyLikely(int bound) {
        RandomStream random = new RandomStream(bound);
        int[] counts = new int[bound];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.below(bound)]++;
        }
        double p = 1.0 / bound;
        for (int count : counts) {
            assertEquals(DRAWS * p, count, 5 * Math.sqrt(DRAWS * p * (1 - p)));
        }
    }

    @Test
    void largeBoundsAreKept() {
        RandomStream random = new RandomStream(3);
        int highest = 0;
        for (int i = 0; i < 10_000; i++) {
            int x = random.below(Integer.MAX_VALUE);
            assertTrue(x >= 0 && x < Integer.MAX_VALUE, () -> "outside: " + x);
            highest = Math.max(highest, x);
        }
        assertTrue(highest > Integer.MAX_VALUE - 10_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesABoundBelowOne(int bound) {
        RandomStream random = new RandomStream(0);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> random.below(bound));
        assertEquals("bound must be 1 or more, but was " + bound, refusal.getMessage());
    }

    @Test
    void shufflesStayTheSameForEver() {
        int[] list = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        RandomStream random = new RandomStream(42);
        random.shuffle(list, 8);
        assertArrayEquals(new int[] {4, 3, 2, 0, 7, 6, 1, 5, 8, 9}, list);
        // One draw for each entry but one, none for a list of one or of none.
        RandomStream skipped = new RandomStream(42);
        for (int i = 0; i < 7; i++) {
            skipped.nextLong();
        }
        random.shuffle(list, 1);
        random.shuffle(list, 0);
        assertEquals(skipped.nextLong(), random.nextLong());
    }

    @Test
    void everyOrderIsEquallyLikely() {
        RandomStream random = new RandomStream(4);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            int[] list = {0, 1, 2, 3};
            random.shuffle(list, 4);
            counts.merge(Arrays.stream(list).boxed().toList(), 1, Integer::sum);
        }
        double p = 1.0 / 24;
        assertEquals(24, counts.size());
        for (int count : counts.values()) {
            assertEquals(DRAWS * p, count, 5 * Math.sqrt(DRAWS * p * (1 - p)));
        }
    }

    @Test
    void mixingIsAPermutationNotTheIdentity() {
        assertEquals(0, RandomStream.mix(0));
        // Every bit of the input changes about half of the bits of the output.
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long changed = 0;
            for (long x = 1; x <= 64; x++) {
                changed += Long.bitCount(RandomStream.mix(x * 0x1234_5678_9ABCL)
                        ^ RandomStream.mix(x * 0x1234_5678_9ABCL ^ (1L << bit)));
            }
            assertEquals(32.0, changed / 64.0, 4.0, "bit " + bit);
        }
    }
}
