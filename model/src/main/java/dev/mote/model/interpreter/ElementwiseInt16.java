package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.FixedPointFunctions;
import dev.mote.model.arithmetic.Int16Functions;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;

/** int16 functions of one and of two elements. */
final class ElementwiseInt16 {
    private ElementwiseInt16() {}

    static void slopes(Int16Layer.Slopes layer, short[] in, short[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            int centred = in[i] - layer.inputZeroPoint();
            int scaled = centred >= 0
                    ? FixedPoint.requantize(centred, layer.above())
                    : layer.outputSign() * FixedPoint.requantize(layer.inputSign() * centred, layer.below());
            out[i] = FixedPoint.clampInt16(
                    scaled + layer.outputZeroPoint(),
                    layer.range().min(),
                    layer.range().max());
        }
    }

    static void prelu(Int16Layer.Prelu layer, short[] in, byte[] alphas, short[] out) {
        Int8Layer.Operand input = layer.input();
        Int8Layer.Operand alpha = layer.alpha();
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> {
            int x = in[a] - input.zeroPoint();
            int scaled = x >= 0
                    ? FixedPoint.requantize(x, input.factor())
                    : FixedPoint.requantize(x * (alphas[b] - alpha.zeroPoint()), alpha.factor());
            out[i] = FixedPoint.clampInt16(scaled + layer.outputZeroPoint(), Short.MIN_VALUE, Short.MAX_VALUE);
        });
    }

    static void sigmoidal(Int16Layer.Sigmoidal layer, short[] in, short[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            out[i] = layer.tanh()
                    ? Int16Functions.tanh(in[i], layer.scale())
                    : Int16Functions.logistic(in[i], layer.scale());
        }
    }

    /** The reference stops at what is below 0. */
    static void reciprocalRoot(Int16Layer.ReciprocalRoot layer, short[] in, short[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            int root = in[i] > 0 ? FixedPointFunctions.reciprocalRoot(in[i]) : 0;
            int scaled = FixedPoint.requantize(root, layer.factor());
            out[i] = (short) (in[i] > 0 ? Math.clamp(scaled, Short.MIN_VALUE, Short.MAX_VALUE) : Short.MAX_VALUE);
        }
    }

    static void binary(Int16Layer.Binary layer, short[] first, short[] second, short[] out) {
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> out[i] = binary(layer, first[a], second[b]));
    }

    private static short binary(Int16Layer.Binary layer, short first, short second) {
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
                    case MUL -> requantized(layer, first * second);
                    case DIV, MAXIMUM, MINIMUM, FLOOR_DIV, FLOOR_MOD ->
                        throw new IllegalStateException(layer.function() + " has no int16 kernel with scales");
                };
        return FixedPoint.clampInt16(value, layer.range().min(), layer.range().max());
    }

    private static int requantized(Int16Layer.Binary layer, int value) {
        return FixedPoint.requantize(value, layer.outputFactor()) + layer.outputZeroPoint();
    }

    private static int scaled(Int16Layer.Binary layer, Int8Layer.Operand operand, short value) {
        int shift = Int16Layer.Binary.shift(layer.function());
        return FixedPoint.requantize((value - operand.zeroPoint()) << shift, operand.factor());
    }
}
