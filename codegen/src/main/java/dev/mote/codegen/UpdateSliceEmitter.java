package dev.mote.codegen;

import dev.mote.model.lowered.MovementLayer;
import java.util.List;

/** A tensor with a part of it replaced. */
final class UpdateSliceEmitter {
    private static final int DIMENSIONS = 8;
    private static final int STRUCT_BYTES = (4 + 2 * DIMENSIONS) * 4;

    private UpdateSliceEmitter() {}

    static LayerCode emit(MovementLayer.UpdateSlice layer, LayerScope scope) {
        int element = scope.element().bytes();
        String text = """
                .dimensions = %d,
                .size = {%s},
                .part = {%s},
                .element = %d,
                .bytes = %d,
                .wide = %d,
                """.formatted(
                        layer.input().size(),
                        CText.list(layer.input()),
                        CText.list(layer.part()),
                        element,
                        layer.input().stream().reduce(element, (a, b) -> a * b),
                        layer.wide() ? 1 : 0);
        LayerCode.Call call =
                new LayerCode.Call(Kernel.UPDATE_SLICE, scope.name("params"), text, STRUCT_BYTES, List.of(0, 1, 2), 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }
}
