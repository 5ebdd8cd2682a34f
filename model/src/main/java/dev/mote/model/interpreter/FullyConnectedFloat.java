package dev.mote.model.interpreter;

import dev.mote.model.lowered.FloatLayer;

/** float32 fully connected layer, its inner loop over the outputs as in {@link ConvFloat}. */
final class FullyConnectedFloat {
    private final FloatLayer.FullyConnected layer;
    private final float[] weights;
    private final float[] bias;

    FullyConnectedFloat(FloatLayer.FullyConnected layer) {
        this.layer = layer;
        this.weights = ConvFloat.outputChannelsLast(layer.weights().floats(), layer.outputs());
        this.bias = layer.bias().floats();
    }

    void run(float[] in, float[] out) {
        int outputs = layer.outputs();
        float[] acc = new float[outputs];
        for (int n = 0; n < layer.batches(); n++) {
            System.arraycopy(bias, 0, acc, 0, outputs);
            for (int i = 0; i < layer.inputs(); i++) {
                float value = in[n * layer.inputs() + i];
                for (int oc = 0; oc < outputs; oc++) {
                    acc[oc] += value * weights[i * outputs + oc];
                }
            }
            for (int oc = 0; oc < outputs; oc++) {
                out[n * outputs + oc] = ElementwiseFloat.activate(acc[oc], layer.activation());
            }
        }
    }
}
