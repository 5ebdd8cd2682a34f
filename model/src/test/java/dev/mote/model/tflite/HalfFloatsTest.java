package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.Interpreter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models with {@code supported_types = [tf.float16]}: weights of float16, and a DEQUANTIZE before whoever reads them. */
class HalfFloatsTest {
    private static final byte FLOAT16 = 1;
    /** 1, -2, 0.5 and 65504, the largest. */
    private static final byte[] HALVES = {0, 0x3c, 0, (byte) 0xc0, 0, 0x38, (byte) 0xff, 0x7b};

    @Test
    void foldsWeightsIntoFloat32() {
        TfliteReading reading = TfliteReader.read("half.tflite", withFloat16(TfliteWriter.write(dense()), 1));
        assertEquals(List.of(), reading.findings());
        Graph graph = reading.requireValid();
        assertEquals(1, graph.nodes().size());
        float[] output = Interpreter.of(graph).invocation().run(new float[] {1, 2});
        assertArrayEquals(new float[] {-3, 131008.5f}, output);
    }

    @Test
    void refusesActivationsOfFloat16() {
        Graph graph =
                OperatorSamples.one(new Operator.Reshape(), activation(TensorType.INT16), activation(TensorType.INT16));
        TfliteReading reading = TfliteReader.read("half.tflite", withFloat16(TfliteWriter.write(graph), 0));
        assertEquals("TFL-11", reading.findings().getFirst().code());
    }

    private static Tensor activation(TensorType type) {
        return Tensor.variable("x", type, Shape.of(1, 2), Quantization.NONE);
    }

    /** Tensor 1 stands for float16: int16 has as many bytes. */
    private static Graph dense() {
        return new Graph(
                "half",
                List.of(
                        activation(TensorType.FLOAT32),
                        Tensor.constant(
                                "halves",
                                TensorType.INT16,
                                Shape.of(2, 2),
                                Quantization.NONE,
                                TensorData.ofBytes(HALVES)),
                        Tensor.variable("weights", TensorType.FLOAT32, Shape.of(2, 2), Quantization.NONE),
                        Tensor.variable("y", TensorType.FLOAT32, Shape.of(1, 2), Quantization.NONE)),
                List.of(
                        new Node(new Operator.Dequantize(), List.of(1), List.of(2)),
                        new Node(
                                new Operator.FullyConnected(Activation.NONE, false),
                                List.of(0, 2, Node.ABSENT),
                                List.of(3))),
                List.of(0),
                List.of(3),
                Map.of());
    }

    /** {@code file} with another type of tensor {@code index}; its table must have that field. */
    private static byte[] withFloat16(byte[] file, int index) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int subgraphs = target(bytes, field(bytes, bytes.getInt(0), Schema.Model.SUBGRAPHS));
        int subgraph = target(bytes, subgraphs + Integer.BYTES);
        int tensors = target(bytes, field(bytes, subgraph, Schema.SubGraph.TENSORS));
        int tensor = target(bytes, tensors + (1 + index) * Integer.BYTES);
        bytes.put(field(bytes, tensor, Schema.Tensor.TYPE), FLOAT16);
        return file;
    }

    private static int field(ByteBuffer bytes, int table, int slot) {
        int offsets = table - bytes.getInt(table);
        return table + bytes.getShort(offsets + (2 + slot) * Short.BYTES);
    }

    private static int target(ByteBuffer bytes, int position) {
        return position + bytes.getInt(position);
    }
}
