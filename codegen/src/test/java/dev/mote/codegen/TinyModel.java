package dev.mote.codegen;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A model small enough to read its C: 1x3x3x1 -> convolution 2x2 to 2 channels -> flatten -> 2 classes -> softmax. */
final class TinyModel {
    static final ModelSource SOURCE = new ModelSource("tiny.tflite", "tiny".getBytes(StandardCharsets.UTF_8));
    static final Target TARGET = new Target("tiny", ProjectKind.PLAIN);

    private TinyModel() {}

    static Int8Model model() {
        return new Int8Model(card().in(graph()));
    }

    static Graph graph() {
        List<Tensor> tensors = List.of(
                activation("image", 0.5f, -128, 1, 3, 3, 1),
                Tensor.constant(
                        "conv/weights",
                        TensorType.INT8,
                        Shape.of(2, 2, 2, 1),
                        Quantization.perChannel(List.of(0.01f, 0.02f), 0),
                        TensorData.ofBytes(new byte[] {10, -20, 30, -40, 127, -127, 64, 0})),
                Tensor.constant(
                        "conv/bias",
                        TensorType.INT32,
                        Shape.of(2),
                        Quantization.perChannel(List.of(0.005f, 0.01f), 0),
                        TensorData.ofInts(100, -200)),
                activation("conv", 0.25f, -128, 1, 2, 2, 2),
                activation("flat", 0.25f, -128, 1, 8),
                Tensor.constant(
                        "dense/weights",
                        TensorType.INT8,
                        Shape.of(2, 8),
                        Quantization.perTensor(0.03f, 0),
                        TensorData.ofBytes(new byte[] {1, -2, 3, -4, 5, -6, 7, -8, 8, 7, -6, -5, 4, 3, -2, -1})),
                activation("dense", 0.1f, 3, 1, 2),
                activation("class", 1 / 256f, -128, 1, 2));
        List<Node> nodes = List.of(
                new Node(
                        new Operator.Conv2d(Operator.Window.of(Padding.VALID, 1, 1), Activation.RELU),
                        List.of(0, 1, 2),
                        List.of(3)),
                new Node(new Operator.Reshape(), List.of(3), List.of(4)),
                new Node(new Operator.FullyConnected(Activation.NONE, false), List.of(4, 5, Node.ABSENT), List.of(6)),
                new Node(new Operator.Softmax(1), List.of(6), List.of(7)));
        return new Graph("tiny", tensors, nodes, List.of(0), List.of(7), Map.of());
    }

    private static ModelCard card() {
        InputPreparation preparation =
                new InputPreparation("grey level", List.of("grey"), 0, List.of(), List.of(127.5f), List.of(0.0078125f));
        return new ModelCard(List.of("cat", "\"d\u00f6g\"?"), preparation, new TreeMap<>());
    }

    static Tensor activation(String name, float scale, int zeroPoint, int... shape) {
        return Tensor.variable(name, TensorType.INT8, Shape.of(shape), Quantization.perTensor(scale, zeroPoint));
    }
}
