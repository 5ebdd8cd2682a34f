package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.Int16Layer;

/** From accumulator to int16: clamp(requantize(bias + sum) + zeroPoint), channel by channel. */
final class OutputStageInt16 {
    private final Int16Layer.Output layer;
    private final long[] bias;

    OutputStageInt16(Int16Layer.Output layer) {
        this.layer = layer;
        this.bias = layer.bias().longs();
    }

    /** @param sum of the products, without the bias; exact */
    short finish(int channel, long sum) {
        Multiplier factor = layer.scaling().factor(channel);
        long acc = bias[channel] + sum;
        int scaled = layer.wide() ? FixedPoint.requantizeWide(acc, factor) : FixedPoint.requantize((int) acc, factor);
        return FixedPoint.clampInt16(
                scaled + layer.zeroPoint(), layer.range().min(), layer.range().max());
    }
}
