package dev.mote.model.lowered;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;

/** Layers with float32 on at least one side. Weights are laid out as in {@link Int8Layer}; a bias is always there. */
public sealed interface FloatLayer extends Layer {

    record Conv2d(WindowGeometry geometry, int groups, TensorData weights, TensorData bias, Activation activation)
            implements FloatLayer {
        @Override
        public long macs() {
            return (long) weights.size() / Float.BYTES * geometry.outputPixels();
        }
    }

    record DepthwiseConv2d(
            WindowGeometry geometry, int depthMultiplier, TensorData weights, TensorData bias, Activation activation)
            implements FloatLayer {
        @Override
        public long macs() {
            return (long) weights.size() / Float.BYTES * geometry.outputPixels();
        }
    }

    record FullyConnected(
            int batches, int inputs, int outputs, TensorData weights, TensorData bias, Activation activation)
            implements FloatLayer {
        @Override
        public long macs() {
            return (long) weights.size() / Float.BYTES * batches;
        }
    }

    record TransposeConv(WindowGeometry geometry, TensorData weights, TensorData bias, Activation activation)
            implements FloatLayer {
        @Override
        public long macs() {
            return (long) weights.size() / Float.BYTES * geometry.inputPixels();
        }
    }

    record BatchMatmul(MatmulGeometry geometry) implements FloatLayer {
        @Override
        public int operands() {
            return 2;
        }

        @Override
        public long macs() {
            return geometry.macs();
        }
    }

    record Pool2d(WindowGeometry geometry, PoolKind kind, Activation activation) implements FloatLayer {}

    record Reduce(Reduction reduction, ReduceFunction function) implements FloatLayer {}

    record Softmax(int rows, int depth, float beta) implements FloatLayer {}

    record LogSoftmax(int rows, int depth) implements FloatLayer {}

    record L2Normalization(int rows, int depth) implements FloatLayer {}

    record Unary(int elements, UnaryFunction function) implements FloatLayer {}

    record LeakyRelu(int elements, float alpha) implements FloatLayer {}

    record AddN(int elements, int inputs) implements FloatLayer {
        @Override
        public int operands() {
            return inputs;
        }
    }

    record Prelu(Broadcast broadcast) implements FloatLayer {
        @Override
        public int operands() {
            return 2;
        }
    }

    record Binary(BinaryFunction function, Broadcast broadcast, Activation activation) implements FloatLayer {
        @Override
        public int operands() {
            return 2;
        }
    }

    record ResizeBilinear(Resize resize, float rowScale, float columnScale) implements FloatLayer {}

    record CumulativeSum(Lanes lanes) implements FloatLayer {}

    /**
     * int8 rows by int32 indices, dequantized: operand 0 holds the values, operand 1 the indices, which are cut to [0, rows).
     *
     * @param run values of a row
     * @param count indices
     */
    record EmbeddingLookup(int rows, int run, int count, float scale) implements FloatLayer {
        @Override
        public int operands() {
            return 2;
        }
    }

    /** float32 to int8 or int16: round(x / scale) + zeroPoint, half away from zero, saturated. */
    record Quantize(int elements, TensorType type, Quantization.PerTensor to) implements FloatLayer {}

    /** int8, uint8 or int16 to float32: scale * (x - zeroPoint). */
    record Dequantize(int elements, TensorType type, Quantization.PerTensor from) implements FloatLayer {}
}
