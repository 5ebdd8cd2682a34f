package dev.mote.codegen;

import dev.mote.model.lowered.Broadcast;
import dev.mote.model.lowered.Int8Layer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Additions: element by element, or with operands that repeat. */
final class AddEmitter {
    private static final int SCALING_BYTES = 11 * 4;
    private static final int DIMENSIONS = 4;

    private AddEmitter() {}

    static LayerCode emit(Int8Layer.Add layer, LayerScope scope) {
        Broadcast broadcast = layer.broadcast();
        scope.requireAtMost(broadcast.dimensions().size(), DIMENSIONS, "dimensions that differ");
        boolean elementwise = broadcast.isElementwise();
        String text = elementwise
                ? ".elements = %d,\n".formatted(broadcast.elements())
                : """
                .size = {%s},
                .first_step = {%s},
                .second_step = {%s},
                """.formatted(
                                padded(broadcast.dimensions(), 1),
                                padded(broadcast.firstStrides(), 0),
                                padded(broadcast.secondStrides(), 0));
        LayerCode.Call call = new LayerCode.Call(
                elementwise ? Kernel.ADD : Kernel.ADD_BROADCAST,
                scope.name("params"),
                text + scaling(layer),
                SCALING_BYTES + (elementwise ? 4 : 3 * DIMENSIONS * 4),
                List.of(0, 1),
                0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }

    private static String scaling(Int8Layer.Add layer) {
        return """
                .scaling = {.first = %s,
                            .second = %s,
                            .multiplier = %d, .shift = %d, /* factor %s */
                            .zero_point = %d,
                            .min = %d,
                            .max = %d},
                """.formatted(
                        operand(layer.first()),
                        operand(layer.second()),
                        layer.outputFactor().multiplier(),
                        layer.outputFactor().shift(),
                        CText.rounded(layer.outputFactor().value()),
                        layer.outputZeroPoint(),
                        layer.range().min(),
                        layer.range().max());
    }

    private static String operand(Int8Layer.AddInput input) {
        return "{.zero_point = %d, .multiplier = %d, .shift = %d /* factor %s */}"
                .formatted(
                        input.zeroPoint(),
                        input.factor().multiplier(),
                        input.factor().shift(),
                        CText.rounded(input.factor().value()));
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
