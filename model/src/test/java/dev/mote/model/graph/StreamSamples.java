package dev.mote.model.graph;

import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.stream.PostProcessing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small model for streams: 8 samples of two channels at 50 Hz -> three classes by their levels -> softmax. */
public final class StreamSamples {
    private static final int LENGTH = 8;

    private StreamSamples() {}

    /** With a front end that does nothing besides. */
    public static Int8Model model(PostProcessing postProcessing) {
        return model(postProcessing, List.of());
    }

    /** @param stages that leave two channels */
    public static Int8Model model(PostProcessing postProcessing, List<Stage> stages) {
        InputPreparation preparation =
                new InputPreparation("g", List.of("x", "y"), 50, List.of(), List.of(0f, 0f), List.of(1f, 1f));
        ModelCard card = new ModelCard(List.of("rest", "left", "right"), preparation, new TreeMap<>())
                .with(new SignalFrontEnd(50, LENGTH, LENGTH / 2, List.of(4f, 4f), stages))
                .with(postProcessing);
        return new Int8Model(card.in(graph()));
    }

    private static Graph graph() {
        byte[] weights = new byte[3 * 2 * LENGTH];
        for (int t = 0; t < LENGTH; t++) {
            weights[2 * t] = -20;
            weights[2 * LENGTH + 2 * t + 1] = 60;
            weights[4 * LENGTH + 2 * t] = 60;
        }
        List<Tensor> tensors = List.of(
                activation("window", 1 / 32f, 0, 1, LENGTH, 2),
                activation("flat", 1 / 32f, 0, 1, 2 * LENGTH),
                Tensor.constant(
                        "weights",
                        TensorType.INT8,
                        Shape.of(3, 2 * LENGTH),
                        Quantization.perTensor(0.01f, 0),
                        TensorData.ofBytes(weights)),
                activation("scores", 0.1f, 0, 1, 3),
                activation("class", 1 / 256f, -128, 1, 3));
        List<Node> nodes = List.of(
                new Node(new Operator.Reshape(), List.of(0), List.of(1)),
                new Node(new Operator.FullyConnected(Activation.NONE, false), List.of(1, 2, Node.ABSENT), List.of(3)),
                new Node(new Operator.Softmax(1), List.of(3), List.of(4)));
        return new Graph("stream", tensors, nodes, List.of(0), List.of(4), Map.of());
    }

    private static Tensor activation(String name, float scale, int zeroPoint, int... shape) {
        return Tensor.variable(name, TensorType.INT8, Shape.of(shape), Quantization.perTensor(scale, zeroPoint));
    }
}
