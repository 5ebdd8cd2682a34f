package dev.mote.codegen;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.MovementLayer;
import java.util.List;

/** What picks elements by constant or computed indices. */
final class GatherEmitter {
    private static final int STRUCT_BYTES = 6 * 4;
    private static final int COMPUTED_BYTES = 5 * 4;
    private static final int MOST_NAMED = 5;
    private static final int ROWS_BYTES = (4 + MOST_NAMED) * 4;
    private static final int EMBEDDING_BYTES = 4 * 4;

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

    static LayerCode computed(MovementLayer.GatherComputed layer, LayerScope scope) {
        String text = """
                .batches = %d,
                .rows = %d,
                .axis = %d,
                .run = %d,
                .count = %d,
                """.formatted(
                        layer.batches(),
                        layer.rows(),
                        layer.axis(),
                        layer.run() * scope.element().bytes(),
                        layer.count());
        return indexed(Kernel.GATHER_COMPUTED, text, COMPUTED_BYTES, scope);
    }

    static LayerCode rows(MovementLayer.GatherRows layer, LayerScope scope) {
        String text = """
                .rows = %d,
                .run = %d,
                .count = %d,
                .named = %d,
                .step = {%s},
                """.formatted(
                        layer.rows(),
                        layer.run() * scope.element().bytes(),
                        layer.count(),
                        layer.steps().size(),
                        CText.list(layer.steps()));
        return indexed(Kernel.GATHER_ROWS, text, ROWS_BYTES, scope);
    }

    static LayerCode embeddingLookup(FloatLayer.EmbeddingLookup layer, LayerScope scope) {
        String text = """
                .rows = %d,
                .run = %d,
                .count = %d,
                .scale = %s,
                """.formatted(layer.rows(), layer.run(), layer.count(), CText.number(layer.scale()));
        return indexed(Kernel.EMBEDDING_LOOKUP_FLOAT32, text, EMBEDDING_BYTES, scope);
    }

    private static LayerCode indexed(Kernel kernel, String text, int bytes, LayerScope scope) {
        return new LayerCode(
                List.of(),
                List.of(new LayerCode.Call(kernel, scope.name("params"), text, bytes, List.of(0, 1), 0)),
                List.of());
    }
}
