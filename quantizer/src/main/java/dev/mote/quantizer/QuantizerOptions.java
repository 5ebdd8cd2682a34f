package dev.mote.quantizer;

import dev.mote.model.BadInputException;

/**
 * What the user may decide about quantization.
 *
 * @param percentile for {@link RangeMethod#PERCENTILE}: per cent of the values below the upper end, in (50, 100]; the lower end mirrors it
 * @param perChannelDense one scale for each output of a fully connected layer, as convolutions always have; false for engines that
 *     take a single scale there
 * @param measuredSamples how many calibration samples the error report runs through both models, at least 1
 * @param equalization whether channels are scaled before quantization, and by what
 * @param correctBias whether biases take back the mean error that quantization makes in each channel
 * @param wide activations that are held in int16
 */
public record QuantizerOptions(
        RangeMethod method,
        double percentile,
        boolean perChannelDense,
        int measuredSamples,
        Equalization equalization,
        boolean correctBias,
        WideActivations wide) {
    /** What lost least on real networks: docs/quantization.md has the figures. */
    public static final QuantizerOptions DEFAULT = new QuantizerOptions(
            RangeMethod.PERCENTILE, 99.99, true, 100, Equalization.NONE, false, WideActivations.NONE);

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
        return new QuantizerOptions(
                method, percentile, perChannelDense, measuredSamples, equalization, correctBias, wide);
    }

    public QuantizerOptions withPercentile(double percentile) {
        return new QuantizerOptions(
                method, percentile, perChannelDense, measuredSamples, equalization, correctBias, wide);
    }

    public QuantizerOptions withPerChannelDense(boolean perChannelDense) {
        return new QuantizerOptions(
                method, percentile, perChannelDense, measuredSamples, equalization, correctBias, wide);
    }

    public QuantizerOptions withEqualization(Equalization equalization) {
        return new QuantizerOptions(
                method, percentile, perChannelDense, measuredSamples, equalization, correctBias, wide);
    }

    public QuantizerOptions withCorrectBias(boolean correctBias) {
        return new QuantizerOptions(
                method, percentile, perChannelDense, measuredSamples, equalization, correctBias, wide);
    }

    public QuantizerOptions withWide(WideActivations wide) {
        return new QuantizerOptions(
                method, percentile, perChannelDense, measuredSamples, equalization, correctBias, wide);
    }

    /** The method as reports and models write it: {@code percentile 99.99}. */
    String methodText() {
        return method == RangeMethod.PERCENTILE ? method.text() + " " + percentile : method.text();
    }

    /** As tables name it: {@code mse, activations equalized, bias corrected}. */
    public String text() {
        StringBuilder text = new StringBuilder(methodText());
        if (equalization != Equalization.NONE) {
            text.append(", ").append(equalization.text()).append(" equalized");
        }
        if (correctBias) {
            text.append(", bias corrected");
        }
        if (!perChannelDense) {
            text.append(", one scale a dense layer");
        }
        if (!wide.equals(WideActivations.NONE)) {
            text.append(", ").append(wide.text());
        }
        return text.toString();
    }
}
