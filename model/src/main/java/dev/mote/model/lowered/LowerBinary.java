package dev.mote.model.lowered;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.TensorType;

/** Lowering of the functions of two elements, by element type. */
final class LowerBinary {
    private LowerBinary() {}

    static Layer binary(Operator.Binary binary, NodeView node) {
        TensorType type = node.input().type();
        return switch (type) {
            case FLOAT32 -> LowerFloat.binary(binary, node);
            case INT8 -> LowerInt8.binary(binary, node);
            case INT16 -> binary.function().hasInt16() ? LowerInt16.binary(binary, node) : integer(binary, node, type);
            case INT32, INT64 -> integer(binary, node, type);
            case UINT8, BOOL, OTHER -> throw new IllegalArgumentException(binary.function() + " of " + type);
        };
    }

    /** TFLM's ADD of int32 does not look at the fused activation. */
    private static Layer integer(Operator.Binary binary, NodeView node, TensorType type) {
        Activation activation = binary.function() == BinaryFunction.ADD ? Activation.NONE : binary.activation();
        // Infinite bounds become the ends of int32.
        return new IntegerLayer.Binary(
                binary.function(), node.broadcast(), type, (int) activation.min(), (int) activation.max());
    }
}
