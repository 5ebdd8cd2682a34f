package dev.mote.device.board;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Whether outputs are equal: integers to the byte, float32 within 1e-5 of the largest value of its tensor. */
final class OutputComparison {
    private static final double TOLERANCE = 1e-5;

    private final List<Tensor> outputs;

    OutputComparison(Graph graph) {
        this.outputs = graph.outputs().stream().map(graph::tensor).toList();
    }

    /** How many samples differ. */
    int differing(List<byte[]> expected, List<byte[]> actual) {
        int differing = 0;
        for (int i = 0; i < expected.size(); i++) {
            differing += equal(expected.get(i), actual.get(i)) ? 0 : 1;
        }
        return differing;
    }

    private boolean equal(byte[] expected, byte[] actual) {
        if (Arrays.equals(expected, actual)) {
            return true;
        }
        if (expected.length != actual.length) {
            return false;
        }
        int offset = 0;
        for (Tensor tensor : outputs) {
            int bytes = Math.toIntExact(tensor.byteSize());
            boolean equal = tensor.type() == TensorType.FLOAT32
                    ? near(floats(expected, offset, bytes), floats(actual, offset, bytes))
                    : Arrays.equals(expected, offset, offset + bytes, actual, offset, offset + bytes);
            if (!equal) {
                return false;
            }
            offset += bytes;
        }
        return true;
    }

    private static float[] floats(byte[] values, int offset, int bytes) {
        float[] floats = new float[bytes / Float.BYTES];
        ByteBuffer.wrap(values, offset, bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(floats);
        return floats;
    }

    private static boolean near(float[] expected, float[] actual) {
        double largest = 0;
        for (float value : expected) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        for (int i = 0; i < expected.length; i++) {
            boolean same = Float.compare(expected[i], actual[i]) == 0 || expected[i] == actual[i];
            if (!same && !(Math.abs((double) expected[i] - actual[i]) <= TOLERANCE * largest)) {
                return false;
            }
        }
        return true;
    }
}
