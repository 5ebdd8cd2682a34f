package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.FoldConstants;
import dev.mote.model.interpreter.Interpreter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A loop that adds x to itself: WHILE(i < rounds, i = i + 1, x = x + x), over x: float32 [2]. */
class UnrollLoopsTest {
    private static final Operator WHILE = new Operator.Unsupported("WHILE");
    private static final Operator ADD = new Operator.Binary(BinaryFunction.ADD, Activation.NONE);
    private static final Tensor X = tensor("x", TensorType.FLOAT32, 2);
    private static final Tensor COUNT = tensor("count", TensorType.INT32);

    private static Tensor tensor(String name, TensorType type, int... shape) {
        return Tensor.variable(name, type, Shape.of(shape), Quantization.NONE);
    }

    private static Tensor number(int value) {
        return Tensor.constant("number", TensorType.INT32, Shape.of(), Quantization.NONE, TensorData.ofInts(value));
    }

    private static Graph graph(List<Tensor> tensors, List<Node> nodes, List<Integer> inputs, List<Integer> outputs) {
        return new Graph("loop", tensors, nodes, inputs, outputs, Map.of());
    }

    /** Tensors: x, start, count after, x after. */
    private static Graph main(Tensor start) {
        Node loop = new Node(WHILE, List.of(1, 0), List.of(2, 3));
        return graph(
                List.of(X, start, COUNT, X),
                List.of(loop),
                start.isConstant() ? List.of(0) : List.of(0, 1),
                List.of(3));
    }

    private static UnrollLoops.Loop loop(int rounds) {
        Node less = new Node(new Operator.Compare(Operator.Comparison.LESS), List.of(0, 2), List.of(3));
        Graph condition = graph(
                List.of(COUNT, X, number(rounds), tensor("goes on", TensorType.BOOL)),
                List.of(less),
                List.of(0, 1),
                List.of(3));
        Graph body = graph(
                List.of(COUNT, X, number(1), COUNT, X),
                List.of(new Node(ADD, List.of(0, 2), List.of(3)), new Node(ADD, List.of(1, 1), List.of(4))),
                List.of(0, 1),
                List.of(3, 4));
        return new UnrollLoops.Loop(condition, body);
    }

    private static Graph unrolled(Tensor start, UnrollLoops.Loop loop) {
        return UnrollLoops.apply(main(start), Map.of(0, loop));
    }

    @Test
    void writesEachRoundOut() {
        Graph graph = FoldConstants.apply(unrolled(number(0), loop(3))).graph();
        assertArrayEquals(
                new float[] {8, -16}, Interpreter.of(graph).invocation().run(new float[] {1, -2}));
        assertEquals(
                3,
                graph.nodes().stream()
                        .filter(node -> node.operator().equals(ADD))
                        .count());
    }

    @Test
    void copiesTheInputWhereThereIsNoRound() {
        Graph graph = FoldConstants.apply(unrolled(number(3), loop(3))).graph();
        assertArrayEquals(
                new float[] {1, -2}, Interpreter.of(graph).invocation().run(new float[] {1, -2}));
    }

    @Test
    void leavesLoopsOfUnknownLength() {
        assertEquals(main(COUNT), unrolled(COUNT, loop(3)));
    }

    @Test
    void leavesEndlessLoops() {
        assertEquals(main(number(0)), unrolled(number(0), loop(Integer.MAX_VALUE)));
    }

    @Test
    void leavesLoopsWhosePartsDoNotFit() {
        UnrollLoops.Loop sound = loop(3);
        Graph body = sound.body();
        Graph otherType = graph(
                List.of(COUNT, tensor("x", TensorType.INT32, 2), number(1), COUNT, X),
                body.nodes(),
                body.inputs(),
                body.outputs());
        Graph missing = graph(body.tensors(), body.nodes(), body.inputs(), List.of(3, 9));
        Graph fewer = graph(body.tensors(), body.nodes(), List.of(0), body.outputs());
        Graph unknown =
                graph(body.tensors(), List.of(new Node(WHILE, List.of(0), List.of(3))), body.inputs(), body.outputs());
        for (Graph broken : List.of(otherType, missing, fewer, unknown)) {
            assertEquals(main(number(0)), unrolled(number(0), new UnrollLoops.Loop(sound.condition(), broken)));
        }
    }
}
