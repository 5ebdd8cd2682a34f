package dev.mote.model.graph;

import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT16;
import static dev.mote.model.graph.TensorType.INT32;
import static dev.mote.model.graph.TensorType.INT64;
import static dev.mote.model.graph.TensorType.INT8;

import java.util.EnumSet;
import java.util.Set;

/** Types of the functions of two elements, and what TFLM asks of those of int32. */
final class BinaryRules {
    private BinaryRules() {}

    static boolean types(CheckedNode node, Operator.Binary binary) {
        TypeDemands demands = new TypeDemands(node).input(0, types(binary.function()));
        TensorType type = node.input().type();
        return demands.areMet() && demands.input(1, type).output(type).areMet();
    }

    private static Set<TensorType> types(Operator.BinaryFunction function) {
        return switch (function) {
            case ADD, SUB, MUL, SQUARED_DIFFERENCE -> EnumSet.of(FLOAT32, INT8, INT16, INT32);
            case MAXIMUM, MINIMUM -> EnumSet.of(FLOAT32, INT8, INT16, INT32, INT64);
            case DIV -> EnumSet.of(FLOAT32, INT8, INT32);
            case FLOOR_DIV, FLOOR_MOD -> EnumSet.of(FLOAT32);
        };
    }

    static void quantization(CheckedNode node, Operator.Binary binary) {
        if (node.input().type() != INT32) {
            return;
        }
        switch (binary.function()) {
            case ADD -> {
                requirePlain(node, 2);
                if (binary.activation() != Activation.NONE) {
                    node.warning(
                            "TFL-33",
                            "fused activation " + binary.activation() + " of an int32 ADD, which TFLM does not apply",
                            "make the activation an operator of its own");
                }
            }
            case DIV -> requirePlain(node, 2);
            case SUB -> requirePlain(node, 3);
            case MUL, MAXIMUM, MINIMUM, SQUARED_DIFFERENCE, FLOOR_DIV, FLOOR_MOD -> {}
        }
    }

    /** @param tensors how many, of both inputs and then the output */
    private static void requirePlain(CheckedNode node, int tensors) {
        node.tensors().stream()
                .limit(tensors)
                .filter(tensor -> !(tensor.quantization() instanceof Quantization.None))
                .findFirst()
                .ifPresent(tensor -> node.error(
                        "TFL-50",
                        Places.quote(tensor.name()) + " has a scale, expected plain int32",
                        "quantize to int8, or leave integers as they are"));
    }
}
