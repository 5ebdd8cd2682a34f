package dev.mote.model.interpreter;

import dev.mote.model.lowered.MovementLayer;
import java.util.Arrays;
import java.util.List;

/** Kernels that only move elements; arrays are of any element type. */
final class MovementKernels {
    private MovementKernels() {}

    static void copy(MovementLayer.Copy layer, Object in, Object out) {
        System.arraycopy(in, 0, out, 0, layer.elements());
    }

    static void concatenate(MovementLayer.Concatenate layer, List<Object> inputs, Object out) {
        int target = 0;
        for (int row = 0; row < layer.rows(); row++) {
            for (int i = 0; i < inputs.size(); i++) {
                int run = layer.runs().get(i);
                System.arraycopy(inputs.get(i), row * run, out, target, run);
                target += run;
            }
        }
    }

    static void mirrorPad(MovementLayer.MirrorPad layer, Object in, Object out) {
        int runs = 1;
        for (int d = 0; d < layer.input().size(); d++) {
            runs *= layer.before().get(d) + layer.input().get(d) + layer.after().get(d);
        }
        for (int i = 0; i < runs; i++) {
            int source = 0;
            int rest = i;
            int stride = 1;
            for (int d = layer.input().size() - 1; d >= 0; d--) {
                int size = layer.before().get(d)
                        + layer.input().get(d)
                        + layer.after().get(d);
                source += layer.source(d, rest % size) * stride;
                rest /= size;
                stride *= layer.input().get(d);
            }
            System.arraycopy(in, source * layer.run(), out, i * layer.run(), layer.run());
        }
    }

    static void pad(MovementLayer.Pad layer, TensorBuffer in, TensorBuffer out) {
        fill(out, layer.fill());
        copyInside(layer, in.array(), out.array(), 0, 0, 0);
    }

    static void fill(TensorBuffer out, double value) {
        switch (out) {
            case TensorBuffer.Bytes(byte[] values) -> Arrays.fill(values, (byte) value);
            case TensorBuffer.Shorts(short[] values) -> Arrays.fill(values, (short) value);
            case TensorBuffer.Ints(int[] values) -> Arrays.fill(values, (int) value);
            case TensorBuffer.Longs(long[] values) -> Arrays.fill(values, (long) value);
            case TensorBuffer.Floats(float[] values) -> Arrays.fill(values, (float) value);
        }
    }

    /** Copies the rows below dimension {@code d}, where the input starts at {@code from} and the output at {@code to}. */
    private static void copyInside(MovementLayer.Pad layer, Object in, Object out, int d, int from, int to) {
        int rank = layer.input().size();
        if (d == rank) {
            System.arraycopy(in, from, out, to, 1);
            return;
        }
        int length = layer.input().get(d);
        int start = to + layer.before().get(d) * outputStride(layer, d);
        if (d == rank - 1) {
            System.arraycopy(in, from, out, start, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            copyInside(layer, in, out, d + 1, from + i * inputStride(layer, d), start + i * outputStride(layer, d));
        }
    }

    private static int inputStride(MovementLayer.Pad layer, int d) {
        return layer.input().stream().skip(d + 1).reduce(1, (a, b) -> a * b);
    }

    private static int outputStride(MovementLayer.Pad layer, int d) {
        int stride = 1;
        for (int i = d + 1; i < layer.input().size(); i++) {
            stride *=
                    layer.before().get(i) + layer.input().get(i) + layer.after().get(i);
        }
        return stride;
    }
}
