package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.lowered.Int8Layer;
import java.util.List;
import java.util.Optional;

/** Additions for {@code mote_add_s8_mve}. */
final class MveAddEmitter {
    private static final int STRUCT_BYTES = 10 * 4;
    /** That of the operand with the larger scale. */
    private static final Multiplier HALF = new Multiplier(1 << 30, 0);

    private MveAddEmitter() {}

    /** Empty where the kernel does not take the layer. */
    static Optional<LayerCode> emit(Int8Layer.Binary layer, LayerScope scope) {
        if (layer.function() != BinaryFunction.ADD
                || !layer.broadcast().isElementwise()
                || layer.outputFactor().shift() >= 0) {
            return Optional.empty();
        }
        if (layer.first().factor().equals(HALF)) {
            return Optional.of(emit(layer, layer.first(), layer.second(), List.of(0, 1), scope));
        }
        return layer.second().factor().equals(HALF)
                ? Optional.of(emit(layer, layer.second(), layer.first(), List.of(1, 0), scope))
                : Optional.empty();
    }

    private static LayerCode emit(
            Int8Layer.Binary layer,
            Int8Layer.Operand half,
            Int8Layer.Operand other,
            List<Integer> operands,
            LayerScope scope) {
        Multiplier factor = layer.outputFactor();
        String text = """
                .elements = %d,
                .first_zero_point = %d,
                .second = %s,
                .multiplier = %d, .shift = %d, /* factor %s */
                .zero_point = %d,
                .min = %d,
                .max = %d,
                """.formatted(
                        layer.broadcast().elements(),
                        half.zeroPoint(),
                        BinaryEmitter.operand(other),
                        factor.multiplier(),
                        factor.shift(),
                        CText.rounded(factor.value()),
                        layer.outputZeroPoint(),
                        layer.range().min(),
                        layer.range().max());
        LayerCode.Call call = new LayerCode.Call(Kernel.ADD_MVE, scope.name("params"), text, STRUCT_BYTES, operands, 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }
}
