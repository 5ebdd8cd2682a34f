package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.SCALE;
import static dev.mote.model.graph.OperatorSamples.bias;
import static dev.mote.model.graph.OperatorSamples.data;
import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.OperatorSamples.weights;

import dev.mote.model.graph.Operator.Window;
import java.util.ArrayList;
import java.util.List;

/** Small valid graphs of the operators that multiply matrices, and of those that compute along rows. */
final class ArithmeticSamples {
    private ArithmeticSamples() {}

    static List<Graph> of(TensorType type) {
        List<Graph> graphs = new ArrayList<>(List.of(
                transposeConv(type),
                matmul(type),
                prelu(type),
                addN(type),
                logSoftmax(type),
                one(
                        new Operator.L2Normalization(),
                        data(type, SCALE, 2, 3),
                        data(type, Quantization.perTensor(1f / 128, 0), 2, 3))));
        if (type == TensorType.FLOAT32) {
            graphs.add(OperatorSamples.pool(type, Operator.PoolKind.L2));
        }
        return graphs;
    }

    /** Input 2x3x2, weights 3x3x3x2, stride 2x1, SAME. */
    static Graph transposeConv(TensorType type) {
        return one(
                new Operator.TransposeConv(Window.of(Padding.SAME, 2, 1), Activation.RELU),
                ints(1, 4, 3, 3),
                weights(type, 0, 3, 3, 3, 2),
                data(type, SCALE, 1, 2, 3, 2),
                bias(type, 3),
                data(type, SCALE, 1, 4, 3, 3));
    }

    /** Two matrices of 3x4 times one of 4x5, which lies the other way round. */
    static Graph matmul(TensorType type) {
        return one(
                new Operator.BatchMatmul(false, true),
                data(type, SCALE, 2, 3, 4),
                data(type, SCALE, 1, 5, 4),
                data(type, SCALE, 2, 3, 5));
    }

    static Graph prelu(TensorType type) {
        return one(new Operator.Prelu(), data(type, SCALE, 1, 2, 4), data(type, SCALE, 4), data(type, SCALE, 1, 2, 4));
    }

    static Graph addN(TensorType type) {
        return one(
                new Operator.AddN(),
                data(type, SCALE, 2, 3),
                data(type, SCALE, 2, 3),
                data(type, SCALE, 2, 3),
                data(type, Quantization.perTensor(1, -5), 2, 3));
    }

    static Graph logSoftmax(TensorType type) {
        return one(
                new Operator.LogSoftmax(),
                data(type, SCALE, 2, 3),
                data(type, Quantization.perTensor(1f / 16, 127), 2, 3));
    }
}
