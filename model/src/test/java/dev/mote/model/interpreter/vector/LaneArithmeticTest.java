package dev.mote.model.interpreter.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.model.arithmetic.FixedPoint;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import jdk.incubator.vector.IntVector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vectors round as {@link FixedPoint} does, lane by lane. */
class LaneArithmeticTest {
    private static final int VECTORS = 400_000;
    private static final int[] EDGES = {
        0,
        1,
        -1,
        2,
        -2,
        1 << 30,
        -(1 << 30),
        (1 << 30) - 1,
        (1 << 30) + 1,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1
    };

    private final SplittableRandom random = new SplittableRandom(20261);

    @BeforeEach
    void needsVectors() {
        assumeTrue(VectorKernels.arePresent(), "skipped: no module jdk.incubator.vector");
    }

    @Test
    void multipliesAsTheFixedPointClass() {
        for (int i = 0; i < VECTORS; i++) {
            int[] a = lanes(this::anyInt);
            int[] b = lanes(() -> Math.max(anyInt(), 0));
            int[] high = new int[Lanes.COUNT];
            LaneArithmetic.doublingHighMultiply(vector(a), vector(b)).intoArray(high, 0);
            for (int lane = 0; lane < high.length; lane++) {
                int where = lane;
                int expected = FixedPoint.doublingHighMultiply(a[lane], b[lane]);
                assertEquals(expected, high[lane], () -> a[where] + " * " + b[where]);
            }
        }
    }

    @Test
    void dividesAsTheFixedPointClass() {
        for (int i = 0; i < VECTORS; i++) {
            int[] x = lanes(this::anyInt);
            int[] exponents = lanes(() -> random.nextInt(32));
            // Every second vector lies around an exact half.
            if (i % 2 == 0) {
                for (int lane = 0; lane < x.length; lane++) {
                    int half = exponents[lane] == 0 ? 0 : 1 << (exponents[lane] - 1);
                    x[lane] = (x[lane] >> exponents[lane] << exponents[lane]) + half + random.nextInt(-1, 2);
                }
            }
            int[] masks = new int[x.length];
            for (int lane = 0; lane < x.length; lane++) {
                masks[lane] = (int) ((1L << exponents[lane]) - 1);
            }
            int[] quotients = new int[x.length];
            LaneArithmetic.divideByPowerOfTwo(vector(x), vector(exponents), vector(masks))
                    .intoArray(quotients, 0);
            for (int lane = 0; lane < x.length; lane++) {
                int where = lane;
                int expected = FixedPoint.divideByPowerOfTwo(x[lane], exponents[lane]);
                assertEquals(expected, quotients[lane], () -> x[where] + " / 2^" + exponents[where]);
            }
        }
    }

    /** Of any magnitude, edges often. */
    private int anyInt() {
        return random.nextInt(4) == 0
                ? EDGES[random.nextInt(EDGES.length)]
                : random.nextInt() >> random.nextInt(Integer.SIZE);
    }

    private static int[] lanes(IntSupplier values) {
        int[] lanes = new int[Lanes.COUNT];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = values.getAsInt();
        }
        return lanes;
    }

    private static IntVector vector(int[] lanes) {
        return IntVector.fromArray(Lanes.INTS, lanes, 0);
    }
}
