package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.FixedPointFunctions;
import dev.mote.model.lowered.Int8Layer;

/** int8 functions of one and of two elements. */
final class ElementwiseInt8 {
    private ElementwiseInt8() {}

    static void lookup(Int8Layer.Lookup layer, byte[] in, byte[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            out[i] = layer.table().int8(in[i] - Byte.MIN_VALUE);
        }
    }

    static void binary(Int8Layer.Binary layer, byte[] first, byte[] second, byte[] out) {
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> out[i] = binary(layer, first[a], second[b]));
    }

    private static byte binary(Int8Layer.Binary layer, byte first, byte second) {
        int value =
                switch (layer.function()) {
                    case ADD ->
                        requantized(layer, scaled(layer, layer.first(), first) + scaled(layer, layer.second(), second));
                    case SUB ->
                        requantized(layer, scaled(layer, layer.first(), first) - scaled(layer, layer.second(), second));
                    case SQUARED_DIFFERENCE -> {
                        int difference = scaled(layer, layer.first(), first) - scaled(layer, layer.second(), second);
                        yield requantized(layer, difference * difference);
                    }
                    case MUL ->
                        requantized(
                                layer,
                                (first - layer.first().zeroPoint())
                                        * (second - layer.second().zeroPoint()));
                    case MAXIMUM -> Math.max(first, second);
                    case MINIMUM -> Math.min(first, second);
                    case DIV -> quotient(layer, first, second);
                    case FLOOR_DIV, FLOOR_MOD ->
                        throw new IllegalStateException(layer.function() + " has no int8 kernel");
                };
        return FixedPoint.clamp(value, layer.range().min(), layer.range().max());
    }

    /** The reference stops at a divisor of 0; here the quotient is 0. */
    private static int quotient(Int8Layer.Binary layer, byte first, byte second) {
        int numerator = first - layer.first().zeroPoint();
        int denominator = second - layer.second().zeroPoint();
        int quotient =
                denominator == 0 ? 0 : FixedPointFunctions.quotient(numerator, denominator, layer.outputFactor());
        return quotient + layer.outputZeroPoint();
    }

    static void prelu(Int8Layer.Prelu layer, byte[] in, byte[] alphas, byte[] out) {
        Int8Layer.Operand input = layer.input();
        Int8Layer.Operand alpha = layer.alpha();
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> {
            int x = in[a] - input.zeroPoint();
            int scaled = x >= 0
                    ? FixedPoint.requantize(x, input.factor())
                    : FixedPoint.requantize(x * (alphas[b] - alpha.zeroPoint()), alpha.factor());
            out[i] = FixedPoint.clamp(scaled + layer.outputZeroPoint(), Byte.MIN_VALUE, Byte.MAX_VALUE);
        });
    }

    private static int requantized(Int8Layer.Binary layer, int value) {
        return FixedPoint.requantize(value, layer.outputFactor()) + layer.outputZeroPoint();
    }

    private static int scaled(Int8Layer.Binary layer, Int8Layer.Operand operand, byte value) {
        int shift = Int8Layer.Binary.shift(layer.function());
        return FixedPoint.requantize((value - operand.zeroPoint()) << shift, operand.factor());
    }
}
