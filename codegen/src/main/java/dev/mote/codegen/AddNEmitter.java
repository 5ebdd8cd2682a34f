package dev.mote.codegen;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;
import java.util.List;
import java.util.stream.IntStream;

/** Sums of several tensors. */
final class AddNEmitter {
    /** A sum of differences up to 255, one more than inputs, gains 19 bits. */
    private static final int MOST_INPUTS = Integer.MAX_VALUE / (255 << Int8Layer.AddN.SHIFT) - 1;

    private AddNEmitter() {}

    static LayerCode emit(Int8Layer.AddN layer, LayerScope scope) {
        scope.requireAtMost(layer.inputs(), MOST_INPUTS, "inputs");
        String text = """
                .elements = %d,
                .inputs = %d,
                .offset = %d, /* -input_zero_point * (inputs + 1) */
                .multiplier = %d, /* factor %s */
                .shift = %d,
                .output_zero_point = %d,
                """.formatted(
                        layer.elements(),
                        layer.inputs(),
                        -layer.inputZeroPoint() * (layer.inputs() + 1),
                        layer.factor().multiplier(),
                        CText.rounded(layer.factor().value()),
                        layer.factor().shift(),
                        layer.outputZeroPoint());
        return call(Kernel.ADD_N, text, 6 * 4, layer.inputs(), scope);
    }

    static LayerCode float32(FloatLayer.AddN layer, LayerScope scope) {
        String text = """
                .elements = %d,
                .inputs = %d,
                """.formatted(layer.elements(), layer.inputs());
        return call(Kernel.ADD_N_F32, text, 2 * 4, layer.inputs(), scope);
    }

    private static LayerCode call(Kernel kernel, String text, int bytes, int inputs, LayerScope scope) {
        List<Integer> operands = IntStream.range(0, inputs).boxed().toList();
        LayerCode.Call call = new LayerCode.Call(kernel, scope.name("params"), text, bytes, operands, 0);
        return new LayerCode(List.of(), List.of(call), List.of());
    }
}
