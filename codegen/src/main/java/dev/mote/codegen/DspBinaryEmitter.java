package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.Int8Layer;
import java.util.List;
import java.util.Optional;

/** Functions of two elements for the kernels of {@code mote_dsp.h}; empty where a kernel does not take the layer. */
final class DspBinaryEmitter {
    private static final int ADD_BYTES = 10 * 4;
    private static final Multiplier HALF = new Multiplier(1 << 30, 0);

    private DspBinaryEmitter() {}

    static Optional<LayerCode> emit(Int8Layer.Binary layer, LayerScope scope) {
        if (!isBelowOne(layer.outputFactor(), 22)) {
            return Optional.empty();
        }
        return switch (layer.function()) {
            case ADD -> add(layer, scope);
            case MUL -> Optional.of(BinaryEmitter.emit(Kernel.MUL_DSP, layer, scope));
            case SUB, DIV, MAXIMUM, MINIMUM, SQUARED_DIFFERENCE, FLOOR_DIV, FLOOR_MOD -> Optional.empty();
        };
    }

    private static Optional<LayerCode> add(Int8Layer.Binary layer, LayerScope scope) {
        int coarse = layer.second().factor().equals(HALF) ? 1 : 0;
        List<Int8Layer.Operand> operands = List.of(layer.first(), layer.second());
        Int8Layer.Operand fine = operands.get(1 - coarse);
        boolean fits = layer.broadcast().isElementwise()
                && operands.get(coarse).factor().equals(HALF)
                && (fine.factor().equals(HALF) || isBelowOne(fine.factor(), 30));
        return fits ? Optional.of(add(layer, coarse, fine, operands.get(coarse), scope)) : Optional.empty();
    }

    /** Whether it shifts to the right, by at most {@code most} bits. */
    private static boolean isBelowOne(Multiplier factor, int most) {
        return factor.multiplier() > 0 && factor.shift() < 0 && factor.shift() >= -most;
    }

    /** The operand of the larger scale is at {@code position}. */
    private static LayerCode add(
            Int8Layer.Binary layer, int position, Int8Layer.Operand fine, Int8Layer.Operand coarse, LayerScope scope) {
        Multiplier factor = layer.outputFactor();
        String text = """
                .elements = %d,
                .fine = %s,
                .coarse_zero_point = %d,
                .multiplier = %d, .shift = %d, /* factor %s */
                .zero_point = %d,
                .min = %d,
                .max = %d,
                """.formatted(
                        layer.broadcast().elements(),
                        BinaryEmitter.operand(fine),
                        coarse.zeroPoint(),
                        factor.multiplier(),
                        factor.shift(),
                        CText.rounded(factor.value()),
                        layer.outputZeroPoint(),
                        layer.range().min(),
                        layer.range().max());
        LayerCode.Call call = new LayerCode.Call(
                Kernel.ADD_DSP, scope.name("params"), text, ADD_BYTES, List.of(1 - position, position), 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }
}
