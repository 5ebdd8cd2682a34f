package dev.mote.model.interpreter;

import dev.mote.model.lowered.IntegerLayer;
import java.util.List;

/** The elements of one array or of another, as a condition says. */
final class SelectKernel {
    private SelectKernel() {}

    /** @param first as {@code second} and {@code out} an array of the layer's element type */
    static void run(IntegerLayer.Select layer, byte[] condition, Object first, Object second, Object out) {
        List<Integer> dimensions = layer.spread().dimensions();
        List<List<Integer>> strides = layer.spread().strides();
        int elements = layer.spread().elements();
        for (int i = 0; i < elements; i++) {
            int[] from = new int[strides.size()];
            int rest = i;
            for (int d = dimensions.size() - 1; d >= 0; d--) {
                int position = rest % dimensions.get(d);
                rest /= dimensions.get(d);
                for (int k = 0; k < from.length; k++) {
                    from[k] += position * strides.get(k).get(d);
                }
            }
            boolean holds = condition[from[0]] != 0;
            System.arraycopy(holds ? first : second, holds ? from[1] : from[2], out, i, 1);
        }
    }
}
