package dev.mote.quantizer;

import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Weights to int8 in [-127, 127] and bias to int32, with a scale for each output channel or one for all:
 * weights = round(w / scale[c]), bias = round(b / (inputScale * scale[c])).
 */
final class QuantizeWeights {
    private static final int LARGEST_WEIGHT = Byte.MAX_VALUE;
    private static final int LARGEST_INPUT = Byte.MAX_VALUE - Byte.MIN_VALUE;

    /** Scale of weights that are all 0, where no other channel has any either. */
    private static final double IDLE_SCALE = 1.0 / LARGEST_WEIGHT;

    /** TFLM's 64-bit accumulators of int16 activations hold 48 bits. */
    private static final double LARGEST_WIDE = 0x1p47;

    private static final double LEAST_SCALE = 2.0 * Float.MIN_NORMAL;

    private final Tensor weights;
    private final float[] values;
    private final int axis;
    private final int channels;
    private final boolean isWide;

    private QuantizeWeights(Tensor weights, int axis, boolean isWide) {
        this.weights = weights;
        this.values = weights.data().orElseThrow().floats();
        this.axis = axis;
        this.channels = weights.shape().dimension(axis);
        this.isWide = isWide;
    }

    /** int8 weights, and the bias where there is one. */
    record Quantized(Tensor weights, Optional<Tensor> bias) {}

    /**
     * @param axis the dimension of the weights that counts output channels
     * @param isWide whether the input is int16: the bias then is int64
     */
    static Quantized quantize(
            Tensor weights, Optional<Tensor> bias, int axis, boolean perChannel, float inputScale, boolean isWide) {
        QuantizeWeights work = new QuantizeWeights(weights, axis, isWide);
        Optional<float[]> biases =
                bias.map(tensor -> tensor.data().orElseThrow().floats());
        float[] scales = work.scales(perChannel, biases, inputScale);
        return new Quantized(work.weights(scales), bias.map(tensor -> work.bias(tensor, scales, inputScale)));
    }

    /** What quantized {@code weights} stand for. */
    static float[] reals(Tensor weights, int axis) {
        int inner = weights.shape().elements(axis + 1, weights.shape().rank());
        int channels = weights.shape().dimension(axis);
        byte[] integers = weights.data().orElseThrow().bytes();
        float[] reals = new float[integers.length];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = integers[i]
                    * switch (weights.quantization()) {
                        case Quantization.None none -> throw new IllegalArgumentException("not quantized");
                        case Quantization.Trained range -> throw new IllegalArgumentException("not quantized");
                        case Quantization.PerTensor one -> one.scale();
                        case Quantization.PerChannel many -> many.scales().get(i / inner % channels);
                    };
        }
        return reals;
    }

    private float[] scales(boolean perChannel, Optional<float[]> biases, float inputScale) {
        double[] scales = new double[channels];
        for (int i = 0; i < values.length; i++) {
            int c = channel(i);
            scales[c] = Math.max(scales[c], Math.abs((double) values[i]) / LARGEST_WEIGHT);
        }
        double largest = Arrays.stream(scales).max().orElse(0);
        double idle = largest > 0 ? largest : IDLE_SCALE;
        for (int c = 0; c < channels; c++) {
            double own = scales[c] > 0 ? scales[c] : idle;
            double bias = biases.isPresent() ? Math.abs((double) biases.get()[c]) : 0;
            scales[c] = Math.max(own, bias / (inputScale * largestBias()));
        }
        if (!perChannel) {
            scales = new double[] {Arrays.stream(scales).max().orElse(idle)};
        }
        float[] rounded = new float[scales.length];
        for (int c = 0; c < scales.length; c++) {
            // Below the smallest normal float a scale loses its digits; that of the bias is inputScale times this one.
            rounded[c] = (float) Math.max(scales[c], LEAST_SCALE / Math.min(inputScale, 1));
        }
        return rounded;
    }

    /** What leaves room in the accumulator for the largest sum of products; a millionth less, for scales are rounded to float. */
    private double largestBias() {
        if (isWide) {
            double products = (double) values.length / channels * LARGEST_WEIGHT * -Short.MIN_VALUE;
            return (LARGEST_WIDE - products) * (1 - 1e-6);
        }
        double products = (double) values.length / channels * LARGEST_WEIGHT * LARGEST_INPUT;
        return Math.max(Integer.MAX_VALUE - products, Integer.MAX_VALUE / 2.0) * (1 - 1e-6);
    }

    /** Output channel of element {@code i}. */
    private int channel(int i) {
        int inner = weights.shape().elements(axis + 1, weights.shape().rank());
        return i / inner % channels;
    }

    private Tensor weights(float[] scales) {
        byte[] quantized = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            long rounded = roundHalfAway(values[i] / (double) scales[scales.length == 1 ? 0 : channel(i)]);
            quantized[i] = (byte) Math.clamp(rounded, -LARGEST_WEIGHT, LARGEST_WEIGHT);
        }
        return Tensor.constant(
                weights.name(),
                TensorType.INT8,
                weights.shape(),
                quantization(scales, axis),
                TensorData.ofBytes(quantized));
    }

    private Tensor bias(Tensor bias, float[] weightScales, float inputScale) {
        float[] values = bias.data().orElseThrow().floats();
        float[] scales = new float[weightScales.length];
        long[] quantized = new long[values.length];
        for (int c = 0; c < scales.length; c++) {
            scales[c] = inputScale * weightScales[c];
        }
        for (int c = 0; c < values.length; c++) {
            quantized[c] = roundHalfAway(values[c] / (double) scales[scales.length == 1 ? 0 : c]);
        }
        TensorData data = isWide ? TensorData.ofLongs(quantized) : TensorData.ofInts(narrowed(quantized));
        TensorType type = isWide ? TensorType.INT64 : TensorType.INT32;
        return Tensor.constant(bias.name(), type, bias.shape(), quantization(scales, 0), data);
    }

    private static int[] narrowed(long[] values) {
        return LongStream.of(values)
                .mapToInt(value -> Math.clamp(value, -Integer.MAX_VALUE, Integer.MAX_VALUE))
                .toArray();
    }

    /** A single channel is written as a tensor with one scale: that is what a file can tell apart. */
    private static Quantization quantization(float[] scales, int axis) {
        if (scales.length == 1) {
            return Quantization.perTensor(scales[0], 0);
        }
        List<Float> list =
                IntStream.range(0, scales.length).mapToObj(c -> scales[c]).toList();
        return Quantization.perChannel(list, axis);
    }

    private static long roundHalfAway(double x) {
        long magnitude = Math.round(Math.abs(x));
        return x < 0 ? -magnitude : magnitude;
    }
}
