package dev.mote.model.graph;

import dev.mote.model.arithmetic.FixedPoint;
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
    record PerTensor(float scale, int zeroPoint) implements Quantization {

        /** The int8 that stands for {@code real}: rounded, an exact half away from zero, and saturated. */
        public byte quantize(float real) {
            long rounded = FixedPoint.roundHalfAway(real / scale);
            return (byte) Math.clamp(rounded + zeroPoint, Byte.MIN_VALUE, Byte.MAX_VALUE);
        }

        /** The real number that {@code integer} stands for. */
        public float dequantize(int integer) {
            return (float) ((double) scale * (integer - zeroPoint));
        }

        /** {@link #quantize(float)} of each element. */
        public byte[] quantize(float[] reals) {
            byte[] integers = new byte[reals.length];
            for (int i = 0; i < reals.length; i++) {
                integers[i] = quantize(reals[i]);
            }
            return integers;
        }

        /** {@link #dequantize(int)} of each element. */
        public float[] dequantize(byte[] integers) {
            float[] reals = new float[integers.length];
            for (int i = 0; i < integers.length; i++) {
                reals[i] = dequantize(integers[i]);
            }
            return reals;
        }
    }

    /** One scale for each index along {@code axis}: weights and biases; every zero point is 0 in files that TFLM runs. */
    record PerChannel(List<Float> scales, List<Integer> zeroPoints, int axis) implements Quantization {
        public PerChannel {
            scales = List.copyOf(scales);
            zeroPoints = List.copyOf(zeroPoints);
        }
    }

    /**
     * Of a float tensor that is not quantized yet: the real numbers that its integers shall cover, found in quantization-aware training.
     * In a file these are {@code min} and {@code max} of the quantization parameters, without a scale.
     *
     * @param min finite, at most 0
     * @param max finite, at least 0
     */
    record Trained(float min, float max) implements Quantization {
        public Trained {
            if (!isSound(min, max)) {
                throw new IllegalArgumentException("range " + min + " to " + max + ", expected finite ends around 0");
            }
        }

        /** Whether such a range can be made into integers. */
        public static boolean isSound(float min, float max) {
            return Float.isFinite(min) && Float.isFinite(max) && min <= 0 && max >= 0;
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
