package dev.mote.app;

import static dev.mote.model.graph.Operator.UnaryFunction.RELU;
import static dev.mote.model.graph.TensorType.INT16;
import static dev.mote.model.graph.TensorType.INT8;
import static dev.mote.model.graph.TensorType.UINT8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An int8 model with ends of other types: uint8 and bool come in, float32 and the number of the largest go out. */
class MixedTypesTest {
    private static final Quantization SCALE = Quantization.perTensor(0.5f, 0);

    @TempDir
    Path folder;

    @Test
    void runsInJavaAndInCWithTheSameBytes() throws IOException {
        Path model = Files.write(folder.resolve("mixed.tflite"), TfliteWriter.write(masked()));
        JsonNode inspection = Ran.mote("inspect", model, "--json").requireDone().json();
        assertEquals(0, inspection.get("unsupported").size());
        assertEquals("uint8", inspection.get("inputs").get(0).get("type").asText());
        assertEquals("int32", inspection.get("outputs").get(1).get("type").asText());
        assertTrue(inspection.get("weights_bytes").intValue() > 0);

        // Twice: three pixels around the zero point 128, then which of them count.
        byte[] samples = {(byte) 130, (byte) 124, (byte) 255, 1, 1, 0, 0, (byte) 129, (byte) 138, 1, 0, 1};
        Path input = Files.write(folder.resolve("input.bin"), samples);
        byte[] simulated = run(model, input, "simulator");
        assertArrayEquals(expected(1, -2, 0, -64, 0, 5), simulated);
        assertArrayEquals(simulated, run(model, input, "c"));
    }

    @Test
    void comparingSendsItToRun() throws IOException {
        String run = "only int8 at all inputs and outputs can be compared, run this one on raw tensors: mote run";
        compare("\"pixels\" is uint8, expected an int8 model; " + run, masked());
        compare("\"x\" is int16, expected an int8 model; " + run, one(new Operator.Unary(RELU), INT16, INT16));
        compare(
                "\"x\" is uint8, expected an int8 model; convert it again with int8 for its inputs and outputs"
                        + " (inference_input_type, inference_output_type), or run it as it is: mote run",
                one(new Operator.Quantize(), UINT8, INT8));
    }

    private void compare(String expected, Graph graph) throws IOException {
        Path model = Files.write(folder.resolve("model.tflite"), TfliteWriter.write(graph));
        String line = Ran.mote("compare", model, "--data", "synthetic-digits").failure(2);
        assertTrue(line.endsWith(expected), line);
    }

    private static Graph one(Operator operator, TensorType from, TensorType to) {
        return new Graph(
                "one",
                List.of(variable("x", from, SCALE, 1, 3), variable("y", to, SCALE, 1, 3)),
                List.of(new Node(operator, List.of(0), List.of(1))),
                List.of(0),
                List.of(1),
                Map.of());
    }

    private byte[] run(Path model, Path input, String engine) throws IOException {
        Path output = folder.resolve(engine + ".bin");
        Ran.mote("run", model, "--input", input, "--output", output, "--engine", engine)
                .requireDone();
        return Files.readAllBytes(output);
    }

    /** Three real numbers and the index of the largest, a sample. */
    private static byte[] expected(float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4 + 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbers.length; i++) {
            bytes.putFloat(numbers[i]);
            if (i % 3 == 2) {
                bytes.putInt(i == 2 ? 0 : 2);
            }
        }
        return bytes.array();
    }

    /** pixels -> QUANTIZE -> SELECT_V2(mask, ., 0) -> FULLY_CONNECTED of 1 on the diagonal -> DEQUANTIZE and ARG_MAX. */
    private static Graph masked() {
        byte[] diagonal = {2, 0, 0, 0, 2, 0, 0, 0, 2};
        return new Graph(
                "mixed",
                List.of(
                        variable("pixels", TensorType.UINT8, Quantization.perTensor(0.5f, 128), 1, 3),
                        variable("mask", TensorType.BOOL, Quantization.NONE, 1, 3),
                        variable("x", TensorType.INT8, SCALE, 1, 3),
                        constant("nothing", TensorType.INT8, SCALE, new byte[] {0}, 1),
                        variable("seen", TensorType.INT8, SCALE, 1, 3),
                        constant("weights", TensorType.INT8, SCALE, diagonal, 3, 3),
                        variable("y", TensorType.INT8, SCALE, 1, 3),
                        variable("real", TensorType.FLOAT32, Quantization.NONE, 1, 3),
                        constant("axis", TensorType.INT32, Quantization.NONE, new byte[] {1, 0, 0, 0}, 1),
                        variable("largest", TensorType.INT32, Quantization.NONE, 1)),
                List.of(
                        new Node(new Operator.Quantize(), List.of(0), List.of(2)),
                        new Node(new Operator.Select(), List.of(1, 2, 3), List.of(4)),
                        new Node(
                                new Operator.FullyConnected(Activation.NONE, false),
                                List.of(4, 5, Node.ABSENT),
                                List.of(6)),
                        new Node(new Operator.Dequantize(), List.of(6), List.of(7)),
                        new Node(new Operator.ArgExtreme(true), List.of(6, 8), List.of(9))),
                List.of(0, 1),
                List.of(7, 9),
                Map.of());
    }

    private static Tensor variable(String name, TensorType type, Quantization quantization, int... dimensions) {
        return Tensor.variable(name, type, Shape.of(dimensions), quantization);
    }

    private static Tensor constant(
            String name, TensorType type, Quantization quantization, byte[] bytes, int... dimensions) {
        return Tensor.constant(name, type, Shape.of(dimensions), quantization, TensorData.ofBytes(bytes));
    }
}
