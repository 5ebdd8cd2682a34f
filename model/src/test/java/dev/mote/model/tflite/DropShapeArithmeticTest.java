package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flatten as Keras exports it with an open batch size: tensors 0 in, 1 shape, 2 to 4 begin, end, stride, 5 batch, 6 rest, 7 packed, 8 out. */
class DropShapeArithmeticTest {
    private static final Node SHAPE = node("SHAPE", List.of(0), 1);
    private static final Node SLICE = node("STRIDED_SLICE", List.of(1, 2, 3, 4), 5);
    private static final Node PACK = node("PACK", List.of(5, 6), 7);
    private static final Node RESHAPE = new Node(new Operator.Reshape(), List.of(0, 7), List.of(8));

    @Test
    void makesFlattenWithOpenBatchAReshape() {
        TfliteReading reading = read(flatten(6, 8), SHAPE, SLICE, PACK, RESHAPE);
        assertEquals(List.of(), reading.findings());
        Graph graph = reading.graph();
        assertEquals(
                List.of("in", "out", "other"),
                graph.tensors().stream().map(Tensor::name).toList());
        assertEquals(List.of(new Node(new Operator.Reshape(), List.of(0), List.of(1))), graph.nodes());
        assertEquals(List.of(0), graph.inputs());
        assertEquals(List.of(1), graph.outputs());
    }

    @Test
    void keepsAShapeThatIsAnOutput() {
        TfliteReading reading = read(flatten(6, 7), SHAPE, SLICE, PACK, RESHAPE);
        assertEquals(List.of("TFL-09", "TFL-09", "TFL-09"), codes(reading));
    }

    @Test
    void keepsAShapeThatAnotherOperatorReads() {
        Node fill = node("FILL", List.of(7, 6), 9);
        TfliteReading reading = read(flatten(6, 8), SHAPE, SLICE, PACK, fill, RESHAPE);
        assertEquals(4, codes(reading).size());
    }

    @Test
    void keepsAShapeThatDependsOnData() {
        Node arithmeticOnData = node("GATHER", List.of(0, 6), 5);
        TfliteReading reading = read(flatten(6, 8), arithmeticOnData, PACK, RESHAPE);
        assertEquals(List.of("TFL-09", "TFL-09"), codes(reading));
    }

    @Test
    void findsAnOutputOfAnotherSize() {
        assertEquals(List.of("TFL-31"), codes(read(flatten(4, 8), SHAPE, SLICE, PACK, RESHAPE)));
    }

    @Test
    void numbersFindingsAsTheFileDoes() {
        Node other = node("ELU", List.of(8), 9);
        TfliteReading reading = read(flatten(6, 9), SHAPE, SLICE, PACK, RESHAPE, other);
        assertEquals(
                List.of("operator 4 ELU \"other\""),
                reading.findings().stream().map(Finding::place).toList());
        assertEquals(5, reading.graph().nodes().size());
    }

    @Test
    void leavesOtherGraphsAlone() {
        Node relu = new Node(new Operator.Unary(UnaryFunction.RELU), List.of(0), List.of(9));
        Graph graph = graph(tensors(6), 9, relu);
        assertEquals(graph, TfliteReading.of("x", graph, List.of()).graph());
    }

    private static List<String> codes(TfliteReading reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }

    private static TfliteReading read(Graph tensors, Node... nodes) {
        return TfliteReading.of(
                "x.tflite", graph(tensors.tensors(), tensors.outputs().getFirst(), nodes), List.of());
    }

    private static Graph graph(List<Tensor> tensors, int output, Node... nodes) {
        return new Graph("x", tensors, List.of(nodes), List.of(0), List.of(output), Map.of());
    }

    private static Graph flatten(int rest, int output) {
        return graph(tensors(rest), output);
    }

    private static List<Tensor> tensors(int rest) {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(variable("in", TensorType.FLOAT32, 1, 2, 3));
        tensors.add(variable("shape", TensorType.INT32, 3));
        tensors.add(constant("begin", 0));
        tensors.add(constant("end", 1));
        tensors.add(constant("stride", 1));
        tensors.add(variable("batch", TensorType.INT32));
        tensors.add(constant("rest", rest));
        tensors.add(variable("packed", TensorType.INT32, 2));
        tensors.add(variable("out", TensorType.FLOAT32, 1, rest));
        tensors.add(variable("other", TensorType.FLOAT32, 1, 2, 3));
        return tensors;
    }

    private static Tensor variable(String name, TensorType type, int... dimensions) {
        return Tensor.variable(name, type, Shape.of(dimensions), Quantization.NONE);
    }

    private static Tensor constant(String name, int value) {
        return Tensor.constant(name, TensorType.INT32, Shape.of(1), Quantization.NONE, TensorData.ofInts(value));
    }

    private static Node node(String unsupported, List<Integer> inputs, int output) {
        return new Node(new Operator.Unsupported(unsupported), inputs, List.of(output));
    }
}
