package dev.mote.model.graph;

import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT16;
import static dev.mote.model.graph.TensorType.INT32;
import static dev.mote.model.graph.TensorType.INT8;
import static dev.mote.model.graph.TensorType.UINT8;

import java.util.EnumSet;
import java.util.Set;

/** Types and scales of QUANTIZE and DEQUANTIZE: those that TFLM converts between. */
final class ConversionRules {
    private static final String QUANTIZE_AGAIN = "quantize the model again";
    /** Left shifts of the requantization reach this far. */
    private static final double LARGEST_FACTOR = 1 << 30;

    private ConversionRules() {}

    static boolean quantizeTypes(CheckedNode node) {
        TypeDemands demands = new TypeDemands(node).input(0, EnumSet.of(FLOAT32, INT8, UINT8, INT16, INT32));
        return demands.areMet() && demands.output(targets(node.input().type())).areMet();
    }

    private static Set<TensorType> targets(TensorType source) {
        return switch (source) {
            case FLOAT32, INT32 -> EnumSet.of(INT8, INT16);
            case INT8 -> EnumSet.of(INT8, UINT8, INT16, INT32);
            case UINT8 -> EnumSet.of(INT8);
            case INT16 -> EnumSet.of(INT8, INT16, INT32);
            case INT64, BOOL, OTHER -> EnumSet.noneOf(TensorType.class);
        };
    }

    /** A float32 input is a constant that the file has as float16: the values are there already. */
    static boolean dequantizeTypes(CheckedNode node) {
        Set<TensorType> sources = EnumSet.of(INT8, UINT8, INT16);
        if (node.input().isConstant()) {
            sources.add(FLOAT32);
        }
        return new TypeDemands(node).input(0, sources).output(FLOAT32).areMet();
    }

    static void quantizeScales(CheckedNode node) {
        boolean fromIntegers = node.input().type() != FLOAT32;
        boolean scaled = hasScale(node, node.output());
        if (!fromIntegers || !(hasScale(node, node.input()) && scaled)) {
            return;
        }
        double factor = scale(node.input()) / scale(node.output());
        if (!(factor >= 0 && factor < LARGEST_FACTOR)) {
            node.error("TFL-59", "input scale / output scale is " + factor + ", expected below 2^30", QUANTIZE_AGAIN);
        }
    }

    static void dequantizeScales(CheckedNode node) {
        if (node.input().type() != FLOAT32) {
            hasScale(node, node.input());
        }
    }

    /** That of int8 tensors is looked at for every operator. */
    private static boolean hasScale(CheckedNode node, Tensor tensor) {
        if (!(tensor.quantization() instanceof Quantization.PerTensor one)) {
            if (tensor.type() != INT8) {
                String found = tensor.quantization() instanceof Quantization.None ? "no scale" : "several scales";
                node.error("TFL-50", Places.quote(tensor.name()) + " has " + found + ", expected one", QUANTIZE_AGAIN);
            }
            return false;
        }
        boolean sound = TensorRules.isSound(one.scale());
        if (!sound && tensor.type() == INT32) {
            node.error(
                    "TFL-51",
                    Places.quote(tensor.name()) + " has scale " + one.scale() + ", expected a finite number above 0",
                    QUANTIZE_AGAIN);
        }
        return sound;
    }

    private static double scale(Tensor tensor) {
        return QuantizationRules.scales(tensor).getFirst();
    }
}
