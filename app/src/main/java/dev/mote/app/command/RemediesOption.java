package dev.mote.app.command;

import dev.mote.model.BadInputException;
import dev.mote.quantizer.Equalization;
import dev.mote.quantizer.QuantizerOptions;
import dev.mote.quantizer.RangeMethod;
import dev.mote.quantizer.WideActivations;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What {@code mote quantize} does against the loss of accuracy. */
final class RemediesOption {
    /** {@code search} starts from it. */
    private static final Set<RangeMethod> PERCENTILE_METHODS = Set.of(RangeMethod.PERCENTILE, RangeMethod.SEARCH);

    @Option(
            names = "--method",
            paramLabel = "min_max|percentile|mse|entropy|search",
            description = "How a range is chosen from what was seen. Default: percentile.")
    private String method;

    @Option(
            names = "--percentile",
            paramLabel = "P",
            description = "Of --method percentile: per cent of the values below the upper end. Default: 99.99.")
    private Double percentile;

    @Option(
            names = "--equalization",
            paramLabel = "none|weights|activations",
            description = "By what the channels between two layers are scaled beforehand. Default: none.")
    private String equalization;

    @Option(names = "--bias-correction", description = "Take the mean error of each channel back by the biases.")
    private boolean biasCorrection;

    @Option(
            names = "--activations",
            paramLabel = "int8|int16",
            description = "int16: wherever operators can take them, between int8 ends. Default: int8.")
    private String activations;

    @Option(
            names = "--int16",
            paramLabel = "NAME",
            split = ",",
            description = "Hold only the activations of these names in int16.")
    private Set<String> wide = Set.of();

    QuantizerOptions options() {
        QuantizerOptions options =
                QuantizerOptions.DEFAULT.withCorrectBias(biasCorrection).withWide(wide());
        options = method == null ? options : options.withMethod(RangeMethod.parse(method));
        options = equalization == null ? options : options.withEqualization(Equalization.parse(equalization));
        if (percentile == null) {
            return options;
        }
        if (!PERCENTILE_METHODS.contains(options.method())) {
            throw new BadInputException("--percentile: --method " + method + " does not use it; leave out one of them");
        }
        return options.withPercentile(percentile);
    }

    /** @throws BadInputException if one is given that is to be chosen */
    void requireNone() {
        if (method != null || equalization != null || biasCorrection || activations != null || !wide.isEmpty()) {
            throw new BadInputException("--auto chooses method, equalization, bias correction and int16 by itself;"
                    + " leave out --method, --equalization, --bias-correction, --activations and --int16");
        }
    }

    private WideActivations wide() {
        if (activations == null || activations.equals("int8")) {
            return WideActivations.of(new TreeSet<>(wide));
        }
        if (activations.equals("int16")) {
            return WideActivations.ALL;
        }
        throw new BadInputException("unknown activations \"" + activations + "\"; expected one of: int8, int16");
    }
}
