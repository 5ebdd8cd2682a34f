package dev.mote.model.interpreter;

import dev.mote.model.graph.StridedView;

/** Copies a view of one array to another of the same element type. */
final class StridedCopyKernel {
    private StridedCopyKernel() {}

    static void run(StridedView view, Object in, Object out) {
        int[] sizes = view.dimensions().stream().mapToInt(Integer::intValue).toArray();
        int[] strides = view.strides().stream().mapToInt(Integer::intValue).toArray();
        int inner = sizes.length - 1;
        int[] index = new int[sizes.length];
        int source = view.offset();
        int target = 0;
        while (true) {
            copyRun(in, source, strides[inner], out, target, sizes[inner]);
            target += sizes[inner];
            int d = inner - 1;
            while (d >= 0 && index[d] == sizes[d] - 1) {
                source -= index[d] * strides[d];
                index[d--] = 0;
            }
            if (d < 0) {
                return;
            }
            index[d]++;
            source += strides[d];
        }
    }

    private static void copyRun(Object in, int source, int stride, Object out, int target, int count) {
        if (stride == 1) {
            System.arraycopy(in, source, out, target, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(in, source + i * stride, out, target + i, 1);
        }
    }
}
