package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
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
import dev.mote.model.interpreter.Interpreter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A convolution of fewer pixels than a kernel sums together reads nothing that was in the arena before: with these weights its sums
 * would not fit.
 */
class FewPixelsTest {
    private static final int ELEMENTS = 3000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void sumsWhatItGathered(int pixels) {
        Graph graph = graph(pixels);
        Target target = new Target("few", ProjectKind.PLAIN, Core.CORTEX_M4, Goal.SPEED);
        byte[] input = new byte[pixels * ELEMENTS];
        Arrays.fill(input, (byte) 1);
        try (HostFirmware firmware = HostFirmware.build(
                Codegen.generate(graph, new ModelSource("few.tflite", new byte[0]), target),
                HostBuild.unoptimized(GoldenProjects.compiler("gcc")).withSanitizers())) {
            assertArrayEquals(Interpreter.of(graph).invocation().run(input), firmware.run(input));
        }
    }

    private static Graph graph(int pixels) {
        byte[] weights = new byte[3 * ELEMENTS];
        Arrays.fill(weights, Byte.MAX_VALUE);
        List<Tensor> tensors = List.of(
                Tensor.variable(
                        "in", TensorType.INT8, Shape.of(1, 1, pixels, ELEMENTS), Quantization.perTensor(0.1f, 0)),
                Tensor.constant(
                        "weights",
                        TensorType.INT8,
                        Shape.of(3, 1, 1, ELEMENTS),
                        Quantization.perTensor(0.1f, 0),
                        TensorData.ofBytes(weights)),
                Tensor.variable("out", TensorType.INT8, Shape.of(1, 1, pixels, 3), Quantization.perTensor(50, 0)));
        Operator conv = new Operator.Conv2d(Operator.Window.of(Padding.VALID, 1, 1), Activation.NONE);
        Node node = new Node(conv, List.of(0, 1, Node.ABSENT), List.of(2));
        return new Graph("few", tensors, List.of(node), List.of(0), List.of(2), Map.of());
    }
}
