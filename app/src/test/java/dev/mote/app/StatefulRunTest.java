package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.tflite.TfliteWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mote run} on an SVDF that adds the input of the run before to its input. */
class StatefulRunTest {
    private static final float[] SAMPLES = {1, 2, 3};

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Tensor[] tensors = {
            Tensor.variable("in", TensorType.FLOAT32, Shape.of(1, 1), Quantization.NONE),
            constant(TensorData.ofFloats(1), 1, 1),
            constant(TensorData.ofFloats(1, 1), 1, 2),
            Tensor.state("state", TensorType.FLOAT32, Shape.of(1, 2), Quantization.NONE),
            Tensor.variable("out", TensorType.FLOAT32, Shape.of(1, 1), Quantization.NONE)
        };
        Node node = new Node(new Operator.Svdf(1, Activation.NONE), List.of(0, 1, 2, Node.ABSENT, 3), List.of(4));
        Graph graph = new Graph("sum", List.of(tensors), List.of(node), List.of(0), List.of(4), Map.of());
        Files.write(folder.resolve("sum.tflite"), TfliteWriter.write(graph));
        Files.write(folder.resolve("in.bin"), TensorData.ofFloats(SAMPLES).bytes());
    }

    private static Tensor constant(TensorData data, int... dimensions) {
        return Tensor.constant("weights", TensorType.FLOAT32, Shape.of(dimensions), Quantization.NONE, data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulator", "c"})
    void startsEachSampleAnew(String engine) throws IOException {
        assertArrayEquals(SAMPLES, run("--engine", engine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulator", "c"})
    void keepsTheStateWhereAsked(String engine) throws IOException {
        assertArrayEquals(new float[] {1, 3, 5}, run("--engine", engine, "--stateful"));
    }

    private float[] run(String... options) throws IOException {
        Path output = folder.resolve("out.bin");
        List<Object> arguments = new ArrayList<>(
                List.of("run", folder.resolve("sum.tflite"), "--input", folder.resolve("in.bin"), "--output", output));
        arguments.addAll(List.of(options));
        Ran.mote(arguments.toArray()).requireDone();
        float[] values = new float[SAMPLES.length];
        ByteBuffer.wrap(Files.readAllBytes(output))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
