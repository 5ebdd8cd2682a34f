package dev.mote.model.interpreter;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.IntegerLayer;

/** Functions of two plain integers. */
final class BinaryIntegers {
    private BinaryIntegers() {}

    static void run(IntegerLayer.Binary layer, TensorBuffer first, TensorBuffer second, TensorBuffer out) {
        if (out instanceof TensorBuffer.Longs(long[] values)) {
            long[] one = ((TensorBuffer.Longs) first).values();
            long[] other = ((TensorBuffer.Longs) second).values();
            boolean greatest = layer.function() == BinaryFunction.MAXIMUM;
            BroadcastIndex.forEach(
                    layer.broadcast(),
                    (i, a, b) -> values[i] = greatest ? Math.max(one[a], other[b]) : Math.min(one[a], other[b]));
            return;
        }
        TensorType type = layer.type();
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> {
            int value =
                    apply(layer.function(), IntegerElements.get(first, type, a), IntegerElements.get(second, type, b));
            IntegerElements.set(out, i, Math.min(Math.max(value, layer.min()), layer.max()));
        });
    }

    private static int apply(BinaryFunction function, int first, int second) {
        return switch (function) {
            case ADD -> first + second;
            case SUB -> first - second;
            case MUL -> first * second;
            case DIV -> second == 0 ? 0 : first / second;
            case MAXIMUM -> Math.max(first, second);
            case MINIMUM -> Math.min(first, second);
            case SQUARED_DIFFERENCE -> (first - second) * (first - second);
            case FLOOR_DIV, FLOOR_MOD -> throw new IllegalArgumentException(function + " of integers");
        };
    }
}
