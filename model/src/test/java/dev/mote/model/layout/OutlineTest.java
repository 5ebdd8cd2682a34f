package dev.mote.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.golden.GoldenData;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.NumberKind;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.layout.Outline.Arrow;
import dev.mote.model.layout.Outline.Box;
import dev.mote.model.layout.Outline.Kind;
import dev.mote.model.tflite.TfliteFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final Operator DOUBLE = new Operator.Unsupported("DOUBLE");

    @Test
    void leadsFromInputsThroughOperatorsToOutputs() {
        Graph graph = graph(
                List.of(node(List.of(0), List.of(1, 2)), node(List.of(2, 2, 1), List.of(3))), List.of(0), List.of(3));
        Outline outline = Outline.of(graph);
        assertEquals(
                List.of(
                        new Box(Kind.INPUT, 0),
                        new Box(Kind.OPERATOR, 0),
                        new Box(Kind.OPERATOR, 1),
                        new Box(Kind.OUTPUT, 0)),
                outline.boxes());
        assertEquals(
                List.of(
                        new Arrow(0, 1, 0, 0.5),
                        new Arrow(1, 2, 2, 2 / 3.0),
                        new Arrow(1, 2, 1, 1 / 3.0),
                        new Arrow(2, 3, 3, 0.5)),
                outline.arrows());
    }

    @Test
    void leavesOutWhatLeadsBackwards() {
        Graph wrong =
                graph(List.of(node(List.of(2), List.of(1)), node(List.of(1), List.of(2))), List.of(0), List.of(9));
        assertEquals(List.of(new Arrow(1, 2, 1, 0.5)), Outline.of(wrong).arrows());
    }

    @Test
    void drawsTheGoldenModels() {
        for (Path file : GoldenData.models("golden")) {
            Graph graph = TfliteFile.open(file).graph();
            Outline outline = Outline.of(graph);
            Rows rows = Rows.of(outline.boxes().size(), outline.links());
            Drawing drawing =
                    LayeredLayout.of(rows, Collections.nCopies(outline.boxes().size(), new Drawing.Size(200, 80)));
            LayeredLayoutTest.requireSound(drawing);
            assertTrue(rows.far().isEmpty(), file.toString());
            assertEquals(NumberKind.INT8, NumberKind.of(graph), file.toString());
        }
    }

    @Test
    void tellsInWhichNumbersAModelComputes() {
        assertEquals(NumberKind.FLOAT, NumberKind.of(typed(DOUBLE, TensorType.FLOAT32, TensorType.INT32)));
        assertEquals(NumberKind.MIXED, NumberKind.of(typed(DOUBLE, TensorType.INT8, TensorType.INT16)));
        assertEquals(NumberKind.INT16, NumberKind.of(typed(new Operator.Quantize(), TensorType.INT16)));
        assertEquals(NumberKind.OTHER, NumberKind.of(typed(DOUBLE, TensorType.BOOL)));
    }

    private static Node node(List<Integer> inputs, List<Integer> outputs) {
        return new Node(DOUBLE, inputs, outputs);
    }

    private static Graph graph(List<Node> nodes, List<Integer> inputs, List<Integer> outputs) {
        return new Graph("test", tensors(Collections.nCopies(4, TensorType.INT8)), nodes, inputs, outputs, Map.of());
    }

    /** An operator for each type. */
    private static Graph typed(Operator operator, TensorType... types) {
        List<Node> nodes = Stream.iterate(0, i -> i + 1)
                .limit(types.length)
                .map(i -> new Node(operator, List.of(), List.of(i)))
                .toList();
        return new Graph("test", tensors(List.of(types)), nodes, List.of(), List.of(), Map.of());
    }

    private static List<Tensor> tensors(List<TensorType> types) {
        return types.stream()
                .map(type -> Tensor.variable("t", type, Shape.of(1), Quantization.NONE))
                .toList();
    }
}
