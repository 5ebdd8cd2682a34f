package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;

/** Lowering of QUANTIZE and DEQUANTIZE. */
final class LowerConversion {
    private LowerConversion() {}

    static Layer quantize(NodeView node) {
        TensorType from = node.input().type();
        TensorType to = node.output().type();
        if (from == TensorType.FLOAT32) {
            return new FloatLayer.Quantize(node.elements(), to, quantization(node.output()));
        }
        if (from == TensorType.INT8 && to == TensorType.INT8) {
            return LowerLookup.requantize(node);
        }
        Multiplier factor = Multiplier.of((double) node.inputScale() / (double) node.outputScale());
        return new IntegerLayer.Rescale(
                node.elements(), from, to, factor, node.inputZeroPoint(), node.outputZeroPoint());
    }

    static Layer dequantize(NodeView node) {
        TensorType from = node.input().type();
        return from == TensorType.FLOAT32
                ? new MovementLayer.Copy(node.elements())
                : new FloatLayer.Dequantize(node.elements(), from, quantization(node.input()));
    }

    private static Quantization.PerTensor quantization(Tensor tensor) {
        return new Quantization.PerTensor(NodeView.scale(tensor), NodeView.zeroPoint(tensor));
    }
}
