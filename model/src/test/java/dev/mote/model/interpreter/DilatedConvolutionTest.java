package dev.mote.model.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** SPACE_TO_BATCH_ND, CONV_2D, BATCH_TO_SPACE_ND, as Keras exports dilation 2, gives what CONV_2D of that dilation gives. */
class DilatedConvolutionTest {
    private static final Quantization IN = Quantization.perTensor(0.5f, -7);
    private static final Quantization OUT = Quantization.perTensor(2f, 5);

    @Test
    void threeOperatorsGiveTheDilatedConvolution() {
        Graph three = ofPhases();
        Graph dilated = dilated();
        assertEquals(List.of(), GraphVerifier.verify(three));
        assertEquals(List.of(), GraphVerifier.verify(dilated));
        byte[] input = new byte[5 * 6 * 2];
        for (int seed = 0; seed < 20; seed++) {
            new Random(seed).nextBytes(input);
            assertArrayEquals(run(dilated, input), run(three, input));
        }
    }

    /** Padded to 10 x 10, of which the last row is for the block only. */
    private static Graph ofPhases() {
        Operator conv = new Operator.Conv2d(Window.of(Padding.VALID, 1, 1), Activation.NONE);
        return new Graph(
                "phases",
                List.of(
                        data(IN, 1, 5, 6, 2),
                        ints(Shape.of(2), 2, 2),
                        ints(Shape.of(2, 2), 2, 3, 2, 2),
                        data(IN, 4, 5, 5, 2),
                        weights(),
                        bias(),
                        data(OUT, 4, 3, 3, 3),
                        ints(Shape.of(2, 2), 0, 1, 0, 0),
                        data(OUT, 1, 5, 6, 3)),
                List.of(
                        new Node(new Operator.SpaceToBatchNd(), List.of(0, 1, 2), List.of(3)),
                        new Node(conv, List.of(3, 4, 5), List.of(6)),
                        new Node(new Operator.BatchToSpaceNd(), List.of(6, 1, 7), List.of(8))),
                List.of(0),
                List.of(8),
                Map.of());
    }

    private static Graph dilated() {
        Operator conv = new Operator.Conv2d(new Window(Padding.SAME, 1, 1, 2, 2), Activation.NONE);
        return new Graph(
                "dilated",
                List.of(data(IN, 1, 5, 6, 2), weights(), bias(), data(OUT, 1, 5, 6, 3)),
                List.of(new Node(conv, List.of(0, 1, 2), List.of(3))),
                List.of(0),
                List.of(3),
                Map.of());
    }

    private static byte[] run(Graph graph, byte[] input) {
        return Interpreter.of(graph).invocation().run(input);
    }

    private static Tensor data(Quantization quantization, int... dimensions) {
        return Tensor.variable("x", TensorType.INT8, Shape.of(dimensions), quantization);
    }

    private static Tensor weights() {
        byte[] values = new byte[3 * 3 * 3 * 2];
        new Random(1).nextBytes(values);
        Quantization scales = Quantization.perChannel(List.of(0.02f, 0.05f, 0.03f), 0);
        return Tensor.constant("w", TensorType.INT8, Shape.of(3, 3, 3, 2), scales, TensorData.ofBytes(values));
    }

    private static Tensor bias() {
        Quantization scales = Quantization.perChannel(List.of(0.01f, 0.025f, 0.015f), 0);
        return Tensor.constant("b", TensorType.INT32, Shape.of(3), scales, TensorData.ofInts(100, -200, 300));
    }

    private static Tensor ints(Shape shape, int... values) {
        return Tensor.constant("i", TensorType.INT32, shape, Quantization.NONE, TensorData.ofInts(values));
    }
}
