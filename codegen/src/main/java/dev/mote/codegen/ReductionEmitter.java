package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Reduction;
import java.util.ArrayList;
import java.util.List;

/** Sums, means and extremes over any axes: the tensor as [kept, reduced, kept, reduced, kept], with dimensions of 1 where it has fewer. */
final class ReductionEmitter {
    static final int SHAPE_BYTES = 5 * 4;
    private static final int SUM_BYTES = SHAPE_BYTES + 4 * 4;
    private static final int EXTREME_BYTES = SHAPE_BYTES + 4;
    private static final int DIMENSIONS = 5;

    /** Most int8 values whose sum, less the zero points, is sure to fit 32 bits. */
    private static final int MOST_ELEMENTS = 1 << 23;

    private ReductionEmitter() {}

    static LayerCode sum(Int8Layer.Sum layer, LayerScope scope) {
        scope.requireAtMost(layer.reduction().count(), MOST_ELEMENTS, "elements a sum");
        boolean isFast = scope.target().core().simd() != Simd.NONE && hasRowsOnly(layer.reduction());
        return sum(
                isFast ? Kernel.SUM_DSP : Kernel.SUM,
                layer.reduction(),
                layer.factor(),
                layer.inputZeroPoint(),
                layer.outputZeroPoint(),
                scope);
    }

    /** Whether all that follows a reduced dimension is kept. */
    private static boolean hasRowsOnly(Reduction reduction) {
        List<Boolean> reduced = reduction.reduced();
        return !reduced.isEmpty()
                && reduced.size() - reduced.lastIndexOf(true) == 2
                && reduced.stream().filter(is -> is).count() == 1;
    }

    /** Of int8 and of int16. */
    static LayerCode sum(
            Kernel kernel,
            Reduction reduction,
            Multiplier factor,
            int inputZeroPoint,
            int outputZeroPoint,
            LayerScope scope) {
        String text = shape(reduction, scope)
                + """
                .offset = %d, /* -(input zero point %d) * %d */
                .multiplier = %d, /* factor %s: from sum to output */
                .shift = %d,
                .output_zero_point = %d,
                """.formatted(
                                -inputZeroPoint * reduction.count(),
                                inputZeroPoint,
                                reduction.count(),
                                factor.multiplier(),
                                CText.rounded(factor.value()),
                                factor.shift(),
                                outputZeroPoint);
        return LayerCode.of(List.of(), note(reduction), kernel, scope.name("params"), SUM_BYTES, text);
    }

    static LayerCode extreme(Int8Layer.Extreme layer, LayerScope scope) {
        String text = shape(layer.reduction(), scope) + ".sign = %d,\n".formatted(layer.greatest() ? 1 : -1);
        return LayerCode.of(
                List.of(), note(layer.reduction()), Kernel.EXTREME, scope.name("params"), EXTREME_BYTES, text);
    }

    static List<String> note(Reduction reduction) {
        return List.of("over     %d elements each".formatted(reduction.count()));
    }

    /** Sizes of what is kept and what is reduced. */
    static String shape(Reduction reduction, LayerScope scope) {
        List<Integer> dimensions = new ArrayList<>(reduction.dimensions());
        if (!dimensions.isEmpty() && reduction.reduced().getFirst()) {
            dimensions.addFirst(1);
        }
        scope.requireAtMost(dimensions.size(), DIMENSIONS, "dimensions, kept and reduced in turn,");
        while (dimensions.size() < DIMENSIONS) {
            dimensions.add(1);
        }
        return """
                .kept = {%d, %d, %d},
                .reduced = {%d, %d},
                """.formatted(
                        dimensions.get(0), dimensions.get(2), dimensions.get(4), dimensions.get(1), dimensions.get(3));
    }
}
