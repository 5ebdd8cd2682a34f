package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import java.util.List;

/** PRELU. */
final class PreluEmitter {
    private static final int STRUCT_BYTES = BinaryEmitter.BROADCAST_BYTES + 7 * 4;

    private PreluEmitter() {}

    static LayerCode emit(Int8Layer.Prelu layer, LayerScope scope) {
        int dimensions = layer.broadcast().dimensions().size();
        scope.requireAtMost(dimensions, BinaryEmitter.DIMENSIONS, "dimensions that differ");
        String text = BinaryEmitter.broadcast(layer.broadcast())
                + """
                .input = %s,
                .alpha = %s,
                .output_zero_point = %d,
                """.formatted(
                                BinaryEmitter.operand(layer.input()),
                                BinaryEmitter.operand(layer.alpha()),
                                layer.outputZeroPoint());
        LayerCode.Call call =
                new LayerCode.Call(Kernel.PRELU, scope.name("params"), text, STRUCT_BYTES, List.of(0, 1), 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }
}
