package dev.mote.trainer.network;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Shape;

/** A stage on its way to the exported graph: folded weights, fused activation. */
sealed interface ExportStep {
    Shape out();

    /**
     * A stage with weights, in TensorFlow's order.
     *
     * @param bias one for each output channel; empty if there is none
     */
    record Linear(Stage.Weighted stage, float[] kernel, float[] bias, Activation activation, Shape out)
            implements ExportStep {
        int outputs() {
            return out.dimension(-1);
        }

        Linear with(Activation fused) {
            return new Linear(stage, kernel, bias, fused, out);
        }
    }

    /** Any other stage. */
    record Plain(Stage.Plain stage, Shape out) implements ExportStep {}
}
