package dev.mote.model.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Compares outputs with the reference's: integers to the byte, float32 within 1e-5 of the tensor's largest value. */
public final class Outputs {
    private static final float TOLERANCE = 1e-5f;

    private Outputs() {}

    /** @param expected vectors back to back, each with all outputs of {@code graph} */
    public static void compare(Graph graph, byte[] expected, byte[] actual) {
        assertEquals(expected.length, actual.length, "bytes");
        int at = 0;
        for (int vector = 0; at < expected.length; vector++) {
            for (int output : graph.outputs()) {
                int end = at + Math.toIntExact(graph.tensor(output).byteSize());
                compare(
                        graph.tensor(output).type(),
                        Arrays.copyOfRange(expected, at, end),
                        Arrays.copyOfRange(actual, at, end),
                        "vector " + vector + ", tensor " + output);
                at = end;
            }
        }
    }

    private static void compare(TensorType type, byte[] expected, byte[] actual, String message) {
        if (type == TensorType.FLOAT32) {
            assertArrayEquals(floats(expected), floats(actual), TOLERANCE * largest(floats(expected)), message);
        } else {
            assertArrayEquals(expected, actual, message);
        }
    }

    private static float[] floats(byte[] raw) {
        float[] values = new float[raw.length / Float.BYTES];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /** Above 0, as a tolerance has to be. */
    private static float largest(float[] values) {
        float largest = Float.MIN_NORMAL / TOLERANCE;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
