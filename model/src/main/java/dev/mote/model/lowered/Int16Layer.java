package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Int16Functions;
import dev.mote.model.arithmetic.Int16Tables;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.TensorData;

/** Layers from int16 to int16, with int8 weights. Zero points and clamps ({@link Int8Layer.Range}) are in [-32768, 32767]. */
public sealed interface Int16Layer extends Layer {
    /** The clamp that changes nothing. */
    Int8Layer.Range FULL = new Int8Layer.Range(Short.MIN_VALUE, Short.MAX_VALUE);

    /**
     * From sums of products to int16: clamp(requantize(bias[oc] + sum) + zeroPoint).
     *
     * @param bias int64 [outC]
     * @param wide whether the accumulator has 64 bits; otherwise, where the model's bias is int32, it wraps at 32 bits and is
     *     requantized as that of int8 layers
     */
    record Output(TensorData bias, boolean wide, ChannelScaling scaling, int zeroPoint, Int8Layer.Range range) {}

    /** @param weights int8 [outC, kh, kw, inC / groups] */
    record Conv2d(WindowGeometry geometry, int groups, TensorData weights, Output stage) implements Int16Layer {
        @Override
        public long macs() {
            return (long) weights.size() * geometry.outputPixels();
        }
    }

    /**
     * Each output channel reads input channel oc / depthMultiplier.
     *
     * @param weights int8 [1, kh, kw, outC]
     */
    record DepthwiseConv2d(WindowGeometry geometry, int depthMultiplier, TensorData weights, Output stage)
            implements Int16Layer {
        @Override
        public long macs() {
            return (long) weights.size() * geometry.outputPixels();
        }
    }

    /**
     * As {@link Int8Layer.TransposeConv}; the accumulator always has 64 bits.
     *
     * @param weights int8 [outC, kh, kw, inC]
     */
    record TransposeConv(WindowGeometry geometry, TensorData weights, Output stage) implements Int16Layer {
        @Override
        public long macs() {
            return (long) weights.size() * geometry.inputPixels();
        }
    }

    /** out = saturate(requantize(sum(first * second))); the sum has 64 bits. */
    record BatchMatmul(MatmulGeometry geometry, Multiplier factor) implements Int16Layer {
        @Override
        public int operands() {
            return 2;
        }

        @Override
        public long macs() {
            return geometry.macs();
        }
    }

    /** As {@link Int8Layer.Prelu}; alpha is int8. */
    record Prelu(Broadcast broadcast, Int8Layer.Operand input, Int8Layer.Operand alpha, int outputZeroPoint)
            implements Int16Layer {
        @Override
        public int operands() {
            return 2;
        }
    }

    /** @param weights int8 [outputs, inputs] */
    record FullyConnected(int batches, int inputs, int outputs, TensorData weights, int inputZeroPoint, Output stage)
            implements Int16Layer {
        @Override
        public long macs() {
            return (long) weights.size() * batches;
        }
    }

    /** As {@link Int8Layer.Pool2d}. */
    record Pool2d(WindowGeometry geometry, PoolKind kind, Int8Layer.Range range) implements Int16Layer {}

    /** As {@link Int8Layer.Sum}; the sum wraps at 32 bits. */
    record Sum(Reduction reduction, Multiplier factor, int inputZeroPoint, int outputZeroPoint) implements Int16Layer {}

    /** As {@link Int8Layer.Binary}, with {@link #shift} bits more; MAXIMUM and MINIMUM are {@link IntegerLayer.Binary}. */
    record Binary(
            BinaryFunction function,
            Broadcast broadcast,
            Int8Layer.Operand first,
            Int8Layer.Operand second,
            Multiplier outputFactor,
            int outputZeroPoint,
            Int8Layer.Range range)
            implements Int16Layer {
        /** Bits that the inputs gain before they are brought to one scale. */
        public static int shift(BinaryFunction function) {
            return switch (function) {
                case ADD, SUB -> 15;
                case SQUARED_DIFFERENCE, MUL, DIV, MAXIMUM, MINIMUM, FLOOR_DIV, FLOOR_MOD -> 0;
            };
        }

        @Override
        public int operands() {
            return 2;
        }
    }

    /**
     * Over the innermost {@code depth} elements; output scale 1/32768, zero point 0.
     *
     * @param factor from input difference to steps of 10 / 65535
     * @param exponential {@link Int16Tables#exponential}
     * @param reciprocal {@link Int16Tables#reciprocal}
     */
    record Softmax(int rows, int depth, Multiplier factor, TensorData exponential, TensorData reciprocal)
            implements Int16Layer {}

    /** From int8 as {@link Int8Layer.Softmax}; output scale 1/65536, zero point -32768. */
    record SoftmaxOfInt8(int rows, int depth, Multiplier factor, int minDifference) implements Int16Layer {}

    /** {@link Int16Functions#logistic} or {@link Int16Functions#tanh}; output scale 1/32768, zero point 0. */
    record Sigmoidal(int elements, boolean tanh, Int16Functions.Scale scale) implements Int16Layer {}

    /**
     * out = saturate(requantize(1 / sqrt(in))), 32767 for what is not above 0; zero points are 0.
     *
     * @param factor from {@link dev.mote.model.arithmetic.FixedPointFunctions#reciprocalRoot} to the output
     */
    record ReciprocalRoot(int elements, Multiplier factor) implements Int16Layer {}

    /**
     * A function of one element that is linear on either side of 0: RELU, RELU6, LEAKY_RELU, ABS. With {@code c = in - inputZeroPoint},
     * out = clamp(outputZeroPoint + (c >= 0 ? requantize(c, above) : outputSign * requantize(inputSign * c, below))).
     *
     * @param range whose end may be 32768, which wraps
     * @param inputSign 1 or -1
     * @param outputSign 1 or -1
     */
    record Slopes(
            int elements,
            int inputZeroPoint,
            Multiplier above,
            Multiplier below,
            int inputSign,
            int outputSign,
            int outputZeroPoint,
            Int8Layer.Range range)
            implements Int16Layer {}
}
