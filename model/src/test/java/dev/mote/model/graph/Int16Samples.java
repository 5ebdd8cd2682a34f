package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Operator.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Small valid graphs of one operator each, with int16 activations and int8 weights. */
public final class Int16Samples {
    private static final Quantization SCALE = Quantization.perTensor(0.5f, 0);

    private Int16Samples() {}

    public static List<Graph> all() {
        List<Graph> graphs = new ArrayList<>(List.of(
                conv2d(bias(3)),
                conv2d(narrowBias(3)),
                depthwiseConv2d(bias(4)),
                fullyConnected(bias(5)),
                fullyConnected(narrowBias(5)),
                one(pool(PoolKind.MAX), data(1, 4, 4, 2), data(1, 2, 2, 2)),
                one(pool(PoolKind.AVERAGE), data(1, 4, 4, 2), data(1, 2, 2, 2)),
                one(new Operator.Reduce(ReduceFunction.MEAN, false), data(1, 4, 4, 2), ints(1, -2), data(1, 2)),
                one(new Operator.Reduce(ReduceFunction.SUM, true), data(1, 4, 4, 2), ints(3), data(1, 4, 4, 1)),
                softmax(),
                softmaxOfInt8(),
                one(
                        new Operator.Unary(UnaryFunction.ABS),
                        data(Quantization.NONE, 1, 4),
                        data(Quantization.NONE, 1, 4)),
                one(new Operator.LeakyRelu(0.1f), data(1, 4), data(1, 4))));
        for (UnaryFunction function : UnaryFunction.values()) {
            if (function.hasInt16()) {
                graphs.add(unary(function));
            }
        }
        for (BinaryFunction function : BinaryFunction.values()) {
            if (function.hasInt16()) {
                graphs.add(binary(function));
            }
        }
        return graphs;
    }

    /** Input 5x5x2, weights 3x3x3x2. */
    static Graph conv2d(Tensor bias) {
        Operator conv = new Operator.Conv2d(new Window(Padding.SAME, 2, 2, 1, 1), Activation.RELU);
        return one(conv, data(1, 5, 5, 2), weights(0, 3, 3, 3, 2), bias, data(1, 3, 3, 3));
    }

    static Graph depthwiseConv2d(Tensor bias) {
        Operator conv = new Operator.DepthwiseConv2d(new Window(Padding.VALID, 1, 1, 2, 2), 2, Activation.RELU6);
        return one(conv, data(1, 5, 5, 2), weights(3, 1, 2, 2, 4), bias, data(1, 3, 3, 4));
    }

    static Graph fullyConnected(Tensor bias) {
        Operator dense = new Operator.FullyConnected(Activation.NONE, false);
        return one(dense, data(6, 4), weights(0, 5, 4), bias, data(6, 5));
    }

    private static Operator pool(PoolKind kind) {
        return new Operator.Pool2d(kind, 2, 3, Window.of(Padding.VALID, 2, 1), Activation.NONE);
    }

    static Graph softmax() {
        return one(new Operator.Softmax(1), data(1, 4), data(Quantization.perTensor(1f / 32768, 0), 1, 4));
    }

    static Graph softmaxOfInt8() {
        return one(
                new Operator.Softmax(1),
                OperatorSamples.data(TensorType.INT8, Quantization.perTensor(0.5f, 3), 1, 4),
                data(Quantization.perTensor(1f / 65536, -32768), 1, 4));
    }

    static Graph unary(UnaryFunction function) {
        boolean sigmoidal = function == UnaryFunction.LOGISTIC || function == UnaryFunction.TANH;
        Quantization output = sigmoidal ? Quantization.perTensor(1f / 32768, 0) : SCALE;
        return one(new Operator.Unary(function), data(1, 4), data(output, 1, 4));
    }

    static Graph binary(BinaryFunction function) {
        return one(
                new Operator.Binary(function, function.hasActivation() ? Activation.RELU_N1_TO_1 : Activation.NONE),
                data(1, 3, 4),
                data(3, 1),
                data(1, 3, 4));
    }

    static Tensor data(int... dimensions) {
        return data(SCALE, dimensions);
    }

    static Tensor data(Quantization quantization, int... dimensions) {
        return Tensor.variable("data", TensorType.INT16, Shape.of(dimensions), quantization);
    }

    private static Tensor weights(int axis, int... dimensions) {
        return OperatorSamples.weights(TensorType.INT8, axis, dimensions);
    }

    static Tensor bias(int channels) {
        return Tensor.constant(
                "bias",
                TensorType.INT64,
                Shape.of(channels),
                Quantization.perChannel(Collections.nCopies(channels, 0.125f), 0),
                TensorData.ofLongs(new long[channels]));
    }

    static Tensor narrowBias(int channels) {
        return OperatorSamples.bias(TensorType.INT8, channels);
    }
}
