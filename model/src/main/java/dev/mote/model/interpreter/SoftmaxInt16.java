package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Int16Tables;
import dev.mote.model.lowered.Int16Layer;

/** int16 softmax by tables. Source: docs/arithmetic.md, section 10. */
final class SoftmaxInt16 {
    private final Int16Layer.Softmax layer;
    private final short[] exponential;
    private final short[] reciprocal;

    SoftmaxInt16(Int16Layer.Softmax layer) {
        this.layer = layer;
        this.exponential = layer.exponential().shorts();
        this.reciprocal = layer.reciprocal().shorts();
    }

    void run(short[] in, short[] out) {
        for (int row = 0; row < layer.rows(); row++) {
            row(in, out, row * layer.depth());
        }
    }

    private void row(short[] in, short[] out, int start) {
        int max = Short.MIN_VALUE;
        for (int c = 0; c < layer.depth(); c++) {
            max = Math.max(max, in[start + c]);
        }
        int sum = 0;
        for (int c = 0; c < layer.depth(); c++) {
            int steps = FixedPoint.requantize(in[start + c] - max, layer.factor());
            out[start + c] = Int16Tables.interpolate(exponential, saturate(steps + Short.MAX_VALUE));
            sum += out[start + c];
        }
        int leadingZeros = Integer.numberOfLeadingZeros(sum);
        // The sum as 1 + x, with x in 16 bits.
        int mantissa = (int) (((long) sum << (leadingZeros - 1)) + (1 << 13) >> 14);
        short inverse = Int16Tables.interpolate(reciprocal, saturate(mantissa - (1 << 16) + Short.MIN_VALUE));
        int right = 31 - leadingZeros;
        for (int c = 0; c < layer.depth(); c++) {
            int share = (int) ((long) out[start + c] * inverse + (1L << (right - 1)) >> right);
            out[start + c] = FixedPoint.clampInt16(share, 0, Short.MAX_VALUE);
        }
    }

    private static short saturate(int x) {
        return FixedPoint.clampInt16(x, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
