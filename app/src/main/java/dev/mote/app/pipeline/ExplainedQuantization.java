package dev.mote.app.pipeline;

import dev.mote.app.pipeline.QuantizationRows.LayerRow;
import dev.mote.app.pipeline.QuantizationRows.RemedyRow;
import dev.mote.quantizer.LayerReport;
import dev.mote.quantizer.QuantizationReport;
import dev.mote.quantizer.TensorReport;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The result of {@code mote quantize}; the components are the JSON keys.
 *
 * @param validationSamples 0 where nothing is measured on them
 * @param floatAccuracy on the validation samples, where they have labels
 * @param layerCosts empty without {@code --explain}
 * @param chosen name of the way that made the written model
 * @param withinTolerance true without {@code --auto}
 * @param reason empty without {@code --auto}
 */
public record ExplainedQuantization(
        List<LayerReport> layers,
        List<TensorReport> tensors,
        double outputSqnrDb,
        String method,
        long weightsBytes,
        int calibrationSamples,
        int validationSamples,
        OptionalDouble floatAccuracy,
        List<LayerRow> layerCosts,
        List<RemedyRow> remedies,
        String chosen,
        boolean withinTolerance,
        String reason,
        double seconds) {

    /** Where nothing is measured on validation samples. */
    public static ExplainedQuantization plain(
            QuantizationReport report, String chosen, long weightsBytes, double seconds) {
        return new ExplainedQuantization(
                report.layers(),
                report.tensors(),
                report.outputSqnrDb(),
                report.method(),
                weightsBytes,
                report.calibrationSamples(),
                0,
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                chosen,
                true,
                "",
                seconds);
    }
}
