package dev.mote.codegen;

import dev.mote.model.lowered.MovementLayer;
import java.util.ArrayList;
import java.util.List;

/** Padding in up to four dimensions; inner dimensions without padding count as one. */
final class PadEmitter {
    private static final int STRUCT_BYTES = 13 * 4;

    private PadEmitter() {}

    static LayerCode emit(MovementLayer.Pad layer, LayerScope scope) {
        List<Integer> size = new ArrayList<>(layer.input());
        List<Integer> before = new ArrayList<>(layer.before());
        List<Integer> after = new ArrayList<>(layer.after());
        mergeUnpadded(size, before, after);
        scope.requireAtMost(size.size(), 4, "padded dimensions");
        String text = """
                .size = {%s},
                .before = {%s},
                .after = {%s},
                .fill = %d,
                """.formatted(
                BinaryEmitter.padded(size, 1), BinaryEmitter.padded(before, 0), BinaryEmitter.padded(after, 0), (int)
                        layer.fill());
        return LayerCode.of(List.of(), List.of(), Kernel.PAD, scope.name("params"), STRUCT_BYTES, text);
    }

    /** A dimension without padding is a factor of the one outside it: [h, w, c] with c not padded is [h, w * c]. */
    private static void mergeUnpadded(List<Integer> size, List<Integer> before, List<Integer> after) {
        for (int inner = size.size() - 1; inner > 0; inner--) {
            if (before.get(inner) == 0 && after.get(inner) == 0) {
                int outer = inner - 1;
                int factor = size.get(inner);
                size.set(outer, size.get(outer) * factor);
                before.set(outer, before.get(outer) * factor);
                after.set(outer, after.get(outer) * factor);
                size.remove(inner);
                before.remove(inner);
                after.remove(inner);
            }
        }
    }
}
