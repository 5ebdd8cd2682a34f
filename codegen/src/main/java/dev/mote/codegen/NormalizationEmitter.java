package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import java.util.List;

/** L2 normalization. */
final class NormalizationEmitter {
    private static final int STRUCT_BYTES = 3 * 4;

    /** Squares up to 255 * 255 are sure to fit a sum of 32 bits. */
    private static final int LARGEST_DEPTH = Integer.MAX_VALUE / (255 * 255);

    private NormalizationEmitter() {}

    static LayerCode emit(Int8Layer.L2Normalization layer, LayerScope scope) {
        scope.requireAtMost(layer.depth(), LARGEST_DEPTH, "elements a row");
        String text = """
                .rows = %d,
                .depth = %d,
                .input_zero_point = %d,
                """.formatted(layer.rows(), layer.depth(), layer.inputZeroPoint());
        return LayerCode.of(List.of(), List.of(), Kernel.L2_NORMALIZATION, scope.name("params"), STRUCT_BYTES, text);
    }
}
