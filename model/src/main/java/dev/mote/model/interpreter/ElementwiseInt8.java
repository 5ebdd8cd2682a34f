package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int8Layer;

/** int8 functions of one element, and sums of two. */
final class ElementwiseInt8 {
    private ElementwiseInt8() {}

    static void lookup(Int8Layer.Lookup layer, byte[] in, byte[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            out[i] = layer.table().int8(in[i] - Byte.MIN_VALUE);
        }
    }

    static void add(Int8Layer.Add layer, byte[] first, byte[] second, byte[] out) {
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> out[i] = sum(layer, first[a], second[b]));
    }

    private static byte sum(Int8Layer.Add layer, byte first, byte second) {
        int sum = scaled(layer.first(), first) + scaled(layer.second(), second);
        int value = FixedPoint.requantize(sum, layer.outputFactor()) + layer.outputZeroPoint();
        return FixedPoint.clamp(value, layer.range().min(), layer.range().max());
    }

    private static int scaled(Int8Layer.AddInput input, byte value) {
        return FixedPoint.requantize((value - input.zeroPoint()) << Int8Layer.Add.SHIFT, input.factor());
    }
}
