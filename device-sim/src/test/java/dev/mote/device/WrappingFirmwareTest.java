package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accumulators that leave 32 bits wrap in C as in the interpreter, and C leaves nothing of it undefined. */
class WrappingFirmwareTest {
    private static final int SAMPLES = 8;
    private static final int[] BIASES = {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE - 1000};

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "clang"})
    void wrapsAsTheInterpreterDoes(String compiler) {
        List<Graph> graphs = OperatorSamples.all().stream()
                .filter(graph -> graph.nodes().getFirst().operator() instanceof Operator.Weighted)
                .filter(graph -> graph.tensor(graph.outputs().getFirst()).type() == TensorType.INT8)
                .map(WrappingFirmwareTest::withExtremes)
                .toList();
        List<CProject> projects = IntStream.range(0, graphs.size())
                .mapToObj(i -> Codegen.generate(
                        graphs.get(i),
                        new ModelSource("wrapping.tflite", new byte[0]),
                        new Target("wrapping_" + i, ProjectKind.PLAIN)))
                .toList();
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler(compiler))
                .withWarningsAsErrors()
                .withSanitizers();
        try (HostFirmware firmware = HostFirmware.build(projects, build)) {
            for (int i = 0; i < graphs.size(); i++) {
                check(graphs.get(i), i, firmware);
            }
        }
    }

    private static void check(Graph graph, int project, HostFirmware firmware) {
        List<String> codes =
                GraphVerifier.verify(graph).stream().map(Finding::code).toList();
        assertEquals(List.of("TFL-60"), codes, graph.nodes().toString());
        Invocation invocation = Interpreter.of(graph).invocation();
        byte[] inputs = new byte[SAMPLES * invocation.inputBytes()];
        new Random(project).nextBytes(inputs);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int k = 0; k < SAMPLES; k++) {
            expected.writeBytes(invocation.run(
                    Arrays.copyOfRange(inputs, k * invocation.inputBytes(), (k + 1) * invocation.inputBytes())));
        }
        assertArrayEquals(
                expected.toByteArray(),
                firmware.run(project, inputs),
                graph.nodes().toString());
    }

    /** Drawn weights, and biases at the ends of 32 bits. */
    private static Graph withExtremes(Graph graph) {
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        Random random = new Random(3);
        for (int index : graph.nodes().getFirst().inputs()) {
            Tensor tensor = tensors.get(index);
            if (tensor.isConstant() && tensor.type() == TensorType.INT8) {
                byte[] weights = new byte[tensor.shape().elements()];
                random.nextBytes(weights);
                tensors.set(index, with(tensor, TensorData.ofBytes(weights)));
            } else if (tensor.isConstant() && tensor.name().equals("bias")) {
                int[] biases = IntStream.range(0, tensor.shape().elements())
                        .map(i -> BIASES[i % BIASES.length])
                        .toArray();
                tensors.set(index, with(tensor, TensorData.ofInts(biases)));
            }
        }
        return new Graph(graph.name(), tensors, graph.nodes(), graph.inputs(), graph.outputs(), graph.metadata());
    }

    private static Tensor with(Tensor tensor, TensorData data) {
        return Tensor.constant(tensor.name(), tensor.type(), tensor.shape(), tensor.quantization(), data);
    }
}
