package dev.mote.codegen;

import dev.mote.model.graph.StridedView;
import dev.mote.model.lowered.MovementLayer;
import java.util.ArrayList;
import java.util.List;

/** Transposes, slices and all else whose elements lie at regular steps in the input. */
final class StridedCopyEmitter {
    private static final int DIMENSIONS = 6;
    private static final int STRUCT_BYTES = (2 * DIMENSIONS + 1) * 4;

    private StridedCopyEmitter() {}

    static LayerCode emit(MovementLayer.StridedCopy layer, LayerScope scope) {
        StridedView view = ofBytes(layer.view(), scope.element().bytes());
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

    /** The same view of the elements' bytes: those of an element, or of a run of neighbours, are its innermost dimension. */
    private static StridedView ofBytes(StridedView view, int bytes) {
        if (bytes == 1) {
            return view;
        }
        List<Integer> dimensions = new ArrayList<>(view.dimensions());
        List<Integer> strides = new ArrayList<>();
        view.strides().forEach(stride -> strides.add(stride * bytes));
        if (view.strides().getLast() == 1) {
            dimensions.set(dimensions.size() - 1, dimensions.getLast() * bytes);
            strides.set(strides.size() - 1, 1);
        } else {
            dimensions.add(bytes);
            strides.add(1);
        }
        return new StridedView(dimensions, strides, view.offset() * bytes);
    }
}
