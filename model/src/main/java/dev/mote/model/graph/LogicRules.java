package dev.mote.model.graph;

import static dev.mote.model.graph.TensorType.BOOL;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT16;
import static dev.mote.model.graph.TensorType.INT32;
import static dev.mote.model.graph.TensorType.INT64;
import static dev.mote.model.graph.TensorType.INT8;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Operands, types and scales of comparisons, logic, choices, casts and positions: what TFLM has kernels for. */
final class LogicRules {
    private static final String QUANTIZE_AGAIN = "quantize the model again";

    private LogicRules() {}

    static int operands(Operator.Logic logic) {
        return switch (logic) {
            case Operator.Compare compare -> 2;
            case Operator.Logical logical -> logical.function().operands();
            case Operator.Select select -> 3;
            case Operator.ArgExtreme extreme -> 2;
            case Operator.Cast cast -> 1;
            case Operator.ReduceAll all -> 2;
        };
    }

    static boolean types(CheckedNode node, Operator.Logic logic) {
        TypeDemands demands = new TypeDemands(node);
        TensorType first = node.input().type();
        return switch (logic) {
            case Operator.Compare(Operator.Comparison comparison) ->
                demands.input(0, comparable(comparison))
                        .input(1, first)
                        .output(BOOL)
                        .areMet();
            case Operator.Logical logical -> {
                for (int position = 0; position < node.node().inputs().size(); position++) {
                    demands.input(position, BOOL);
                }
                yield demands.output(BOOL).areMet();
            }
            case Operator.Select select ->
                demands.input(0, BOOL)
                        .input(1, EnumSet.of(FLOAT32, INT8, INT16))
                        .input(2, node.input(1).type())
                        .output(node.input(1).type())
                        .areMet();
            case Operator.ArgExtreme extreme ->
                demands.input(0, EnumSet.of(FLOAT32, INT8))
                        .constantIntegers(1, "axis")
                        .output(EnumSet.of(INT32), "convert again with tf.argmax(..., output_type=tf.int32)")
                        .areMet();
            case Operator.Cast cast ->
                demands.input(0, EnumSet.of(FLOAT32, INT8, INT16, INT32, BOOL))
                        .output(EnumSet.of(FLOAT32, INT8, INT16, INT32))
                        .areMet();
            case Operator.ReduceAll all ->
                demands.input(0, BOOL).constantIntegers(1, "axes").output(BOOL).areMet();
        };
    }

    private static Set<TensorType> comparable(Operator.Comparison comparison) {
        return switch (comparison) {
            case EQUAL, NOT_EQUAL -> EnumSet.of(FLOAT32, INT8, INT32, INT64, BOOL);
            case GREATER, GREATER_EQUAL, LESS, LESS_EQUAL -> EnumSet.of(FLOAT32, INT8, INT32, INT64);
        };
    }

    static void scales(CheckedNode node, Operator.Logic logic) {
        switch (logic) {
            case Operator.Compare compare -> {
                if (node.input().type() == INT8) {
                    requireScaleBelowOne(node, node.input(0));
                    requireScaleBelowOne(node, node.input(1));
                }
            }
            case Operator.Select select -> {
                adviseEqual(node, node.input(1));
                adviseEqual(node, node.input(2));
            }
            case Operator.Logical logical -> {}
            case Operator.ArgExtreme extreme -> {}
            case Operator.Cast cast -> {}
            case Operator.ReduceAll all -> {}
        }
    }

    /** TFLM brings both operands to real numbers, with the scale itself as the factor. */
    private static void requireScaleBelowOne(CheckedNode node, Tensor tensor) {
        List<Float> scales = QuantizationRules.scales(tensor);
        if (scales.size() != 1) {
            node.error(
                    "TFL-50",
                    Places.quote(tensor.name()) + " has " + scales.size() + " scales, expected one",
                    QUANTIZE_AGAIN);
        } else if (!(scales.getFirst() < 1) && TensorRules.isSound(scales.getFirst())) {
            node.error(
                    "TFL-59",
                    Places.quote(tensor.name()) + " has scale " + scales.getFirst() + ", expected below 1",
                    QUANTIZE_AGAIN);
        }
    }

    private static void adviseEqual(CheckedNode node, Tensor input) {
        if (!input.quantization().equals(node.output().quantization())) {
            node.warning(
                    "TFL-58",
                    "copies integers as TFLM does, so values change: " + Places.quote(input.name())
                            + " has another scale or zero point than the output",
                    QUANTIZE_AGAIN);
        }
    }
}
