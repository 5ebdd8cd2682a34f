package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int16Layer;

/** int16 fully connected layer, the plain form. */
final class FullyConnectedInt16 {
    private final Int16Layer.FullyConnected layer;
    private final byte[] weights;
    private final OutputStageInt16 stage;

    FullyConnectedInt16(Int16Layer.FullyConnected layer) {
        this.layer = layer;
        this.weights = layer.weights().bytes();
        this.stage = new OutputStageInt16(layer.stage());
    }

    void run(short[] in, short[] out) {
        int inputs = layer.inputs();
        int zeroPoint = layer.inputZeroPoint();
        for (int n = 0; n < layer.batches(); n++) {
            for (int oc = 0; oc < layer.outputs(); oc++) {
                long acc = 0;
                for (int i = 0; i < inputs; i++) {
                    acc += (in[n * inputs + i] - zeroPoint) * weights[oc * inputs + i];
                }
                out[n * layer.outputs() + oc] = stage.finish(oc, acc);
            }
        }
    }
}
