package dev.mote.model.lowered;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import java.util.List;

/** A node with its tensors, as the lowering of one operator sees it. */
record NodeView(Graph graph, Node node) {

    Operator operator() {
        return node.operator();
    }

    /** The input that is computed with. */
    Tensor input() {
        return graph.input(node, operator().data());
    }

    Tensor input(int position) {
        return graph.input(node, position);
    }

    Tensor output() {
        return graph.output(node);
    }

    TensorData constant(int position) {
        return input(position).data().orElseThrow();
    }

    float inputScale() {
        return scale(input());
    }

    float outputScale() {
        return scale(output());
    }

    int inputZeroPoint() {
        return zeroPoint(input());
    }

    int outputZeroPoint() {
        return zeroPoint(output());
    }

    static float scale(Tensor tensor) {
        return scales(tensor).getFirst();
    }

    static List<Float> scales(Tensor tensor) {
        return switch (tensor.quantization()) {
            case Quantization.PerTensor quantization -> List.of(quantization.scale());
            case Quantization.PerChannel quantization -> quantization.scales();
            case Quantization.None _, Quantization.Trained _ -> throw notQuantized(tensor);
        };
    }

    static int zeroPoint(Tensor tensor) {
        return switch (tensor.quantization()) {
            case Quantization.PerTensor quantization -> quantization.zeroPoint();
            case Quantization.PerChannel quantization ->
                quantization.zeroPoints().getFirst();
            case Quantization.None _, Quantization.Trained _ -> throw notQuantized(tensor);
        };
    }

    private static IllegalArgumentException notQuantized(Tensor tensor) {
        return new IllegalArgumentException("tensor \"" + tensor.name() + "\" has no quantization");
    }

    /** The bias, or zeros for each of {@code channels} where there is none; 4 bytes an element either way. */
    TensorData bias(Operator.Weighted operator, int channels) {
        return node.hasInput(operator.bias()) ? constant(operator.bias()) : TensorData.ofBytes(new byte[channels * 4]);
    }

    WindowGeometry geometry(Operator.Window window, int kernelH, int kernelW) {
        return WindowGeometry.of(window, kernelH, kernelW, input().shape(), output().shape());
    }

    /** Of the weights in input 1, [_, kernelH, kernelW, _]. */
    WindowGeometry geometry(Operator.Window window) {
        Shape weights = input(1).shape();
        return geometry(window, weights.dimension(1), weights.dimension(2));
    }

    int groups() {
        return input().shape().dimension(3) / input(1).shape().dimension(3);
    }

    /** Innermost dimension of the weights of a fully connected layer. */
    int inputsOfEachOutput() {
        return input(1).shape().dimension(1);
    }

    int outputs() {
        return input(1).shape().dimension(0);
    }

    int batches() {
        return output().shape().elements() / outputs();
    }

    Reduction reduction() {
        return Reduction.of(input().shape(), input(1).integers());
    }

    Broadcast broadcast() {
        return Broadcast.of(input(0).shape(), input(1).shape(), output().shape());
    }

    /** Elements of the innermost dimension. */
    int depth() {
        return input().shape().rank() == 0 ? 1 : input().shape().dimension(-1);
    }

    int elements() {
        return output().shape().elements();
    }
}
