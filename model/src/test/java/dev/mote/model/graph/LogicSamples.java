package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.TensorType.BOOL;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT16;
import static dev.mote.model.graph.TensorType.INT32;
import static dev.mote.model.graph.TensorType.INT64;
import static dev.mote.model.graph.TensorType.INT8;
import static dev.mote.model.graph.TensorType.UINT8;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.Comparison;
import dev.mote.model.graph.Operator.LogicalFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small valid graphs of the operators between types, and of arithmetic of plain integers. */
public final class LogicSamples {
    private static final Quantization SCALE = Quantization.perTensor(0.5f, 3);
    /** What QUANTIZE and DEQUANTIZE convert between. */
    private static final Map<TensorType, List<TensorType>> CONVERSIONS = Map.of(
            FLOAT32, List.of(INT8, INT16),
            INT8, List.of(INT8, UINT8, INT16, INT32, FLOAT32),
            UINT8, List.of(INT8, FLOAT32),
            INT16, List.of(INT8, INT16, INT32, FLOAT32),
            INT32, List.of(INT8, INT16));

    private LogicSamples() {}

    static List<Graph> all() {
        List<Graph> graphs = new ArrayList<>();
        for (TensorType from : List.of(FLOAT32, INT8, UINT8, INT16, INT32)) {
            CONVERSIONS.get(from).forEach(to -> graphs.add(conversion(from, to)));
        }
        for (TensorType type : List.of(FLOAT32, INT8, INT32, INT64)) {
            for (Comparison comparison : Comparison.values()) {
                graphs.add(compare(comparison, type));
            }
        }
        graphs.add(compare(Comparison.EQUAL, BOOL));
        graphs.add(logical(LogicalFunction.LOGICAL_AND));
        graphs.add(logical(LogicalFunction.LOGICAL_OR));
        graphs.add(one(new Operator.Logical(LogicalFunction.LOGICAL_NOT), data(BOOL, 2, 3), data(BOOL, 2, 3)));
        for (TensorType type : List.of(FLOAT32, INT8, INT16)) {
            graphs.add(select(type));
        }
        for (TensorType type : List.of(FLOAT32, INT8)) {
            graphs.add(argExtreme(type, true));
            graphs.add(argExtreme(type, false));
        }
        for (TensorType from : List.of(FLOAT32, INT8, INT16, INT32, BOOL)) {
            for (TensorType to : List.of(FLOAT32, INT8, INT16, INT32)) {
                graphs.add(cast(from, to));
            }
        }
        graphs.add(one(new Operator.ReduceAll(false), data(BOOL, 2, 3), ints(-1), data(BOOL, 2)));
        for (BinaryFunction function : BinaryFunction.values()) {
            if (function != BinaryFunction.FLOOR_DIV && function != BinaryFunction.FLOOR_MOD) {
                graphs.add(binary(function, INT32));
            }
        }
        for (TensorType type : List.of(INT16, INT64)) {
            graphs.add(binary(BinaryFunction.MAXIMUM, type));
            graphs.add(binary(BinaryFunction.MINIMUM, type));
        }
        return graphs;
    }

    public static Graph conversion(TensorType from, TensorType to) {
        Operator operator = to == FLOAT32 ? new Operator.Dequantize() : new Operator.Quantize();
        return one(operator, quantized(from, SCALE), quantized(to, Quantization.perTensor(0.25f, 5)));
    }

    static Graph compare(Comparison comparison, TensorType type) {
        return one(new Operator.Compare(comparison), data(type, 1, 3, 4), data(type, 3, 1), data(BOOL, 1, 3, 4));
    }

    static Graph logical(LogicalFunction function) {
        return one(new Operator.Logical(function), data(BOOL, 1, 3, 4), data(BOOL, 3, 1), data(BOOL, 1, 3, 4));
    }

    static Graph select(TensorType type) {
        return one(new Operator.Select(), data(BOOL, 3, 1), data(type, 1, 3, 4), data(type, 4), data(type, 1, 3, 4));
    }

    static Graph argExtreme(TensorType type, boolean greatest) {
        return one(new Operator.ArgExtreme(greatest), data(type, 2, 3, 4), ints(-2), data(INT32, 2, 4));
    }

    static Graph cast(TensorType from, TensorType to) {
        return one(new Operator.Cast(), data(from, 2, 3), data(to, 2, 3));
    }

    static Graph binary(BinaryFunction function, TensorType type) {
        Activation activation =
                function == BinaryFunction.MUL || function == BinaryFunction.SUB ? Activation.RELU6 : Activation.NONE;
        return one(
                new Operator.Binary(function, activation), data(type, 1, 3, 4), data(type, 3, 1), data(type, 1, 3, 4));
    }

    /** An activation; int8 has a scale. */
    static Tensor data(TensorType type, int... dimensions) {
        return OperatorSamples.data(type, SCALE, dimensions);
    }

    private static Tensor quantized(TensorType type, Quantization quantization) {
        return Tensor.variable("data", type, Shape.of(1, 4), type == FLOAT32 ? Quantization.NONE : quantization);
    }
}
