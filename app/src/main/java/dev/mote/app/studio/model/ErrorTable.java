package dev.mote.app.studio.model;

import dev.mote.device.compare.LayerErrors;
import java.util.List;

/**
 * What quantization did to each operator of an int8 model; the components are JSON keys.
 *
 * @param data over which it was measured
 * @param synthetic whether the data was generated
 * @param samples of them
 * @param why nothing was measured; empty if something was
 * @param exactDb what stands for no error at all
 * @param layers those that the float model has too
 */
public record ErrorTable(String data, boolean synthetic, int samples, String why, double exactDb, List<Row> layers) {

    /** @param number of the operator in the file */
    public record Row(int number, String name, double sqnrDb) {}

    static ErrorTable none(String why) {
        return new ErrorTable("", false, 0, why, LayerErrors.EXACT_DB, List.of());
    }

    static ErrorTable of(Analysis.Ready ready, LayerErrors errors, String data, boolean synthetic) {
        List<Row> rows = errors.layers().stream()
                .map(layer -> new Row(
                        ready.nodes()
                                .get(ready.program().steps().get(layer.step()).node()),
                        layer.name(),
                        layer.sqnrDb()))
                .toList();
        return new ErrorTable(
                data,
                synthetic,
                errors.samples(),
                rows.isEmpty()
                        ? "no layer of float.tflite has a name of this model: it was not made from that one"
                        : "",
                LayerErrors.EXACT_DB,
                rows);
    }
}
