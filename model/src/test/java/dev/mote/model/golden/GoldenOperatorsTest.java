package dev.mote.model.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.tflite.TfliteFile;
import dev.mote.model.tflite.TfliteReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Single operators against TensorFlow Lite Micro's reference kernels: integers to the byte, floats within rounding. */
class GoldenOperatorsTest {
    private static final Set<TensorType> TYPES = Set.of(TensorType.INT8, TensorType.INT16, TensorType.FLOAT32);

    @TestFactory
    Stream<DynamicTest> givesTheReferencesOutputs() {
        return GoldenData.cases("golden-operators").stream()
                .filter(GoldenOperatorsTest::isSupported)
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static boolean isSupported(Path folder) {
        Graph graph = open(folder).graph();
        boolean known = graph.nodes().stream().noneMatch(node -> node.operator() instanceof Operator.Unsupported);
        Set<TensorType> ends = Stream.concat(graph.inputs().stream(), graph.outputs().stream())
                .map(index -> graph.tensor(index).type())
                .collect(Collectors.toSet());
        boolean anyType = graph.nodes().stream().allMatch(GoldenOperatorsTest::takesAnyType);
        return known && (TYPES.containsAll(ends) || anyType || ends.equals(Set.of(TensorType.INT32)));
    }

    /** Whether any type of the vectors will do. */
    private static boolean takesAnyType(Node node) {
        return node.operator() instanceof Operator.Movement
                || node.operator() instanceof Operator.Stateful
                || node.operator() instanceof Operator.Reshape
                || node.operator() instanceof Operator.Concatenation
                || node.operator() instanceof Operator.Pad
                || node.operator() instanceof Operator.Quantize
                || node.operator() instanceof Operator.Dequantize
                || node.operator() instanceof Operator.Logic
                || node.operator() instanceof Operator.Binary(Operator.BinaryFunction function, Activation none)
                        && function.isChoice();
    }

    private static TfliteReading open(Path folder) {
        return TfliteFile.open(folder.resolve("model.tflite"));
    }

    private static void check(Path folder) throws IOException {
        Graph graph = open(folder).requireValid();
        check(folder, graph, Interpreter.of(graph).invocation());
        check(folder, graph, Interpreter.plain(graph).invocation());
    }

    private static void check(Path folder, Graph graph, Invocation invocation) throws IOException {
        byte[] inputs = Files.readAllBytes(folder.resolve("input.bin"));
        byte[] expected = Files.readAllBytes(folder.resolve("output.bin"));
        int in = invocation.inputBytes();
        int out = invocation.outputBytes();
        TensorType type = graph.tensor(graph.outputs().getFirst()).type();
        boolean sequence = GoldenData.isSequence(folder);
        for (int k = 0; k < inputs.length / in; k++) {
            if (!sequence) {
                invocation.reset();
            }
            byte[] output = invocation.run(Arrays.copyOfRange(inputs, k * in, (k + 1) * in));
            byte[] wanted = Arrays.copyOfRange(expected, k * out, (k + 1) * out);
            if (type == TensorType.FLOAT32) {
                assertClose(wanted, output, "vector " + k);
            } else {
                assertArrayEquals(wanted, output, "vector " + k);
            }
        }
    }

    private static void assertClose(byte[] expected, byte[] actual, String message) {
        ByteBuffer wanted = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer given = ByteBuffer.wrap(actual).order(ByteOrder.LITTLE_ENDIAN);
        while (wanted.hasRemaining()) {
            float value = wanted.getFloat();
            assertEquals(value, given.getFloat(), 1e-5f * Math.abs(value) + 1e-6f, message);
        }
    }
}
