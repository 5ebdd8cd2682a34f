package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
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

class CheckFloatGraphTest {
    private static final Shape SHAPE = Shape.of(1, 2);
    private static final Operator DENSE = new Operator.FullyConnected(Activation.NONE, false);

    @Test
    void acceptsAFloatModel() {
        Nets net = new Nets(1);
        Graph graph = net.graph(net.dense("dense", net.input(1, 2), 3, Activation.NONE));
        assertDoesNotThrow(() -> CheckFloatGraph.require(graph));
    }

    @Test
    void refusesAModelWithQuantizeNodes() {
        Graph graph = graph(
                List.of(variable("in"), int8("middle"), variable("out")),
                new Node(new Operator.Quantize(), List.of(0), List.of(1)),
                new Node(new Operator.Dequantize(), List.of(1), List.of(2)));
        assertRefused(
                graph,
                "net: operator 0 QUANTIZE \"middle\": the model is quantized in part already; give the float model that it was"
                        + " made from, converted without any quantization");
    }

    @Test
    void refusesInt8Weights() {
        Tensor weights = Tensor.constant(
                "weights",
                TensorType.INT8,
                Shape.of(2, 2),
                Quantization.perTensor(0.1f, 0),
                TensorData.ofBytes(new byte[4]));
        Graph graph =
                graph(List.of(variable("in"), weights, variable("out")), new Node(DENSE, List.of(0, 1), List.of(2)));
        assertRefused(
                graph,
                "net: operator 0 FULLY_CONNECTED \"out\": input \"weights\" is int8, expected float32; give the float model that"
                        + " it was made from, converted without any quantization");
    }

    @Test
    void refusesComputedWeights() {
        Graph graph = graph(
                List.of(variable("in"), variable("weights"), variable("out")),
                new Node(DENSE, List.of(0, 1), List.of(2)));
        assertRefused(
                graph,
                "net: operator 0 FULLY_CONNECTED \"out\": \"weights\" is computed, expected constant weights and bias; export the"
                        + " model with its weights frozen");
    }

    private static Tensor variable(String name) {
        return Tensor.variable(name, TensorType.FLOAT32, SHAPE, Quantization.NONE);
    }

    private static Tensor int8(String name) {
        return Tensor.variable(name, TensorType.INT8, SHAPE, Quantization.perTensor(0.1f, 0));
    }

    private static Graph graph(List<Tensor> tensors, Node... nodes) {
        return new Graph("net", tensors, List.of(nodes), List.of(0), List.of(2), Map.of());
    }

    private static void assertRefused(Graph graph, String message) {
        BadInputException refused = assertThrows(BadInputException.class, () -> CheckFloatGraph.require(graph));
        assertEquals(message, refused.getMessage());
    }
}
