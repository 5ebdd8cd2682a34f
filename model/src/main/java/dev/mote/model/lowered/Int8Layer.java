package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.TensorData;

/** Layers from int8 to int8. Zero points and clamps ({@link Range}) are in [-128, 127]. */
public sealed interface Int8Layer extends Layer {

    /** Lowest and highest output value: the fused activation, already in quantized terms. */
    record Range(int min, int max) {
        public static final Range FULL = new Range(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    /**
     * out[oc] = clamp(requantize(bias[oc] + sum((in - inputZeroPoint) * weights[oc])) + outputZeroPoint).
     *
     * @param weights int8 [outC, kh, kw, inC / groups]
     * @param bias int32 [outC]
     */
    record Conv2d(
            WindowGeometry geometry,
            int groups,
            TensorData weights,
            TensorData bias,
            ChannelScaling scaling,
            int inputZeroPoint,
            int outputZeroPoint,
            Range range)
            implements Int8Layer {
        @Override
        public long macs() {
            return (long) weights.size() * geometry.outputPixels();
        }
    }

    /**
     * As {@link Conv2d}, each output channel reading input channel oc / depthMultiplier.
     *
     * @param weights int8 [1, kh, kw, outC]
     */
    record DepthwiseConv2d(
            WindowGeometry geometry,
            int depthMultiplier,
            TensorData weights,
            TensorData bias,
            ChannelScaling scaling,
            int inputZeroPoint,
            int outputZeroPoint,
            Range range)
            implements Int8Layer {
        @Override
        public long macs() {
            return (long) weights.size() * geometry.outputPixels();
        }
    }

    /**
     * As {@link Conv2d} without a window.
     *
     * @param weights int8 [outputs, inputs]
     */
    record FullyConnected(
            int batches,
            int inputs,
            int outputs,
            TensorData weights,
            TensorData bias,
            ChannelScaling scaling,
            int inputZeroPoint,
            int outputZeroPoint,
            Range range)
            implements Int8Layer {
        @Override
        public long macs() {
            return (long) weights.size() * batches;
        }
    }

    /**
     * As {@link Conv2d}, the sum being over all taps through which an input pixel adds to the output pixel.
     *
     * @param geometry of {@link WindowGeometry#transposed}
     * @param weights int8 [outC, kh, kw, inC]
     */
    record TransposeConv(
            WindowGeometry geometry,
            TensorData weights,
            TensorData bias,
            ChannelScaling scaling,
            int inputZeroPoint,
            int outputZeroPoint,
            Range range)
            implements Int8Layer {
        @Override
        public long macs() {
            return (long) weights.size() * geometry.inputPixels();
        }
    }

    /** out = saturate(requantize(sum((first - firstZeroPoint) * (second - secondZeroPoint))) + outputZeroPoint). */
    record BatchMatmul(
            MatmulGeometry geometry, int firstZeroPoint, int secondZeroPoint, Multiplier factor, int outputZeroPoint)
            implements Int8Layer {
        @Override
        public int operands() {
            return 2;
        }

        @Override
        public long macs() {
            return geometry.macs();
        }
    }

    /** Over the part of the window that lies inside the input; an average rounds to nearest, half away from zero. */
    record Pool2d(WindowGeometry geometry, PoolKind kind, Range range) implements Int8Layer {}

    /**
     * out = clamp(requantize(sum(in) - inputs * inputZeroPoint) + outputZeroPoint); for a mean {@code factor} holds 1 / inputs.
     *
     * @param reduction which elements are summed
     */
    record Sum(Reduction reduction, Multiplier factor, int inputZeroPoint, int outputZeroPoint) implements Int8Layer {}

    /**
     * Over the innermost {@code depth} elements; output scale 1/256, zero point -128.
     *
     * @param factor from input difference to Q5.26
     * @param minDifference inputs that are further below the maximum give 0
     */
    record Softmax(int rows, int depth, Multiplier factor, int minDifference) implements Int8Layer {}

    /**
     * As {@link Softmax}, but its logarithm; output scale 1/16, zero point 127.
     *
     * @param inverse from Q5 back to an input difference
     */
    record LogSoftmax(int rows, int depth, Multiplier factor, Multiplier inverse, int minDifference)
            implements Int8Layer {}

    /** in / root(sum of squares), over the innermost {@code depth} elements; output scale 1/128, zero point 0. */
    record L2Normalization(int rows, int depth, int inputZeroPoint) implements Int8Layer {}

    /**
     * out = saturate(requantize((sum(in - inputZeroPoint) - inputZeroPoint) * 2^{@link #SHIFT}) + outputZeroPoint): TFLM starts the sum
     * from the integer 0, not from the zero point.
     */
    record AddN(int elements, int inputs, int inputZeroPoint, Multiplier factor, int outputZeroPoint)
            implements Int8Layer {
        /** Bits that the sum gains: 20, less the one by which its scale is doubled. */
        public static final int SHIFT = 19;

        @Override
        public int operands() {
            return inputs;
        }
    }

    /**
     * x = in - zero point: x where x >= 0, otherwise x * (alpha - its zero point), each requantized.
     *
     * @param input its factor is that of x >= 0
     * @param alpha its factor is that of the product
     */
    record Prelu(Broadcast broadcast, Operand input, Operand alpha, int outputZeroPoint) implements Int8Layer {
        @Override
        public int operands() {
            return 2;
        }
    }

    /**
     * out = table[in + 128]: every function of one element, and requantization.
     *
     * @param table int8 [256]
     */
    record Lookup(int elements, TensorData table) implements Int8Layer {}

    /** The greatest or least of the elements; one scale and zero point for input and output. */
    record Extreme(Reduction reduction, boolean greatest) implements Int8Layer {}

    /**
     * A function of two elements. ADD, SUB and SQUARED_DIFFERENCE shift both inputs left by {@link #shift}, bring them to one scale and
     * requantize the result; MUL requantizes the product of what is left without the zero points; MAXIMUM and MINIMUM take their operands
     * as they are.
     */
    record Binary(
            BinaryFunction function,
            Broadcast broadcast,
            Operand first,
            Operand second,
            Multiplier outputFactor,
            int outputZeroPoint,
            Range range)
            implements Int8Layer {
        /** Bits that the inputs gain before they are brought to one scale; 0 where they are not. */
        public static int shift(BinaryFunction function) {
            return switch (function) {
                case ADD, SUB -> 20;
                case SQUARED_DIFFERENCE -> 7;
                case MUL, DIV, MAXIMUM, MINIMUM, FLOOR_DIV, FLOOR_MOD -> 0;
            };
        }

        @Override
        public int operands() {
            return 2;
        }
    }

    /** Between four pixels each, by fixed-point positions: {@link Resize}. */
    record ResizeBilinear(Resize resize, int rowScale, int columnScale) implements Int8Layer {}

    /**
     * Sums along the middle one of three dimensions. An element without its zero point gains 20 bits and is multiplied by
     * {@code inputFactor}; the sum starts from that of 0, and is requantized for each output.
     *
     * @param inputFactor 1/2
     */
    record CumulativeSum(
            Lanes lanes, Multiplier inputFactor, Multiplier outputFactor, int inputZeroPoint, int outputZeroPoint)
            implements Int8Layer {
        /** Bits that an element gains. */
        public static final int SHIFT = 20;
    }

    /** Of {@link Binary}, where the factor is at most 1, or of {@link Prelu}. */
    record Operand(int zeroPoint, Multiplier factor) {}
}
