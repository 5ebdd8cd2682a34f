package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Computed indices of any value, padding, and elements of every type: the generated C, under sanitizers, gives the interpreter's bytes. */
class IndexFirmwareTest {
    private static final int SAMPLES = 8;
    private static final List<TensorType> TYPES = List.of(
            TensorType.INT8,
            TensorType.INT16,
            TensorType.INT32,
            TensorType.INT64,
            TensorType.UINT8,
            TensorType.BOOL,
            TensorType.FLOAT32);

    @Test
    void anyIndicesStayInsideOfTheTensor() {
        List<Graph> graphs = new ArrayList<>();
        TYPES.forEach(type -> graphs.addAll(graphs(type)));
        graphs.add(one(
                new Operator.EmbeddingLookup(),
                data(TensorType.INT32, 4),
                Tensor.constant(
                        "rows",
                        TensorType.INT8,
                        Shape.of(3, 2),
                        Quantization.perTensor(0.5f, 0),
                        TensorData.ofBytes(new byte[] {1, -2, 3, -4, 127, -128})),
                data(TensorType.FLOAT32, 4, 2)));
        for (TensorType type : List.of(TensorType.INT32, TensorType.INT64)) {
            graphs.add(one(new Operator.BroadcastArgs(), data(type, 3), data(type, 2), data(type, 3)));
        }
        compare(graphs);
    }

    /** As many as TFLM pads. */
    @Test
    void fiveDimensionsArePadded() {
        compare(TYPES.stream()
                .map(type -> one(
                        new Operator.Pad(),
                        data(type, 1, 2, 1, 2, 3),
                        ints(Shape.of(5, 2), 1, 0, 0, 1, 1, 1, 2, 0, 0, 1),
                        data(type, 2, 3, 3, 4, 4)))
                .toList());
    }

    private static void compare(List<Graph> graphs) {
        List<CProject> projects = IntStream.range(0, graphs.size())
                .mapToObj(i -> Codegen.generate(
                        graphs.get(i),
                        new ModelSource("index.tflite", new byte[0]),
                        new Target("index_" + i, ProjectKind.PLAIN)))
                .toList();
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler("gcc"))
                .withWarningsAsErrors()
                .withSanitizers();
        try (HostFirmware firmware = HostFirmware.build(projects, build)) {
            for (int i = 0; i < graphs.size(); i++) {
                check(i, graphs.get(i), firmware);
            }
        }
    }

    private static List<Graph> graphs(TensorType type) {
        Tensor indices = data(TensorType.INT32, 2, 2);
        return List.of(
                one(new Operator.Gather(1, 1), data(type, 2, 3, 2), indices, data(type, 2, 2, 2)),
                one(new Operator.GatherNd(), data(type, 2, 3, 2), indices, data(type, 2, 2)),
                one(new Operator.EmbeddingLookup(), data(TensorType.INT32, 4), data(type, 3, 2), data(type, 4, 2)),
                update(type, TensorType.INT32),
                update(type, TensorType.INT64),
                one(new Operator.Fill(), ints(Shape.of(2), 2, 3), data(type), data(type, 2, 3)),
                one(
                        new Operator.ResizeNearestNeighbor(false, true),
                        data(type, 1, 2, 3, 2),
                        ints(Shape.of(2), 3, 5),
                        data(type, 1, 3, 5, 2)),
                one(
                        new Operator.SpaceToBatchNd(),
                        data(type, 1, 3, 2),
                        ints(Shape.of(1), 2),
                        ints(Shape.of(1, 2), 1, 2),
                        data(type, 2, 3, 2)),
                one(
                        new Operator.BatchToSpaceNd(),
                        data(type, 2, 3, 2),
                        ints(Shape.of(1), 2),
                        ints(Shape.of(1, 2), 1, 2),
                        data(type, 1, 3, 2)));
    }

    private static Graph update(TensorType type, TensorType start) {
        return one(
                new Operator.DynamicUpdateSlice(),
                data(type, 2, 4, 3),
                data(type, 1, 2, 2),
                data(start, 3),
                data(type, 2, 4, 3));
    }

    private static void check(int position, Graph graph, HostFirmware firmware) {
        Invocation invocation = Interpreter.of(graph).invocation();
        byte[] inputs = new byte[SAMPLES * invocation.inputBytes()];
        Random random = new Random(position);
        random.nextBytes(inputs);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int k = 0; k < SAMPLES; k++) {
            byte[] sample = Arrays.copyOfRange(inputs, k * invocation.inputBytes(), (k + 1) * invocation.inputBytes());
            expected.writeBytes(invocation.run(sample));
        }
        assertArrayEquals(expected.toByteArray(), firmware.run(position, inputs), "graph " + position);
        assertArrayEquals(expected.toByteArray(), firmware.runInPlace(position, inputs), "in place, graph " + position);
        assertEquals(0, firmware.selfTest(position), "self test of graph " + position);
    }

    /** Variable inputs are those of the graph; the last tensor is the output. */
    private static Graph one(Operator operator, Tensor... tensors) {
        int output = tensors.length - 1;
        List<Integer> operands = IntStream.range(0, output).boxed().toList();
        List<Integer> inputs =
                operands.stream().filter(index -> !tensors[index].isConstant()).toList();
        Node node = new Node(operator, operands, List.of(output));
        return new Graph("index", List.of(tensors), List.of(node), inputs, List.of(output), Map.of());
    }

    private static Tensor data(TensorType type, int... dimensions) {
        Quantization quantization = type == TensorType.INT8 || type == TensorType.INT16 || type == TensorType.UINT8
                ? Quantization.perTensor(0.5f, 0)
                : Quantization.NONE;
        return Tensor.variable("x", type, Shape.of(dimensions), quantization);
    }

    private static Tensor ints(Shape shape, int... values) {
        return Tensor.constant("i", TensorType.INT32, shape, Quantization.NONE, TensorData.ofInts(values));
    }
}
