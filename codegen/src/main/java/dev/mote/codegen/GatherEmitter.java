package dev.mote.codegen;

import dev.mote.model.lowered.MovementLayer;
import java.util.List;

/** Gathers by constant indices. */
final class GatherEmitter {
    private static final int STRUCT_BYTES = 6 * 4;

    private GatherEmitter() {}

    static LayerCode emit(MovementLayer.Gather layer, LayerScope scope) {
        int[] values = layer.indices().ints();
        int count = values.length / layer.batches();
        ConstantArray indices = new ConstantArray(
                scope.name("indices"),
                ConstantArray.Type.INT32,
                "[%d, %d]".formatted(layer.batches(), count),
                List.of(new ConstantArray.Row("", values)));
        String text = """
                .batches = %d,
                .rows = %d,
                .axis = %d,
                .run = %d,
                .count = %d,
                .indices = %s,
                """.formatted(
                        layer.batches(),
                        layer.rows(),
                        layer.axis(),
                        layer.run() * scope.element().bytes(),
                        count,
                        indices.name());
        return LayerCode.of(List.of(indices), List.of(), Kernel.GATHER, scope.name("params"), STRUCT_BYTES, text);
    }
}
