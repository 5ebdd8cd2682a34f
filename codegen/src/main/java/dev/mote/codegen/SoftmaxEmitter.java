package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.Int8Layer;
import java.util.List;

/** Softmax and its logarithm. */
final class SoftmaxEmitter {
    private static final int STRUCT_BYTES = 5 * 4;
    private static final int LOGARITHM_BYTES = 7 * 4;

    /** The sum of exponentials has 12 integer bits. */
    private static final int LARGEST_DEPTH = (1 << 12) - 1;

    private SoftmaxEmitter() {}

    static LayerCode emit(Int8Layer.Softmax layer, LayerScope scope) {
        return emit(Kernel.SOFTMAX, layer.rows(), layer.depth(), layer.factor(), layer.minDifference(), scope);
    }

    /** From int8, to int8 or int16. */
    static LayerCode emit(Kernel kernel, int rows, int depth, Multiplier factor, int minDifference, LayerScope scope) {
        scope.requireAtMost(depth, LARGEST_DEPTH, "classes");
        String text = """
                .rows = %d,
                .depth = %d,
                .multiplier = %d, /* factor %s: from input difference to 26 fractional bits */
                .shift = %d,
                .min_difference = %d,
                """.formatted(
                        rows, depth, factor.multiplier(), CText.rounded(factor.value()), factor.shift(), minDifference);
        return LayerCode.of(List.of(), List.of(), kernel, scope.name("params"), STRUCT_BYTES, text);
    }

    static LayerCode logarithm(Int8Layer.LogSoftmax layer, LayerScope scope) {
        scope.requireAtMost(layer.depth(), LARGEST_DEPTH, "classes");
        String text = """
                .rows = %d,
                .depth = %d,
                .multiplier = %d, /* factor %s: from input difference to 26 fractional bits */
                .shift = %d,
                .inverse_multiplier = %d, /* factor %s */
                .inverse_shift = %d,
                .min_difference = %d,
                """.formatted(
                        layer.rows(),
                        layer.depth(),
                        layer.factor().multiplier(),
                        CText.rounded(layer.factor().value()),
                        layer.factor().shift(),
                        layer.inverse().multiplier(),
                        CText.rounded(layer.inverse().value()),
                        layer.inverse().shift(),
                        layer.minDifference());
        return LayerCode.of(List.of(), List.of(), Kernel.LOG_SOFTMAX, scope.name("params"), LOGARITHM_BYTES, text);
    }
}
