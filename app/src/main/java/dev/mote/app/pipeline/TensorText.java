package dev.mote.app.pipeline;

import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;

/** Tensors in words. */
final class TensorText {
    private TensorText() {}

    /** As {@code scale 0.0039 zero point -128}; empty for plain numbers. */
    static String quantization(Tensor tensor) {
        return switch (tensor.quantization()) {
            case Quantization.None none -> "";
            case Quantization.Trained range -> "trained range " + range.min() + " to " + range.max();
            case Quantization.PerTensor q -> "scale " + q.scale() + " zero point " + q.zeroPoint();
            case Quantization.PerChannel q -> q.scales().size() + " scales along axis " + q.axis();
        };
    }
}
