package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Reduction;
import java.util.ArrayList;
import java.util.List;

/** Means over any axes: the tensor as [kept, reduced, kept, reduced, kept], with dimensions of 1 where it has fewer. */
final class MeanEmitter {
    private static final int STRUCT_BYTES = 9 * 4;
    private static final int DIMENSIONS = 5;

    /** Most int8 values whose sum, less the zero points, is sure to fit 32 bits. */
    private static final int MOST_ELEMENTS = 1 << 23;

    private MeanEmitter() {}

    static LayerCode emit(Int8Layer.Mean layer, LayerScope scope) {
        Reduction reduction = layer.reduction();
        List<Integer> dimensions = new ArrayList<>(reduction.dimensions());
        if (!dimensions.isEmpty() && reduction.reduced().getFirst()) {
            dimensions.addFirst(1);
        }
        scope.requireAtMost(dimensions.size(), DIMENSIONS, "dimensions, kept and averaged in turn,");
        scope.requireAtMost(reduction.count(), MOST_ELEMENTS, "elements a mean");
        while (dimensions.size() < DIMENSIONS) {
            dimensions.add(1);
        }
        String text = """
                .kept = {%d, %d, %d},
                .reduced = {%d, %d},
                .offset = %d, /* -(input zero point %d) * %d */
                .multiplier = %d, /* factor %s: from sum to output */
                .shift = %d,
                .output_zero_point = %d,
                """.formatted(
                        dimensions.get(0),
                        dimensions.get(2),
                        dimensions.get(4),
                        dimensions.get(1),
                        dimensions.get(3),
                        -layer.inputZeroPoint() * reduction.count(),
                        layer.inputZeroPoint(),
                        reduction.count(),
                        layer.factor().multiplier(),
                        CText.rounded(layer.factor().value()),
                        layer.factor().shift(),
                        layer.outputZeroPoint());
        String note = "mean     of %d elements each".formatted(reduction.count());
        return LayerCode.of(List.of(), List.of(note), Kernel.MEAN, scope.name("params"), STRUCT_BYTES, text);
    }
}
