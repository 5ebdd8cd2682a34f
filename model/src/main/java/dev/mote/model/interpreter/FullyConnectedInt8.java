package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int8Layer;

/** int8 fully connected layer, the plain form. */
final class FullyConnectedInt8 {
    private final Int8Layer.FullyConnected layer;
    private final byte[] weights;
    private final OutputStage stage;

    FullyConnectedInt8(Int8Layer.FullyConnected layer) {
        this.layer = layer;
        this.weights = layer.weights().bytes();
        this.stage = new OutputStage(layer.bias(), layer.scaling(), layer.outputZeroPoint(), layer.range());
    }

    void run(byte[] in, byte[] out) {
        int inputs = layer.inputs();
        int zeroPoint = layer.inputZeroPoint();
        for (int n = 0; n < layer.batches(); n++) {
            for (int oc = 0; oc < layer.outputs(); oc++) {
                int acc = 0;
                for (int i = 0; i < inputs; i++) {
                    acc += (in[n * inputs + i] - zeroPoint) * weights[oc * inputs + i];
                }
                out[n * layer.outputs() + oc] = stage.finish(oc, acc);
            }
        }
    }
}
