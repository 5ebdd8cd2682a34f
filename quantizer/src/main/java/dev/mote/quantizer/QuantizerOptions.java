package dev.mote.quantizer;

import dev.mote.model.BadInputException;

/**
 * What the user may decide about quantization.
 *
 * @param percentile for {@link RangeMethod#PERCENTILE}: per cent of the values below the upper end, in (50, 100]; the lower end mirrors it
 * @param perChannelDense one scale for each output of a fully connected layer, as convolutions always have; false for engines that
 *     take a single scale there
 * @param measuredSamples how many calibration samples the error report runs through both models, at least 1
 */
public record QuantizerOptions(RangeMethod method, double percentile, boolean perChannelDense, int measuredSamples) {
    /** What lost least on real networks: docs/quantization.md has the figures. */
    public static final QuantizerOptions DEFAULT = new QuantizerOptions(RangeMethod.PERCENTILE, 99.99, true, 100);

    /** @throws BadInputException if a value is outside its range */
    public QuantizerOptions {
        if (!(percentile > 50 && percentile <= 100)) {
            throw new BadInputException("percentile is " + percentile + ", expected more than 50 and at most 100");
        }
        if (measuredSamples < 1) {
            throw new BadInputException("measured samples are " + measuredSamples + ", expected at least 1");
        }
    }

    public QuantizerOptions withMethod(RangeMethod method) {
        return new QuantizerOptions(method, percentile, perChannelDense, measuredSamples);
    }

    public QuantizerOptions withPercentile(double percentile) {
        return new QuantizerOptions(method, percentile, perChannelDense, measuredSamples);
    }

    public QuantizerOptions withPerChannelDense(boolean perChannelDense) {
        return new QuantizerOptions(method, percentile, perChannelDense, measuredSamples);
    }
}
