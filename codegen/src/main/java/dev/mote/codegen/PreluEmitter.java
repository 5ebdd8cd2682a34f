package dev.mote.codegen;

import dev.mote.model.lowered.Broadcast;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import java.util.List;

/** PRELU. */
final class PreluEmitter {
    private static final int STRUCT_BYTES = BinaryEmitter.BROADCAST_BYTES + 7 * 4;

    private PreluEmitter() {}

    static LayerCode emit(Int8Layer.Prelu layer, LayerScope scope) {
        return emit(Kernel.PRELU, layer, scope);
    }

    /** Parameters are those of int8. */
    static LayerCode int16(Int16Layer.Prelu layer, LayerScope scope) {
        Int8Layer.Prelu same =
                new Int8Layer.Prelu(layer.broadcast(), layer.input(), layer.alpha(), layer.outputZeroPoint());
        return emit(Kernel.PRELU_S16, same, scope);
    }

    private static LayerCode emit(Kernel kernel, Int8Layer.Prelu layer, LayerScope scope) {
        String text = broadcast(layer.broadcast(), scope)
                + """
                .input = %s,
                .alpha = %s,
                .output_zero_point = %d,
                """.formatted(
                                BinaryEmitter.operand(layer.input()),
                                BinaryEmitter.operand(layer.alpha()),
                                layer.outputZeroPoint());
        return call(kernel, text, STRUCT_BYTES, scope);
    }

    static LayerCode float32(FloatLayer.Prelu layer, LayerScope scope) {
        return call(Kernel.PRELU_F32, broadcast(layer.broadcast(), scope), BinaryEmitter.BROADCAST_BYTES, scope);
    }

    private static LayerCode call(Kernel kernel, String text, int bytes, LayerScope scope) {
        LayerCode.Call call = new LayerCode.Call(kernel, scope.name("params"), text, bytes, List.of(0, 1), 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }

    private static String broadcast(Broadcast broadcast, LayerScope scope) {
        scope.requireAtMost(broadcast.dimensions().size(), BinaryEmitter.DIMENSIONS, "dimensions that differ");
        return BinaryEmitter.broadcast(broadcast);
    }
}
