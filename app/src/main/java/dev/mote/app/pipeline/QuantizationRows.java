package dev.mote.app.pipeline;

import dev.mote.quantizer.LayerCost;
import dev.mote.quantizer.Remedy;
import java.util.OptionalDouble;

/** Rows of the tables of {@code mote quantize --explain} and {@code --auto}; the components are the JSON keys. */
public final class QuantizationRows {
    private QuantizationRows() {}

    /** One layer in int8, the rest in float. */
    public record LayerRow(
            String name,
            String operator,
            OptionalDouble accuracy,
            double agreement,
            double sqnrDb,
            double weightsSqnrDb,
            OptionalDouble int16GainDb) {
        public static LayerRow of(LayerCost layer) {
            return new LayerRow(
                    layer.name(),
                    layer.operator(),
                    layer.alone().accuracy(),
                    layer.alone().agreement(),
                    layer.alone().sqnrDb(),
                    layer.weightsSqnrDb(),
                    layer.int16GainDb());
        }
    }

    /** One way to quantize; accuracy, agreement and ratio are those on validation samples. */
    public record RemedyRow(
            String name,
            OptionalDouble accuracy,
            double agreement,
            double sqnrDb,
            double pointsLost,
            double calibrationAgreement,
            double calibrationSqnrDb,
            long weightsBytes,
            long arenaBytes,
            long flashBytes) {
        public static RemedyRow of(Remedy remedy) {
            return new RemedyRow(
                    remedy.name(),
                    remedy.validation().accuracy(),
                    remedy.validation().agreement(),
                    remedy.validation().sqnrDb(),
                    remedy.pointsLost(),
                    remedy.calibration().agreement(),
                    remedy.calibration().sqnrDb(),
                    remedy.footprint().weightsBytes(),
                    remedy.footprint().arenaBytes(),
                    remedy.footprint().flashBytes());
        }
    }
}
