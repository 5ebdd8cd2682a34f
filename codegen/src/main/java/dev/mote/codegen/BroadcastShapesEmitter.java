package dev.mote.codegen;

import dev.mote.model.lowered.MovementLayer;
import java.util.List;

/** The common shape of two. */
final class BroadcastShapesEmitter {
    private static final int STRUCT_BYTES = 3 * 4;

    private BroadcastShapesEmitter() {}

    static LayerCode emit(MovementLayer.BroadcastShapes layer, LayerScope scope) {
        String text = """
                .first = %d,
                .second = %d,
                .wide = %d,
                """.formatted(layer.first(), layer.second(), scope.element() == CType.INT64 ? 1 : 0);
        LayerCode.Call call =
                new LayerCode.Call(Kernel.BROADCAST_SHAPES, scope.name("params"), text, STRUCT_BYTES, List.of(0, 1), 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }
}
