package dev.mote.codegen;

import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.MovementLayer;
import java.util.List;

/** What is known before the run, for whoever reads it as a tensor. */
final class StoreEmitter {
    private static final int STRUCT_BYTES = 2 * 4;

    private StoreEmitter() {}

    static LayerCode emit(MovementLayer.Store layer, LayerScope scope) {
        ConstantArray values = new ConstantArray(
                scope.name("values"),
                ConstantArray.Type.INT8,
                "little-endian " + scope.element().text(),
                List.of(new ConstantArray.Row("", Numbers.of(TensorType.INT8, layer.values()))));
        String text = """
                .bytes = %d,
                .values = %s,
                """.formatted(layer.values().size(), values.name());
        return LayerCode.of(List.of(values), List.of(), Kernel.STORE, scope.name("params"), STRUCT_BYTES, text);
    }
}
