package dev.mote.model.lowered;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Multiplier;

/**
 * x * relu6(x + 3) / 6 of int8, by the 16-bit fixed-point steps of TFLM.
 * Source: docs/arithmetic.md, section 8; A. Howard et al., "Searching for MobileNetV3", 2019, for the function.
 */
final class HardSwishTable {
    /** Bits that the input gains, so that 16-bit steps are accurate. */
    private static final int HIGH_RESOLUTION_BITS = 7;
    /** On this scale the real value 3 is 2^15. */
    private static final float RELUISH_SCALE = 3f / 32768;

    private final NodeView node;
    private final int outputMultiplier;
    private final int outputShift;
    private final int reluishMultiplier;
    private final int reluishShift;

    private HardSwishTable(NodeView node) {
        this.node = node;
        float highResolutionScale = 1f / (1 << HIGH_RESOLUTION_BITS) * node.inputScale();
        Multiplier output = Multiplier.of((double) (highResolutionScale / node.outputScale()));
        Multiplier reluish = Multiplier.of((double) (highResolutionScale / RELUISH_SCALE));
        outputMultiplier = to16Bits(output.multiplier());
        outputShift = output.shift();
        reluishMultiplier = to16Bits(reluish.multiplier());
        reluishShift = reluish.shift();
    }

    static Layer of(NodeView node) {
        return LowerLookup.table(node, new HardSwishTable(node)::value);
    }

    private int value(int x) {
        int input = (short) ((x - node.inputZeroPoint()) << HIGH_RESOLUTION_BITS);
        int preshift = roundedHighMultiply(input, outputMultiplier);
        int product = truncatedHighMultiply(reluish(input), preshift);
        int output = FixedPoint.divideByPowerOfTwo(product, -outputShift);
        return LowerLookup.saturate((short) (output + node.outputZeroPoint()));
    }

    /** relu6(x + 3) / 6 as a fraction of 2^15; a left shift saturates in its last bit only. */
    private int reluish(int input) {
        int value = reluishShift > 0 ? saturate16((long) input << (reluishShift - 1)) : input;
        value = roundedHighMultiply(value, reluishMultiplier);
        if (reluishShift > 0) {
            value = saturate16(value * 2L);
        }
        if (reluishShift < 0) {
            value = FixedPoint.divideByPowerOfTwo(value, -reluishShift);
        }
        return (value + (1 << 15)) >> 1;
    }

    private static int to16Bits(int multiplier) {
        int half = 1 << 15;
        return multiplier >= Integer.MAX_VALUE - half ? Short.MAX_VALUE : (multiplier + half) >> 16;
    }

    /** High 16 bits of 2 * a * b, rounded to nearest, an exact half upwards. */
    private static int roundedHighMultiply(int a, int b) {
        if (a == Short.MIN_VALUE && b == Short.MIN_VALUE) {
            return Short.MAX_VALUE;
        }
        int product = a * b;
        int nudge = product >= 0 ? 1 << 14 : 1 - (1 << 14);
        return (product + nudge) / (1 << 15);
    }

    /** High 16 bits of 2 * a * b, truncated towards zero. */
    private static int truncatedHighMultiply(int a, int b) {
        return a == Short.MIN_VALUE && b == Short.MIN_VALUE ? Short.MAX_VALUE : a * b / (1 << 15);
    }

    private static int saturate16(long x) {
        return (int) Math.clamp(x, (long) Short.MIN_VALUE, (long) Short.MAX_VALUE);
    }
}
