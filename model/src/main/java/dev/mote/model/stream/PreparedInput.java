package dev.mote.model.stream;

import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Quantization;

/** Counts to physical values, then the model's preparation, then the input's quantization. */
final class PreparedInput implements WindowInput {
    private final StreamPlan plan;
    private final InputPreparation preparation;
    private final Quantization.PerTensor quantization;
    private final float[] values;

    PreparedInput(StreamPlan plan, InputPreparation preparation, Quantization.PerTensor quantization) {
        this.plan = plan;
        this.preparation = preparation;
        this.quantization = quantization;
        this.values = new float[plan.windowLength() * plan.channelCount()];
    }

    @Override
    public void bytes(short[] counts, byte[] tensor) {
        floats(counts, values);
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = quantization.quantize(values[i]);
        }
    }

    @Override
    public void floats(short[] counts, float[] tensor) {
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = (float) plan.physical(i % plan.channelCount(), counts[i]);
        }
        preparation.apply(tensor, 0, tensor.length);
    }
}
