package dev.mote.device.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.Histogram;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** y = relu(W x) of two inputs; the third row of W is 0, so that its output is silent. */
class LayerHistogramsTest {
    private static final Samples SAMPLES =
            Samples.of(Shape.of(2), new float[] {1, 0, 0, 1}, new int[] {0, 1}, new int[0]);
    private static final List<Node> NODES = List.of(
            new Node(new Operator.FullyConnected(Activation.RELU, false), List.of(0, 1, Node.ABSENT), List.of(2)));

    @Test
    void countsWeightsAndActivationsOfAFloatModel() {
        Graph graph = new Graph(
                "small",
                List.of(
                        Tensor.variable("x", TensorType.FLOAT32, Shape.of(1, 2), Quantization.NONE),
                        Tensor.constant(
                                "w",
                                TensorType.FLOAT32,
                                Shape.of(3, 2),
                                Quantization.NONE,
                                TensorData.ofFloats(1, -1, 2, 3, 0, 0)),
                        Tensor.variable("y", TensorType.FLOAT32, Shape.of(1, 3), Quantization.NONE)),
                NODES,
                List.of(0),
                List.of(2),
                Map.of());
        check(LayerHistograms.of(new FloatModel(graph), SAMPLES, InputPath.of(InputPreparation.NONE)));
    }

    /** Weights in steps of 1/8, activations in steps of 1/16: the same numbers. */
    @Test
    void integersStandForTheSameNumbers() {
        Graph graph = new Graph(
                "small",
                List.of(
                        Tensor.variable("x", TensorType.INT8, Shape.of(1, 2), Quantization.perTensor(0.125f, 0)),
                        Tensor.constant(
                                "w",
                                TensorType.INT8,
                                Shape.of(3, 2),
                                Quantization.perChannel(List.of(0.125f, 0.125f, 0.125f), 0),
                                TensorData.ofBytes(new byte[] {8, -8, 16, 24, 0, 0})),
                        Tensor.variable("y", TensorType.INT8, Shape.of(1, 3), Quantization.perTensor(0.0625f, -128))),
                NODES,
                List.of(0),
                List.of(2),
                Map.of());
        check(LayerHistograms.of(new Int8Model(graph), SAMPLES, InputPath.of(InputPreparation.NONE)));
    }

    /** Outputs: relu(1) 2 0, and relu(-1) 3 0. */
    private static void check(List<LayerValues> layers) {
        assertEquals(1, layers.size());
        LayerValues layer = layers.getFirst();
        assertEquals("y", layer.name());
        assertEquals(3, layer.channels());
        assertEquals(1, layer.silentChannels());
        Histogram weights = layer.weights().orElseThrow();
        assertEquals(-1, weights.low());
        assertEquals(3, weights.high());
        assertEquals(2, weights.zeros());
        assertEquals(6, weights.total());
        assertEquals(0, layer.activations().low());
        assertEquals(3, layer.activations().high());
        assertEquals(3, layer.activations().zeros());
        assertEquals(1L, layer.activations().counts().getLast());
    }
}
