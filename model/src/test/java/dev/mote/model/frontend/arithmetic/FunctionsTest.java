package dev.mote.model.frontend.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Roots, logarithms and compression beside their exact values. */
class FunctionsTest {
    private static final int DRAWS = 20_000;

    /** As many large numbers as small ones. */
    private static LongStream numbers(int bits) {
        Random random = new Random(7);
        return random.longs(DRAWS).map(x -> (x >>> 64 - bits) >>> random.nextInt(bits));
    }

    @Test
    void aRootIsTheLargestWhoseSquareIsNotAbove() {
        numbers(62).forEach(FunctionsTest::checkRoot);
        for (long root : new long[] {0, 1, 2, 46340, 46341, 94906266, (1L << 31) - 1}) {
            checkRoot(root * root);
            checkRoot(Math.max(root * root - 1, 0));
            checkRoot(Math.min(root * root + 1, (1L << 62) - 1));
        }
        assertEquals(46340, SquareRoot.of(Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> SquareRoot.of(1L << 62));
    }

    private static void checkRoot(long x) {
        long root = SquareRoot.of(x);
        assertTrue(root * root <= x && (root + 1) * (root + 1) > x, () -> x + ": " + root);
    }

    @Test
    void aLogarithmIsWithinFiveOf65536() {
        numbers(63).filter(x -> x > 0).forEach(x -> {
            double exact = StrictMath.log((double) x) / StrictMath.log(2);
            assertEquals(exact, Log2.of(x) / 65536.0, 5 / 65536.0, () -> "of " + x);
        });
        assertEquals(0, Log2.of(0));
        assertEquals(0, Log2.of(1));
        assertEquals(40 << 16, Log2.of(1L << 40));
        assertEquals(63 << 16, Log2.of(Long.MAX_VALUE), 1);
    }

    @Test
    void aLogarithmNeverFalls() {
        int last = 0;
        for (int x = 1; x < 100_000; x++) {
            int next = Log2.of(x);
            assertTrue(next >= last, "of " + x);
            last = next;
        }
    }

    @Test
    void anAsinhIsWithin8OfTenThousand() {
        int[] table = Asinh.table((1 << 27) - 1);
        assertEquals(290, table.length);
        numbers(27).forEach(ratio -> {
            double exact = Asinh.exact(ratio / 4096.0);
            assertEquals(exact, Asinh.of(table, (int) ratio) / 4096.0, 0.0008, () -> "of " + ratio);
        });
        assertEquals(0, Asinh.of(table, 0));
    }

    /** A short table serves all ratios up to its largest, and saturates beyond. */
    @Test
    void aShortTableGivesTheSame() {
        int[] whole = Asinh.table((1 << 27) - 1);
        for (int largest : new int[] {1, 511, 512, 5000, 65535, 65536, 1 << 20}) {
            int[] part = Asinh.table(largest);
            for (int ratio = 0; ratio <= largest; ratio += 1 + ratio / 100) {
                assertEquals(Asinh.of(whole, ratio), Asinh.of(part, ratio), "of " + ratio + " up to " + largest);
            }
            assertEquals(Asinh.of(whole, largest), Asinh.of(part, largest));
            assertEquals(part[part.length - 1], Asinh.of(part, (1 << 27) - 1));
        }
    }

    /** Knees from one count to the whole range; the ratio in Q12 adds half of 1 / 4096 at most. */
    @Test
    void aCompressionIsNearAsinhOfValueByKnee() {
        int[] table = Asinh.table((1 << 27) - 1);
        Random random = new Random(3);
        for (int i = 0; i < DRAWS; i++) {
            double knee = Math.exp(random.nextDouble() * 11);
            int value = random.nextInt(1 << 16) - (1 << 15) >> random.nextInt(16);
            double exact = Asinh.exact(Math.abs(value) / knee);
            assertEquals(
                    Math.min(exact, Asinh.exact(1 << 15)),
                    Math.abs(Compression.of(knee).apply(table, value)) / 4096.0,
                    0.0008 + 0.00013,
                    value + " by " + knee);
        }
    }

    @Test
    void aCompressionIsOdd() {
        Compression compression = Compression.of(300);
        int[] table = Asinh.table(compression.ratio(1 << 15));
        for (int value = 0; value <= 1 << 15; value += 17) {
            assertEquals(-compression.apply(table, value), compression.apply(table, -value));
        }
    }
}
