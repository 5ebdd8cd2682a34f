package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.graph.Operator.Comparison;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.IntegerLayer;
import java.util.Arrays;
import java.util.List;

/** Comparisons, logic and choices. A bool holds where its byte is not 0; what is written is 0 or 1. */
final class LogicKernels {
    private LogicKernels() {}

    /** @param inputs tensor indices of the operands */
    static Kernel of(IntegerLayer layer, List<Integer> inputs, int out) {
        int in = inputs.getFirst();
        return switch (layer) {
            case IntegerLayer.Rescale rescale -> t -> ConversionKernels.rescale(rescale, t[in], t[out]);
            case IntegerLayer.Cast cast -> t -> ConversionKernels.cast(cast, t[in], t[out]);
            case IntegerLayer.Compare compare -> t -> compare(compare, t[in], t[inputs.get(1)], bytes(t[out]));
            case IntegerLayer.CompareInt8 compare ->
                t -> compare(compare, bytes(t[in]), bytes(t[inputs.get(1)]), bytes(t[out]));
            case IntegerLayer.Connect connect ->
                t -> connect(connect, bytes(t[in]), bytes(t[inputs.get(1)]), bytes(t[out]));
            case IntegerLayer.Not not -> t -> not(not, bytes(t[in]), bytes(t[out]));
            case IntegerLayer.Select select ->
                t -> SelectKernel.run(
                        select, bytes(t[in]), t[inputs.get(1)].array(), t[inputs.get(2)].array(), t[out].array());
            case IntegerLayer.ArgExtreme extreme -> t -> ArgExtremeKernel.run(extreme, t[in], t[out]);
            case IntegerLayer.All all -> t -> all(all, bytes(t[in]), bytes(t[out]));
            case IntegerLayer.Binary binary -> t -> BinaryIntegers.run(binary, t[in], t[inputs.get(1)], t[out]);
        };
    }

    private static byte[] bytes(TensorBuffer buffer) {
        return ((TensorBuffer.Bytes) buffer).values();
    }

    private static void compare(IntegerLayer.Compare layer, TensorBuffer first, TensorBuffer second, byte[] out) {
        Comparison comparison = layer.comparison();
        BroadcastIndex.forEach(
                layer.broadcast(),
                (i, a, b) -> out[i] = (byte)
                        (switch (first) {
                                    case TensorBuffer.Floats(float[] values) ->
                                        holds(comparison, values[a], ((TensorBuffer.Floats) second).values()[b]);
                                    case TensorBuffer.Longs(long[] values) ->
                                        holds(comparison, values[a], ((TensorBuffer.Longs) second).values()[b]);
                                    case TensorBuffer.Bytes(byte[] values) ->
                                        holds(comparison, truth(values[a]), truth(bytes(second)[b]));
                                    case TensorBuffer.Shorts shorts ->
                                        throw new IllegalArgumentException("int16 is not compared");
                                    case TensorBuffer.Ints(int[] values) ->
                                        holds(comparison, values[a], ((TensorBuffer.Ints) second).values()[b]);
                                }
                                ? 1
                                : 0));
    }

    private static long truth(byte value) {
        return value != 0 ? 1 : 0;
    }

    private static void compare(IntegerLayer.CompareInt8 layer, byte[] first, byte[] second, byte[] out) {
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> {
            int one = scaled(layer.first(), first[a]);
            int other = scaled(layer.second(), second[b]);
            out[i] = (byte) (holds(layer.comparison(), (long) one, other) ? 1 : 0);
        });
    }

    private static int scaled(Int8Layer.Operand operand, byte x) {
        return FixedPoint.requantize((x - operand.zeroPoint()) << IntegerLayer.CompareInt8.BITS, operand.factor());
    }

    private static boolean holds(Comparison comparison, long first, long second) {
        return switch (comparison) {
            case EQUAL -> first == second;
            case NOT_EQUAL -> first != second;
            case GREATER -> first > second;
            case GREATER_EQUAL -> first >= second;
            case LESS -> first < second;
            case LESS_EQUAL -> first <= second;
        };
    }

    /** Nothing but NOT_EQUAL holds for NaN. */
    private static boolean holds(Comparison comparison, float first, float second) {
        return switch (comparison) {
            case EQUAL -> first == second;
            case NOT_EQUAL -> first != second;
            case GREATER -> first > second;
            case GREATER_EQUAL -> first >= second;
            case LESS -> first < second;
            case LESS_EQUAL -> first <= second;
        };
    }

    private static void connect(IntegerLayer.Connect layer, byte[] first, byte[] second, byte[] out) {
        BroadcastIndex.forEach(layer.broadcast(), (i, a, b) -> {
            boolean one = first[a] != 0;
            boolean other = second[b] != 0;
            out[i] = (byte) ((layer.both() ? one && other : one || other) ? 1 : 0);
        });
    }

    private static void not(IntegerLayer.Not layer, byte[] in, byte[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            out[i] = (byte) (in[i] == 0 ? 1 : 0);
        }
    }

    private static void all(IntegerLayer.All layer, byte[] in, byte[] out) {
        int[] outputOf = ReductionKernels.outputIndices(layer.reduction());
        Arrays.fill(out, (byte) 1);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == 0) {
                out[outputOf[i]] = 0;
            }
        }
    }
}
