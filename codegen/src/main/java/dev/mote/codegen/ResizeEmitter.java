package dev.mote.codegen;

import dev.mote.model.graph.Resampling;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.Resize;
import java.util.List;

/** Images of another size. */
final class ResizeEmitter {
    private static final int RESAMPLE_BYTES = 8 * 4;
    private static final int INT8_BYTES = 10 * 4;
    private static final int FLOAT32_BYTES = 9 * 4;

    private ResizeEmitter() {}

    static LayerCode resample(MovementLayer.Resample layer, LayerScope scope) {
        scope.requireAtMost(Math.max(layer.height(), layer.width()), Short.MAX_VALUE, "rows or columns");
        ConstantArray rows = pixels("rows", layer.rows(), scope);
        ConstantArray columns = pixels("columns", layer.columns(), scope);
        String text = """
                .batches = %d,
                .height = %d, .width = %d,
                .out_h = %d, .out_w = %d,
                .run = %d,
                .rows = %s,
                .columns = %s,
                """.formatted(
                        layer.batches(),
                        layer.height(),
                        layer.width(),
                        layer.rows().size(),
                        layer.columns().size(),
                        layer.run() * scope.element().bytes(),
                        rows.name(),
                        columns.name());
        return LayerCode.of(
                List.of(rows, columns), List.of(), Kernel.RESAMPLE, scope.name("params"), RESAMPLE_BYTES, text);
    }

    private static ConstantArray pixels(String role, List<Integer> pixels, LayerScope scope) {
        int[] values = pixels.stream().mapToInt(Integer::intValue).toArray();
        return new ConstantArray(
                scope.name(role),
                ConstantArray.Type.INT16,
                role + " of the input",
                List.of(new ConstantArray.Row("", values)));
    }

    static LayerCode bilinear(Int8Layer.ResizeBilinear layer, LayerScope scope) {
        boolean half = layer.resize().halfPixelCenters();
        String text = sizes(layer.resize())
                + """
                .row_scale = %d, .row_offset = %d,
                .column_scale = %d, .column_offset = %d,
                """.formatted(
                                layer.rowScale(),
                                Resampling.fixedPosition(0, layer.rowScale(), half),
                                layer.columnScale(),
                                Resampling.fixedPosition(0, layer.columnScale(), half));
        return LayerCode.of(List.of(), List.of(), Kernel.RESIZE_BILINEAR, scope.name("params"), INT8_BYTES, text);
    }

    static LayerCode bilinear(FloatLayer.ResizeBilinear layer, LayerScope scope) {
        String text = sizes(layer.resize())
                + """
                .row_scale = %s, .column_scale = %s,
                .half_pixel = %d,
                """.formatted(
                                CText.number(layer.rowScale()),
                                CText.number(layer.columnScale()),
                                layer.resize().halfPixelCenters() ? 1 : 0);
        return LayerCode.of(
                List.of(), List.of(), Kernel.RESIZE_BILINEAR_FLOAT32, scope.name("params"), FLOAT32_BYTES, text);
    }

    private static String sizes(Resize resize) {
        return """
                .batches = %d, .height = %d, .width = %d, .channels = %d,
                .out_h = %d, .out_w = %d,
                """.formatted(
                        resize.batches(),
                        resize.height(),
                        resize.width(),
                        resize.channels(),
                        resize.outputHeight(),
                        resize.outputWidth());
    }
}
