package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.graph.TensorData;
import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer;

/** From accumulator to int8: clamp(requantize(bias + sum) + zeroPoint), channel by channel. */
final class OutputStage {
    private final int[] bias;
    private final int[] multipliers;
    private final int[] shifts;
    private final int zeroPoint;
    private final int min;
    private final int max;

    OutputStage(TensorData bias, ChannelScaling scaling, int zeroPoint, Int8Layer.Range range) {
        this.bias = bias.ints();
        this.multipliers = scaling.multipliers(this.bias.length);
        this.shifts = scaling.shifts(this.bias.length);
        this.zeroPoint = zeroPoint;
        this.min = range.min();
        this.max = range.max();
    }

    /** @param sum of the products, without the bias */
    byte finish(int channel, int sum) {
        int scaled = FixedPoint.requantize(bias[channel] + sum, multipliers[channel], shifts[channel]);
        return FixedPoint.clamp(scaled + zeroPoint, min, max);
    }
}
