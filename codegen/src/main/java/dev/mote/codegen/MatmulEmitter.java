package dev.mote.codegen;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.MatmulGeometry;
import java.util.List;
import java.util.stream.Collectors;

/** Products of matrices that are both tensors. */
final class MatmulEmitter {
    private static final int GEOMETRY_BYTES = (3 * MatmulGeometry.BATCH_DIMENSIONS + 7) * 4;
    private static final int STRUCT_BYTES = GEOMETRY_BYTES + 5 * 4;

    /** Products up to 255 * 255 are sure to fit a sum of 32 bits. */
    private static final int LARGEST_DEPTH = Integer.MAX_VALUE / (255 * 255);

    private MatmulEmitter() {}

    static LayerCode emit(Int8Layer.BatchMatmul layer, LayerScope scope) {
        MatmulGeometry g = layer.geometry();
        scope.requireAtMost(g.depth(), LARGEST_DEPTH, "products a sum");
        String text = geometry(g)
                + """
                .first_zero_point = %d,
                .second_zero_point = %d,
                .multiplier = %d, /* factor %s */
                .shift = %d,
                .output_zero_point = %d,
                """.formatted(
                                layer.firstZeroPoint(),
                                layer.secondZeroPoint(),
                                layer.factor().multiplier(),
                                CText.rounded(layer.factor().value()),
                                layer.factor().shift(),
                                layer.outputZeroPoint());
        return call(Kernel.BATCH_MATMUL, text, STRUCT_BYTES, scope);
    }

    static LayerCode int16(Int16Layer.BatchMatmul layer, LayerScope scope) {
        String text = geometry(layer.geometry())
                + """
                .multiplier = %d, /* factor %s */
                .shift = %d,
                """.formatted(
                                layer.factor().multiplier(),
                                CText.rounded(layer.factor().value()),
                                layer.factor().shift());
        return call(Kernel.BATCH_MATMUL_S16, text, GEOMETRY_BYTES + 2 * 4, scope);
    }

    static LayerCode float32(FloatLayer.BatchMatmul layer, LayerScope scope) {
        return call(Kernel.BATCH_MATMUL_F32, geometry(layer.geometry()), GEOMETRY_BYTES, scope);
    }

    private static LayerCode call(Kernel kernel, String text, int bytes, LayerScope scope) {
        LayerCode.Call call = new LayerCode.Call(kernel, scope.name("params"), text, bytes, List.of(0, 1), 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }

    private static String geometry(MatmulGeometry g) {
        return """
                .matmul = {.batches = {%s},
                           .first_batch_step = {%s},
                           .second_batch_step = {%s},
                           .rows = %d, .columns = %d, .depth = %d,
                           .first_row_step = %d, .first_depth_step = %d,
                           .second_column_step = %d, .second_depth_step = %d},
                """.formatted(
                        list(g.batches()),
                        list(g.firstBatchSteps()),
                        list(g.secondBatchSteps()),
                        g.rows(),
                        g.columns(),
                        g.depth(),
                        g.firstRowStep(),
                        g.firstDepthStep(),
                        g.secondColumnStep(),
                        g.secondDepthStep());
    }

    private static String list(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
