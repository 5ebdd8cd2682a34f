package dev.mote.model.interpreter;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.MovementLayer;
import java.util.List;

/** Kernels that pick elements by indices; arrays are of any element type. */
final class GatherKernels {
    private GatherKernels() {}

    static void gather(MovementLayer.Gather layer, Object in, Object out) {
        int[] indices = layer.indices().ints();
        int count = indices.length / layer.batches();
        gather(layer.batches(), layer.rows(), layer.axis(), layer.run(), count, in, indices, out);
    }

    static void gather(MovementLayer.GatherComputed layer, Object in, int[] indices, Object out) {
        gather(layer.batches(), layer.rows(), layer.axis(), layer.run(), layer.count(), in, indices, out);
    }

    private static void gather(
            int batches, int rows, int axis, int run, int count, Object in, int[] indices, Object out) {
        int target = 0;
        for (int batch = 0; batch < batches; batch++) {
            for (int row = 0; row < rows; row++) {
                int first = (batch * rows + row) * axis;
                for (int i = 0; i < count; i++) {
                    int source = first + Math.clamp(indices[batch * count + i], 0, axis - 1);
                    System.arraycopy(in, source * run, out, target, run);
                    target += run;
                }
            }
        }
    }

    static void gatherRows(MovementLayer.GatherRows layer, Object in, int[] indices, Object out) {
        List<Integer> steps = layer.steps();
        for (int i = 0; i < layer.count(); i++) {
            long row = 0;
            for (int d = 0; d < steps.size(); d++) {
                row += (long) indices[i * steps.size() + d] * steps.get(d);
            }
            int inside = Math.clamp(row, 0, layer.rows() - 1);
            System.arraycopy(in, inside * layer.run(), out, i * layer.run(), layer.run());
        }
    }

    static void embeddingLookup(FloatLayer.EmbeddingLookup layer, byte[] in, int[] indices, float[] out) {
        for (int i = 0; i < layer.count(); i++) {
            int row = Math.clamp(indices[i], 0, layer.rows() - 1);
            for (int k = 0; k < layer.run(); k++) {
                out[i * layer.run() + k] = in[row * layer.run() + k] * layer.scale();
            }
        }
    }

    /** @param start int32 or int64 */
    static void updateSlice(MovementLayer.UpdateSlice layer, Object in, Object part, TensorBuffer start, Object out) {
        System.arraycopy(in, 0, out, 0, layer.input().stream().reduce(1, (a, b) -> a * b));
        int inner = layer.part().size() - 1;
        int runs = layer.part().stream().limit(inner).reduce(1, (a, b) -> a * b);
        int run = layer.part().get(inner);
        for (int i = 0; i < runs; i++) {
            int target = begin(layer, start, inner);
            int stride = layer.input().get(inner);
            int rest = i;
            for (int d = inner - 1; d >= 0; d--) {
                target += (begin(layer, start, d) + rest % layer.part().get(d)) * stride;
                rest /= layer.part().get(d);
                stride *= layer.input().get(d);
            }
            System.arraycopy(part, i * run, out, target, run);
        }
    }

    private static int begin(MovementLayer.UpdateSlice layer, TensorBuffer start, int d) {
        return Math.clamp(
                integer(start, d), 0, layer.input().get(d) - layer.part().get(d));
    }

    static void broadcastShapes(
            MovementLayer.BroadcastShapes layer, TensorBuffer first, TensorBuffer second, TensorBuffer out) {
        int count = Math.max(layer.first(), layer.second());
        for (int i = 0; i < count; i++) {
            int a = layer.first() - count + i;
            int b = layer.second() - count + i;
            long x = a < 0 ? 1 : integer(first, a);
            long y = b < 0 ? 1 : integer(second, b);
            long size = x == 1 ? y : x;
            switch (out) {
                case TensorBuffer.Ints(int[] values) -> values[i] = (int) size;
                case TensorBuffer.Longs(long[] values) -> values[i] = size;
                case TensorBuffer.Bytes bytes -> throw new IllegalArgumentException("shapes are integers");
                case TensorBuffer.Shorts shorts -> throw new IllegalArgumentException("shapes are integers");
                case TensorBuffer.Floats floats -> throw new IllegalArgumentException("shapes are integers");
            }
        }
    }

    private static long integer(TensorBuffer buffer, int index) {
        return switch (buffer) {
            case TensorBuffer.Ints(int[] values) -> values[index];
            case TensorBuffer.Longs(long[] values) -> values[index];
            case TensorBuffer.Bytes(byte[] values) -> values[index];
            case TensorBuffer.Shorts(short[] values) -> values[index];
            case TensorBuffer.Floats floats -> throw new IllegalArgumentException("not integers");
        };
    }
}
