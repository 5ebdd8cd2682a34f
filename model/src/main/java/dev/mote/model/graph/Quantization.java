package dev.mote.model.graph;

import java.util.List;
import java.util.Objects;

/**
 * How the integers of a tensor stand for real numbers: real = scale * (integer - zero point).
 * Source: TensorFlow Lite 8-bit quantization specification.
 */
public sealed interface Quantization {
    /** Plain numbers: float tensors, shapes, indices. */
    record None() implements Quantization {}

    /** One scale and zero point for all elements: activations, and weights of some files. */
    record PerTensor(float scale, int zeroPoint) implements Quantization {}

    /** One scale for each index along {@code axis}: weights and biases; every zero point is 0 in files that TFLM runs. */
    record PerChannel(List<Float> scales, List<Integer> zeroPoints, int axis) implements Quantization {
        public PerChannel {
            scales = List.copyOf(scales);
            zeroPoints = List.copyOf(zeroPoints);
        }
    }

    Quantization NONE = new None();

    static Quantization perTensor(float scale, int zeroPoint) {
        return new PerTensor(scale, zeroPoint);
    }

    /** Symmetric weights: zero points are 0. */
    static Quantization perChannel(List<Float> scales, int axis) {
        Objects.requireNonNull(scales);
        return new PerChannel(scales, scales.stream().map(s -> 0).toList(), axis);
    }
}
