package dev.mote.device.board;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
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
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A model that fits every board: 1x8x8x1, a 3x3 convolution to 5 channels, 3 classes. */
final class SmallModel {
    static final ModelSource SOURCE = new ModelSource("small.tflite", "small".getBytes(StandardCharsets.UTF_8));

    private SmallModel() {}

    static Graph graph() {
        List<Tensor> tensors = List.of(
                variable("image", 0.02f, -3, 1, 8, 8, 1),
                weights("conv/weights", 1, 5, 3, 3, 1),
                variable("conv", 0.03f, -128, 1, 8, 8, 5),
                variable("flat", 0.03f, -128, 1, 320),
                weights("dense/weights", 2, 3, 320),
                variable("dense", 0.2f, 5, 1, 3),
                variable("class", 1 / 256f, -128, 1, 3));
        List<Node> nodes = List.of(
                new Node(
                        new Operator.Conv2d(Operator.Window.of(Padding.SAME, 1, 1), Activation.RELU),
                        List.of(0, 1, Node.ABSENT),
                        List.of(2)),
                new Node(new Operator.Reshape(), List.of(2), List.of(3)),
                new Node(new Operator.FullyConnected(Activation.NONE, false), List.of(3, 4, Node.ABSENT), List.of(5)),
                new Node(new Operator.Softmax(1), List.of(5), List.of(6)));
        return new Graph("small", tensors, nodes, List.of(0), List.of(6), Map.of());
    }

    private static Tensor variable(String name, float scale, int zeroPoint, int... shape) {
        return Tensor.variable(name, TensorType.INT8, Shape.of(shape), Quantization.perTensor(scale, zeroPoint));
    }

    private static Tensor weights(String name, long seed, int... shape) {
        byte[] values = new byte[Shape.of(shape).elements()];
        Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextInt(255) - 127);
        }
        return Tensor.constant(
                name, TensorType.INT8, Shape.of(shape), Quantization.perTensor(0.01f, 0), TensorData.ofBytes(values));
    }

    static CProject project() {
        return Codegen.generate(graph(), SOURCE, new Target("small", ProjectKind.PLAIN));
    }

    /** Its project with another {@code small.c}. */
    static CProject changed(UnaryOperator<String> change) {
        CProject project = project();
        TreeMap<String, String> files = new TreeMap<>(project.files());
        files.computeIfPresent("small.c", (name, text) -> change.apply(text));
        return new CProject(
                project.name(),
                project.kind(),
                files,
                project.figures(),
                project.inputs(),
                project.outputs(),
                project.stateBytes());
    }
}
