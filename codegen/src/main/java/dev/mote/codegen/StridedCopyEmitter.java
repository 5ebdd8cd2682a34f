package dev.mote.codegen;

import dev.mote.model.graph.StridedView;
import dev.mote.model.lowered.MovementLayer;
import java.util.List;

/** Transposes, slices and all else whose elements lie at regular steps in the input. */
final class StridedCopyEmitter {
    private static final int DIMENSIONS = 6;
    private static final int STRUCT_BYTES = (2 * DIMENSIONS + 1) * 4;

    private StridedCopyEmitter() {}

    static LayerCode emit(MovementLayer.StridedCopy layer, LayerScope scope) {
        StridedView view = layer.view();
        scope.requireAtMost(view.dimensions().size(), DIMENSIONS, "dimensions that cannot be merged");
        String text = """
                .size = {%s},
                .step = {%s},
                .offset = %d,
                """.formatted(
                        BinaryEmitter.padded(view.dimensions(), 1, DIMENSIONS),
                        BinaryEmitter.padded(view.strides(), 0, DIMENSIONS),
                        view.offset());
        return LayerCode.of(List.of(), List.of(), Kernel.STRIDED_COPY, scope.name("params"), STRUCT_BYTES, text);
    }
}
