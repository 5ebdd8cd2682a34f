package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int8Layer;

/** int8 fully connected layer, the plain form. */
final class FullyConnectedInt8 {
    private final Int8Layer.FullyConnected layer;
    private final byte[] weights;
    private final int[] bias;
    private final int[] multipliers;
    private final int[] shifts;

    FullyConnectedInt8(Int8Layer.FullyConnected layer) {
        this.layer = layer;
        this.weights = layer.weights().bytes();
        this.bias = layer.bias().ints();
        this.multipliers = layer.scaling().multipliers(layer.outputs());
        this.shifts = layer.scaling().shifts(layer.outputs());
    }

    void run(byte[] in, byte[] out) {
        int inputs = layer.inputs();
        int zeroPoint = layer.inputZeroPoint();
        for (int n = 0; n < layer.batches(); n++) {
            for (int oc = 0; oc < layer.outputs(); oc++) {
                int acc = bias[oc];
                for (int i = 0; i < inputs; i++) {
                    acc += (in[n * inputs + i] - zeroPoint) * weights[oc * inputs + i];
                }
                int scaled = FixedPoint.requantize(acc, multipliers[oc], shifts[oc]) + layer.outputZeroPoint();
                out[n * layer.outputs() + oc] = FixedPoint.clamp(
                        scaled, layer.range().min(), layer.range().max());
            }
        }
    }
}
