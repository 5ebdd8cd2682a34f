package dev.mote.codegen;

import dev.mote.model.lowered.MovementLayer;
import java.util.List;

/** Mirrored padding in up to five dimensions. */
final class MirrorPadEmitter {
    private static final int DIMENSIONS = 5;
    private static final int STRUCT_BYTES = (3 * DIMENSIONS + 2) * 4;

    private MirrorPadEmitter() {}

    static LayerCode emit(MovementLayer.MirrorPad layer, LayerScope scope) {
        scope.requireAtMost(layer.input().size(), DIMENSIONS, "padded dimensions");
        String text = """
                .size = {%s},
                .before = {%s},
                .after = {%s},
                .run = %d,
                .margin = %d,
                """.formatted(
                        BinaryEmitter.padded(layer.input(), 1, DIMENSIONS),
                        BinaryEmitter.padded(layer.before(), 0, DIMENSIONS),
                        BinaryEmitter.padded(layer.after(), 0, DIMENSIONS),
                        layer.run() * scope.element().bytes(),
                        layer.margin());
        return LayerCode.of(List.of(), List.of(), Kernel.MIRROR_PAD, scope.name("params"), STRUCT_BYTES, text);
    }
}
