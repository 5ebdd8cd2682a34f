package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;

/** int16 functions of one and of two elements. */
final class ElementwiseInt16 {
    /** Entries of the logistic table from 0 on; the last one stands for all that is above. */
    private static final int LAST_ENTRY = 255;

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

    /** Source: docs/arithmetic.md, section 10. */
    static void sigmoidal(Int16Layer.Sigmoidal layer, short[] in, short[] out) {
        short[] table = layer.table().shorts();
        int round = layer.shift() > 0 ? 1 << (layer.shift() - 1) : 0;
        for (int i = 0; i < layer.elements(); i++) {
            int x = in[i] * layer.multiplier() + round >> layer.shift();
            out[i] = (short) (layer.tanh() ? tanh(table, x) : logistic(table, x));
        }
    }

    private static int logistic(short[] table, int x) {
        int entry = Math.abs(x) >> 9;
        // The largest output is 32767, not 32768, and what it is rounded from is twice that.
        int half = entry >= LAST_ENTRY ? (Short.MAX_VALUE - 1) << 9 : between(table, Math.abs(x), 9);
        int one = 1 << 24;
        return (x >= 0 ? one + half + (1 << 9) : one - half + (1 << 9) - 1) >> 10;
    }

    private static int tanh(short[] table, int x) {
        int entry = Math.abs(x) >> 8;
        int half = entry >= LAST_ENTRY ? Short.MAX_VALUE << 8 : between(table, Math.abs(x), 8);
        return (x >= 0 ? half + (1 << 7) : -half + (1 << 7) - 1) >> 8;
    }

    /** The value at {@code x} on the line from its entry to the next one, with {@code bits} more bits. */
    private static int between(short[] table, int x, int bits) {
        int entry = x >> bits;
        return (table[entry] << bits) + (x & (1 << bits) - 1) * (table[entry + 1] - table[entry]);
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
                    case MAXIMUM -> Math.max(first, second);
                    case MINIMUM -> Math.min(first, second);
                    case DIV -> throw new IllegalStateException("DIV has no int16 kernel");
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
