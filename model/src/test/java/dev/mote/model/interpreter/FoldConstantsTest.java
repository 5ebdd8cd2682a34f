package dev.mote.model.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldConstantsTest {
    private static final int NEW_SHAPE = 6;

    @Test
    void foldsTheShapeOfAFlattenLayer() {
        Graph graph = flatten();
        FoldConstants.Folded folded = FoldConstants.apply(graph);
        assertEquals(List.of(3), folded.nodes());
        assertEquals(List.of(graph.nodes().get(3)), folded.graph().nodes());
        assertArrayEquals(
                new int[] {2, 6},
                folded.graph().tensor(NEW_SHAPE).data().orElseThrow().ints());
    }

    /** A constant that is read before the node that computes it has no value there. */
    @Test
    void leavesAWrongOrderWrong() {
        Graph graph = flatten();
        Graph turned = new Graph(
                graph.name(), graph.tensors(), graph.nodes().reversed(), graph.inputs(), graph.outputs(), Map.of());
        assertTrue(GraphVerifier.verify(FoldConstants.apply(turned).graph()).stream()
                .anyMatch(finding -> finding.code().equals("TFL-21")));
    }

    @Test
    void keepsTheOutputs() {
        Graph graph = flatten();
        Graph folded = FoldConstants.apply(graph).graph();
        assertEquals(List.of(), GraphVerifier.verify(graph));
        assertEquals(List.of(), GraphVerifier.verify(folded));
        float[] input = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        assertArrayEquals(input, Interpreter.of(graph).invocation().run(input));
        assertArrayEquals(input, Interpreter.of(folded).invocation().run(input));
    }

    /** As Keras exports Dense on three dimensions: the product of all but the last, by SHAPE, GATHER, REDUCE_PROD and CONCATENATION. */
    @Test
    void foldsProductsOfDimensions() {
        Graph graph = dense();
        assertFalse(GraphVerifier.verify(graph).isEmpty());
        Graph folded = FoldConstants.apply(graph).graph();
        assertEquals(List.of(), GraphVerifier.verify(folded));
        assertEquals(1, folded.nodes().size());
        assertArrayEquals(
                new int[] {6, 4}, folded.tensor(NEW_SHAPE).data().orElseThrow().ints());
    }

    private static Graph dense() {
        return new Graph(
                "dense",
                List.of(
                        variable(TensorType.FLOAT32, 2, 3, 4),
                        variable(TensorType.FLOAT32, 6, 4),
                        variable(TensorType.INT32, 3),
                        ints(0, 1),
                        variable(TensorType.INT32, 2),
                        ints(0),
                        variable(TensorType.INT32, 2),
                        variable(TensorType.INT32, 1),
                        variable(TensorType.INT32, 1),
                        ints(2)),
                List.of(
                        new Node(new Operator.ShapeOf(), List.of(0), List.of(2)),
                        new Node(new Operator.Gather(0, 0), List.of(2, 3), List.of(4)),
                        new Node(new Operator.ReduceProduct(true), List.of(4, 5), List.of(7)),
                        new Node(new Operator.Gather(0, 0), List.of(2, 9), List.of(8)),
                        new Node(new Operator.Concatenation(0, Activation.NONE), List.of(7, 8), List.of(NEW_SHAPE)),
                        new Node(new Operator.Reshape(), List.of(0, NEW_SHAPE), List.of(1))),
                List.of(0),
                List.of(1),
                Map.of());
    }

    /** Arithmetic of shapes: SHAPE -> CAST -> MUL -> CAST -> FILL. */
    @Test
    void foldsArithmeticOfDimensions() {
        Graph graph = new Graph(
                "arithmetic",
                List.of(
                        variable(TensorType.FLOAT32, 2, 3),
                        variable(TensorType.INT32, 2),
                        variable(TensorType.FLOAT32, 2),
                        floats("half", TensorData.ofFloats(0.5f, 2), 2),
                        variable(TensorType.FLOAT32, 2),
                        variable(TensorType.INT32, 2),
                        Tensor.constant(
                                "one", TensorType.FLOAT32, Shape.of(), Quantization.NONE, TensorData.ofFloats(1)),
                        variable(TensorType.FLOAT32, 1, 6),
                        variable(TensorType.FLOAT32, 1, 6),
                        variable(TensorType.FLOAT32, 1, 6)),
                List.of(
                        new Node(new Operator.ShapeOf(), List.of(0), List.of(1)),
                        new Node(new Operator.Cast(), List.of(1), List.of(2)),
                        new Node(mul(), List.of(2, 3), List.of(4)),
                        new Node(new Operator.Cast(), List.of(4), List.of(5)),
                        new Node(new Operator.Fill(), List.of(5, 6), List.of(7)),
                        new Node(new Operator.Reshape(), List.of(0), List.of(8)),
                        new Node(mul(), List.of(8, 7), List.of(9))),
                List.of(0),
                List.of(9),
                Map.of());
        FoldConstants.Folded folded = FoldConstants.apply(graph);
        assertEquals(List.of(5, 6), folded.nodes());
        assertEquals(List.of(), GraphVerifier.verify(folded.graph()));
        float[] input = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(input, Interpreter.of(folded.graph()).invocation().run(input));
    }

    private static Operator mul() {
        return new Operator.Binary(Operator.BinaryFunction.MUL, Activation.NONE);
    }

    @Test
    void makesAComputedOperandConstant() {
        Tensor zeros = floats("zeros", TensorData.ofFloats(0, 0), 2, 1);
        Graph graph = new Graph(
                "broadcast",
                List.of(
                        variable(TensorType.FLOAT32, 2, 1),
                        variable(TensorType.FLOAT32, 4, 2),
                        variable(TensorType.INT32, 2),
                        ints(1, 0),
                        variable(TensorType.INT32, 2),
                        zeros,
                        variable(TensorType.FLOAT32, 2, 4)),
                List.of(
                        new Node(new Operator.ShapeOf(), List.of(1), List.of(2)),
                        new Node(new Operator.Gather(0, 0), List.of(2, 3), List.of(4)),
                        new Node(new Operator.BroadcastTo(), List.of(0, 4), List.of(6))),
                List.of(0, 1),
                List.of(6),
                Map.of());
        assertFalse(GraphVerifier.verify(graph).isEmpty());
        assertEquals(List.of(), GraphVerifier.verify(FoldConstants.apply(graph).graph()));
    }

    @Test
    void leavesWhatDependsOnInputs() {
        for (Graph graph : OperatorSamples.all()) {
            assertEquals(graph, FoldConstants.apply(graph).graph());
        }
    }

    @Test
    void leavesOutputsOfTheGraph() {
        Graph graph = OperatorSamples.one(
                new Operator.Transpose(),
                floats("x", TensorData.ofFloats(1, 2), 1, 2),
                ints(1, 0),
                variable(TensorType.FLOAT32, 2, 1));
        assertEquals(1, FoldConstants.apply(graph).graph().nodes().size());
    }

    @Test
    void leavesNodesThatBreakARule() {
        Graph graph = flatten();
        List<Node> nodes = List.of(
                graph.nodes().get(0),
                new Node(new Operator.StridedSlice(0, 0, 2), List.of(2, 3, 4, 4), List.of(5)),
                graph.nodes().get(2),
                graph.nodes().get(3));
        Graph broken =
                new Graph(graph.name(), graph.tensors(), nodes, graph.inputs(), graph.outputs(), graph.metadata());
        FoldConstants.Folded folded = FoldConstants.apply(broken);
        assertEquals(List.of(1, 2, 3), folded.nodes());
        assertTrue(GraphVerifier.verify(folded.graph(), folded.nodes())
                .getFirst()
                .place()
                .startsWith("operator 1 "));
    }

    @Test
    void doesNotFillTheMemory() {
        Graph graph = new Graph(
                "large",
                List.of(
                        floats("x", TensorData.ofFloats(1), 1),
                        ints(1 << 20),
                        variable(TensorType.FLOAT32, 1 << 20),
                        variable(TensorType.FLOAT32, 1 << 20)),
                List.of(
                        new Node(new Operator.BroadcastTo(), List.of(0, 1), List.of(2)),
                        new Node(new Operator.Reshape(), List.of(2), List.of(3))),
                List.of(),
                List.of(3),
                Map.of());
        assertEquals(2, FoldConstants.apply(graph).graph().nodes().size());
    }

    /** As Keras exports Flatten for any batch: [n, 2, 3] to [n, 6]. */
    private static Graph flatten() {
        return new Graph(
                "flatten",
                List.of(
                        variable(TensorType.FLOAT32, 2, 2, 3),
                        variable(TensorType.FLOAT32, 2, 6),
                        variable(TensorType.INT32, 3),
                        ints(0),
                        ints(1),
                        variable(TensorType.INT32),
                        variable(TensorType.INT32, 2),
                        Tensor.constant("six", TensorType.INT32, Shape.of(), Quantization.NONE, TensorData.ofInts(6))),
                List.of(
                        new Node(new Operator.ShapeOf(), List.of(0), List.of(2)),
                        new Node(new Operator.StridedSlice(0, 0, 1), List.of(2, 3, 4, 4), List.of(5)),
                        new Node(new Operator.Pack(0), List.of(5, 7), List.of(NEW_SHAPE)),
                        new Node(new Operator.Reshape(), List.of(0, NEW_SHAPE), List.of(1))),
                List.of(0),
                List.of(1),
                Map.of());
    }

    private static Tensor variable(TensorType type, int... dimensions) {
        return Tensor.variable("x", type, Shape.of(dimensions), Quantization.NONE);
    }

    private static Tensor floats(String name, TensorData data, int... dimensions) {
        return Tensor.constant(name, TensorType.FLOAT32, Shape.of(dimensions), Quantization.NONE, data);
    }

    private static Tensor ints(int... values) {
        return Tensor.constant(
                "ints", TensorType.INT32, Shape.of(values.length), Quantization.NONE, TensorData.ofInts(values));
    }
}
