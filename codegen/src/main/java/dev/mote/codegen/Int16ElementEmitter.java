package dev.mote.codegen;

import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.Int16Layer;
import java.util.List;

/** int16 functions of one element, and softmax. */
final class Int16ElementEmitter {
    private static final int SLOPES_BYTES = 11 * 4;
    private static final int SIGMOIDAL_BYTES = 3 * 4;
    private static final int SOFTMAX_BYTES = 6 * 4;

    /** The sum of exponentials has 16 integer bits. */
    private static final int LARGEST_DEPTH = (1 << 16) - 1;

    private static final int VALUES_A_ROW = 16;

    private Int16ElementEmitter() {}

    static LayerCode slopes(Int16Layer.Slopes layer, LayerScope scope) {
        String text = """
                .elements = %d,
                .input_zero_point = %d,
                .above_multiplier = %d, .above_shift = %d, /* factor %s */
                .below_multiplier = %d, .below_shift = %d, /* factor %s */
                .input_sign = %d,
                .output_sign = %d,
                .output_zero_point = %d,
                .min = %d,
                .max = %d,
                """.formatted(
                        layer.elements(),
                        layer.inputZeroPoint(),
                        layer.above().multiplier(),
                        layer.above().shift(),
                        CText.rounded(layer.above().value()),
                        layer.below().multiplier(),
                        layer.below().shift(),
                        CText.rounded(layer.below().value()),
                        layer.inputSign(),
                        layer.outputSign(),
                        layer.outputZeroPoint(),
                        layer.range().min(),
                        layer.range().max());
        return LayerCode.of(List.of(), List.of(), Kernel.SLOPES_S16, scope.name("params"), SLOPES_BYTES, text);
    }

    static LayerCode sigmoidal(Int16Layer.Sigmoidal layer, LayerScope scope) {
        String text = """
                .elements = %d,
                .multiplier = %d,
                .shift = %d,
                """.formatted(
                layer.elements(), layer.scale().multiplier(), layer.scale().shift());
        Kernel kernel = layer.tanh() ? Kernel.TANH_S16 : Kernel.LOGISTIC_S16;
        return LayerCode.of(List.of(), List.of(), kernel, scope.name("params"), SIGMOIDAL_BYTES, text);
    }

    static LayerCode reciprocalRoot(Int16Layer.ReciprocalRoot layer, LayerScope scope) {
        String text = """
                .elements = %d,
                .multiplier = %d,
                .shift = %d,
                """.formatted(
                layer.elements(), layer.factor().multiplier(), layer.factor().shift());
        return LayerCode.of(List.of(), List.of(), Kernel.RSQRT_S16, scope.name("params"), SIGMOIDAL_BYTES, text);
    }

    /** Its tables are those of every other softmax. */
    static LayerCode softmax(Int16Layer.Softmax layer, LayerScope scope) {
        scope.requireAtMost(layer.depth(), LARGEST_DEPTH, "classes");
        ConstantArray exponential =
                table(scope.shared("softmax_exponential"), "exp(x) for x from -10 to 0", layer.exponential());
        ConstantArray reciprocal =
                table(scope.shared("softmax_reciprocal"), "1 / (1 + x) for x from 0 to 1", layer.reciprocal());
        String text = """
                .rows = %d,
                .depth = %d,
                .multiplier = %d, /* factor %s: from input difference to steps of 10 / 65535 */
                .shift = %d,
                .exponential = %s,
                .reciprocal = %s,
                """.formatted(
                        layer.rows(),
                        layer.depth(),
                        layer.factor().multiplier(),
                        CText.rounded(layer.factor().value()),
                        layer.factor().shift(),
                        exponential.name(),
                        reciprocal.name());
        return LayerCode.of(
                List.of(exponential, reciprocal),
                List.of(),
                Kernel.SOFTMAX_S16,
                scope.name("params"),
                SOFTMAX_BYTES,
                text);
    }

    private static ConstantArray table(String name, String comment, TensorData data) {
        return new ConstantArray(
                name,
                ConstantArray.Type.INT16,
                comment + ", with 15 fraction bits",
                ConstantArray.rows(Numbers.of(TensorType.INT16, data), VALUES_A_ROW, "row"));
    }
}
