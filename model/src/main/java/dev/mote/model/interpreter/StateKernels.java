package dev.mote.model.interpreter;

import dev.mote.model.lowered.StateLayer;
import java.util.List;

/** Binds layers with state to their kernels. */
final class StateKernels {
    private StateKernels() {}

    /** @param inputs the input, then the states */
    static Kernel of(StateLayer layer, List<Integer> inputs, int out) {
        int in = inputs.getFirst();
        int first = inputs.get(1);
        int last = inputs.getLast();
        return switch (layer) {
            case StateLayer.SvdfInt8 svdf -> {
                SvdfInteger kernel = new SvdfInteger(svdf);
                yield t -> kernel.run(bytes(t[in]), t[first], bytes(t[out]));
            }
            case StateLayer.SvdfFloat svdf ->
                t -> StateFloat.svdf(svdf, floats(t[in]), floats(t[first]), floats(t[out]));
            case StateLayer.LstmInteger lstm -> {
                LstmInteger kernel = new LstmInteger(lstm);
                yield t -> kernel.run(t[in], t[first], t[last], t[out]);
            }
            case StateLayer.LstmFloat lstm ->
                t -> StateFloat.lstm(lstm, floats(t[in]), floats(t[first]), floats(t[last]), floats(t[out]));
        };
    }

    private static byte[] bytes(TensorBuffer buffer) {
        return ((TensorBuffer.Bytes) buffer).values();
    }

    private static float[] floats(TensorBuffer buffer) {
        return ((TensorBuffer.Floats) buffer).values();
    }
}
