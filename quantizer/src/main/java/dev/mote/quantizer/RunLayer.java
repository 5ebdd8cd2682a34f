package dev.mote.quantizer;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.interpreter.Interpreter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Runs one layer with weights by itself, in float: its sums of products, without bias and activation. */
final class RunLayer {
    private RunLayer() {}

    static float[] on(Graph graph, Node node, float[] weights, double[] input) {
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        Tensor old = graph.input(node, 1);
        tensors.add(
                Tensor.constant(old.name(), old.type(), old.shape(), old.quantization(), TensorData.ofFloats(weights)));
        List<Integer> inputs = new ArrayList<>(node.inputs());
        inputs.set(1, tensors.size() - 1);
        Operator.Weighted operator = (Operator.Weighted) node.operator();
        if (node.hasInput(operator.bias())) {
            inputs.set(operator.bias(), Node.ABSENT);
        }
        int data = node.inputs().get(operator.data());
        Node linear = new Node(linear(operator), inputs, node.outputs());
        Graph layer = new Graph(
                graph.name(),
                Collections.unmodifiableList(tensors),
                List.of(linear),
                List.of(data),
                node.outputs(),
                Map.of());
        float[] values = new float[input.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) input[i];
        }
        return Interpreter.of(layer).invocation(1).run(values);
    }

    private static Operator linear(Operator.Weighted operator) {
        return switch (operator) {
            case Operator.Conv2d conv -> new Operator.Conv2d(conv.window(), Activation.NONE);
            case Operator.DepthwiseConv2d conv ->
                new Operator.DepthwiseConv2d(conv.window(), conv.depthMultiplier(), Activation.NONE);
            case Operator.FullyConnected dense -> new Operator.FullyConnected(Activation.NONE, dense.keepDimensions());
            case Operator.TransposeConv conv -> new Operator.TransposeConv(conv.window(), Activation.NONE);
        };
    }
}
