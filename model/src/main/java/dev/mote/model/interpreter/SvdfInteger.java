package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.StateLayer;

/** int8 SVDF with a state of int8 or int16. */
final class SvdfInteger {
    private final StateLayer.SvdfInt8 layer;
    private final byte[] featureWeights;
    private final IntegerView timeWeights;
    private final int[] bias;
    private final int stateMin;
    private final int stateMax;

    SvdfInteger(StateLayer.SvdfInt8 layer) {
        boolean wide = layer.stateType() == TensorType.INT16;
        this.layer = layer;
        this.featureWeights = layer.featureWeights().bytes();
        this.timeWeights = IntegerView.of(layer.timeWeights(), layer.stateType());
        this.bias = layer.bias().ints();
        this.stateMin = wide ? Short.MIN_VALUE : Byte.MIN_VALUE;
        this.stateMax = wide ? Short.MAX_VALUE : Byte.MAX_VALUE;
    }

    void run(byte[] in, TensorBuffer stateBuffer, byte[] out) {
        StateLayer.SvdfShape shape = layer.shape();
        IntegerView state = IntegerView.of(stateBuffer);
        int last = shape.batches() * shape.filters() * shape.memory() - 1;
        for (int i = 0; i < last; i++) {
            state.set(i, state.get(i + 1));
        }
        for (int n = 0; n < shape.batches(); n++) {
            for (int filter = 0; filter < shape.filters(); filter++) {
                int newest = (n * shape.filters() + filter + 1) * shape.memory() - 1;
                int scaled = FixedPoint.requantize(feature(in, n, filter), layer.stateFactor());
                state.set(newest, layer.stateZeroPoint() + Math.clamp(scaled, stateMin, stateMax));
            }
        }
        for (int n = 0; n < shape.batches(); n++) {
            for (int unit = 0; unit < shape.units(); unit++) {
                int scaled = FixedPoint.requantize(time(state, n, unit), layer.outputFactor());
                out[n * shape.units() + unit] =
                        FixedPoint.clamp(scaled + layer.outputZeroPoint(), Byte.MIN_VALUE, Byte.MAX_VALUE);
            }
        }
    }

    private int feature(byte[] in, int n, int filter) {
        int inputs = layer.shape().inputs();
        int acc = 0;
        for (int i = 0; i < inputs; i++) {
            acc += featureWeights[filter * inputs + i] * (in[n * inputs + i] - layer.inputZeroPoint());
        }
        return acc;
    }

    private int time(IntegerView state, int n, int unit) {
        StateLayer.SvdfShape shape = layer.shape();
        int count = shape.rank() * shape.memory();
        int from = n * shape.filters() * shape.memory() + unit * count;
        int acc = bias[unit];
        for (int i = 0; i < count; i++) {
            acc += timeWeights.get(unit * count + i) * (state.get(from + i) - layer.stateZeroPoint());
        }
        return acc;
    }
}
