package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import java.util.List;

/** Max and average pooling. */
final class PoolEmitter {
    private static final int STRUCT_BYTES = WindowText.STRUCT_BYTES + 2 * 4;

    private PoolEmitter() {}

    static LayerCode emit(Int8Layer.Pool2d layer, LayerScope scope) {
        Kernel kernel =
                switch (layer.kind()) {
                    case MAX -> Kernel.MAX_POOL_2D;
                    case AVERAGE -> Kernel.AVERAGE_POOL_2D;
                    case L2 -> throw new IllegalArgumentException("L2_POOL_2D has no int8 kernel");
                };
        String text = WindowText.initializer(layer.geometry())
                + """
                .min = %d,
                .max = %d,
                """.formatted(layer.range().min(), layer.range().max());
        return LayerCode.of(
                List.of(),
                List.of(WindowText.note(layer.geometry())),
                kernel,
                scope.name("params"),
                STRUCT_BYTES,
                text);
    }
}
