package dev.mote.codegen;

import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.stream.PostProcessing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A front end small enough to read its C: 16 samples of 3 axes, gravity removed, length of the vector, 5 numbers, 2 classes. */
final class TinyFrontEnd {
    static final ModelSource SOURCE = new ModelSource("shake.tflite", "shake".getBytes(StandardCharsets.UTF_8));
    static final Target TARGET = new Target("shake", ProjectKind.PLAIN);
    private static final int FEATURES = 5;

    private TinyFrontEnd() {}

    static Int8Model model() {
        SignalFrontEnd frontEnd = new SignalFrontEnd(
                50,
                16,
                8,
                List.of(4f, 4f, 4f),
                List.of(
                        new Stage.HighPass(0.3, List.of(), false),
                        new Stage.Magnitude(List.of(0, 1, 2), false),
                        new Stage.Statistics(List.of(Statistic.MEAN, Statistic.PEAKS), List.of()),
                        new Stage.Spectrum(16, List.of(new Stage.Band(0, 10)), 1, true, List.of())));
        return model(frontEnd, numbers());
    }

    /** Without stages: counts become bytes. */
    static Int8Model plain() {
        SignalFrontEnd frontEnd = new SignalFrontEnd(50, FEATURES, 1, List.of(2f), List.of());
        InputPreparation preparation =
                new InputPreparation("g", List.of("ax"), 50, List.of(0.02f), List.of(0f), List.of(0.5f));
        return model(frontEnd, preparation);
    }

    private static InputPreparation numbers() {
        return new InputPreparation(
                "g",
                List.of("ax", "ay", "az"),
                50,
                List.of(0.05f, 0f, 0f, 0f, 0f),
                List.of(1f, 2f, -6f, 4f, -6f),
                List.of(0.8f, 0.5f, 0.25f, 0.1f, 0.25f));
    }

    private static Int8Model model(SignalFrontEnd frontEnd, InputPreparation preparation) {
        List<Tensor> tensors = List.of(
                TinyModel.activation("numbers", 0.03f, -5, 1, FEATURES),
                Tensor.constant(
                        "dense/weights",
                        TensorType.INT8,
                        Shape.of(2, FEATURES),
                        Quantization.perTensor(0.03f, 0),
                        TensorData.ofBytes(new byte[] {10, -20, 30, -40, 50, -60, 70, -80, 90, -100})),
                TinyModel.activation("dense", 0.1f, 3, 1, 2));
        Node dense =
                new Node(new Operator.FullyConnected(Activation.NONE, false), List.of(0, 1, Node.ABSENT), List.of(2));
        Graph graph = new Graph("shake", tensors, List.of(dense), List.of(0), List.of(2), Map.of());
        ModelCard card = new ModelCard(
                List.of("rest", "shake"),
                List.of(),
                preparation,
                Optional.of(frontEnd),
                PostProcessing.NONE,
                new TreeMap<>());
        return new Int8Model(card.in(graph));
    }
}
