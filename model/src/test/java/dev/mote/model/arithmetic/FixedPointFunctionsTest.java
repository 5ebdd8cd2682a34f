package dev.mote.model.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** The oracle is the real function; its golden bytes are checked through the operators that use it. */
class FixedPointFunctionsTest {
    private static final double Q0 = 0x1p-31;
    /** The remainder of the Taylor polynomial of degree 4 at 1/8: (1/8)^5 / 5! = 2.5e-7. */
    private static final double TOLERANCE = 3e-7;

    @Property(seed = "1")
    void expIsExp(@ForAll @DoubleRange(min = -31.9, max = 0) @Scale(9) double x) {
        int q5 = (int) (x * 0x1p26);
        assertEquals(Math.exp(q5 * 0x1p-26), FixedPointFunctions.expOnNegative(q5, 5) * Q0, TOLERANCE);
    }

    @Property(seed = "1")
    void logisticIsLogistic(@ForAll @DoubleRange(min = -15.9, max = 15.9) @Scale(9) double x) {
        int q4 = (int) (x * 0x1p27);
        assertEquals(1 / (1 + Math.exp(-q4 * 0x1p-27)), FixedPointFunctions.logistic(q4) * Q0, TOLERANCE);
    }

    @Property(seed = "1")
    void tanhIsTanh(@ForAll @DoubleRange(min = -15.9, max = 15.9) @Scale(9) double x) {
        int q4 = (int) (x * 0x1p27);
        assertEquals(Math.tanh(q4 * 0x1p-27), FixedPointFunctions.tanh(q4) * Q0, TOLERANCE);
    }

    @Property(seed = "1")
    void reciprocalIsReciprocal(@ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double x) {
        int q0 = (int) (x * Integer.MAX_VALUE);
        assertEquals(1 / (1 + q0 * Q0), FixedPointFunctions.reciprocalOfOnePlus(q0) * Q0, TOLERANCE);
    }

    @Property(seed = "1")
    void logarithmIsLogarithm(@ForAll @DoubleRange(min = 1, max = 4095) @Scale(9) double x) {
        int q12 = (int) (x * 0x1p19);
        assertEquals(Math.log(q12 * 0x1p-19), FixedPointFunctions.logarithm(q12) * 0x1p-26, TOLERANCE);
    }

    @Property(seed = "1")
    void inverseRootIsInverseRoot(@ForAll @IntRange(min = 1) int x) {
        Multiplier root = FixedPointFunctions.inverseRoot(x);
        assertEquals(1, root.value() * Math.sqrt(x), 1e-5);
    }

    @Test
    void zeroIsExact() {
        assertEquals(Integer.MAX_VALUE, FixedPointFunctions.expOnNegative(0, 5));
        assertEquals(1 << 30, FixedPointFunctions.logistic(0));
        assertEquals(0, FixedPointFunctions.tanh(0));
    }
}
