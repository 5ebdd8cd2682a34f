package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.Broadcast;
import dev.mote.model.lowered.Int8Layer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions of two elements, element by element or with operands that repeat. */
final class BinaryEmitter {
    static final int DIMENSIONS = 4;
    /** Bytes of {@code mote_broadcast}. */
    static final int BROADCAST_BYTES = 3 * DIMENSIONS * 4;

    private static final int STRUCT_BYTES = BROADCAST_BYTES + 11 * 4;

    private BinaryEmitter() {}

    static LayerCode emit(Int8Layer.Binary layer, LayerScope scope) {
        Optional<LayerCode> fast =
                switch (scope.target().core().simd()) {
                    case NONE -> Optional.empty();
                    case DSP -> DspBinaryEmitter.emit(layer, scope);
                    case MVE -> MveAddEmitter.emit(layer, scope).or(() -> DspBinaryEmitter.emit(layer, scope));
                };
        return fast.orElseGet(() -> emit(kernel(layer), layer, scope));
    }

    static LayerCode emit(Kernel kernel, Int8Layer.Binary layer, LayerScope scope) {
        return emit(
                kernel,
                layer.broadcast(),
                layer.first(),
                layer.second(),
                layer.outputFactor(),
                layer.outputZeroPoint(),
                layer.range(),
                scope);
    }

    /** Of int8 and of int16. */
    static LayerCode emit(
            Kernel kernel,
            Broadcast broadcast,
            Int8Layer.Operand first,
            Int8Layer.Operand second,
            Multiplier outputFactor,
            int outputZeroPoint,
            Int8Layer.Range range,
            LayerScope scope) {
        scope.requireAtMost(broadcast.dimensions().size(), DIMENSIONS, "dimensions that differ");
        String text = broadcast(broadcast)
                + """
                .first = %s,
                .second = %s,
                .multiplier = %d, .shift = %d, /* factor %s */
                .zero_point = %d,
                .min = %d,
                .max = %d,
                """.formatted(
                                operand(first),
                                operand(second),
                                outputFactor.multiplier(),
                                outputFactor.shift(),
                                CText.rounded(outputFactor.value()),
                                outputZeroPoint,
                                range.min(),
                                range.max());
        LayerCode.Call call = new LayerCode.Call(kernel, scope.name("params"), text, STRUCT_BYTES, List.of(0, 1), 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }

    /** How the operands spread over the output, in at most {@link #DIMENSIONS} dimensions. */
    static String broadcast(Broadcast broadcast) {
        return """
                .broadcast = {.size = {%s},
                              .first_step = {%s},
                              .second_step = {%s}},
                """.formatted(
                        padded(broadcast.dimensions(), 1),
                        padded(broadcast.firstStrides(), 0),
                        padded(broadcast.secondStrides(), 0));
    }

    private static Kernel kernel(Int8Layer.Binary layer) {
        return switch (layer.function()) {
            case ADD -> Kernel.ADD;
            case SUB -> Kernel.SUB;
            case MUL -> Kernel.MUL;
            case MAXIMUM -> Kernel.MAXIMUM;
            case MINIMUM -> Kernel.MINIMUM;
            case SQUARED_DIFFERENCE -> Kernel.SQUARED_DIFFERENCE;
            case DIV -> Kernel.DIV;
            case FLOOR_DIV, FLOOR_MOD -> throw new IllegalArgumentException(layer.function() + " has no int8 kernel");
        };
    }

    static String operand(Int8Layer.Operand operand) {
        return "{.zero_point = %d, .multiplier = %d, .shift = %d /* factor %s */}"
                .formatted(
                        operand.zeroPoint(),
                        operand.factor().multiplier(),
                        operand.factor().shift(),
                        CText.rounded(operand.factor().value()));
    }

    /** {@code values} with {@code filling} in front, so that there are four. */
    static String padded(List<Integer> values, int filling) {
        return padded(values, filling, DIMENSIONS);
    }

    /** {@code values} with {@code filling} in front, so that there are {@code count}. */
    static String padded(List<Integer> values, int filling, int count) {
        return Stream.concat(Stream.generate(() -> filling).limit(count - values.size()), values.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
