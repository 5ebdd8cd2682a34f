package dev.mote.codegen;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Lanes;
import java.util.List;

/** Sums of all elements up to each one. */
final class CumulativeSumEmitter {
    private static final int LANES_BYTES = 5 * 4;
    private static final int INT8_BYTES = LANES_BYTES + 6 * 4;

    private CumulativeSumEmitter() {}

    static LayerCode int8(Int8Layer.CumulativeSum layer, LayerScope scope) {
        String text = lanes(layer.lanes())
                + """
                .input_zero_point = %d,
                .input_multiplier = %d, .input_shift = %d, /* factor %s */
                .output_multiplier = %d, .output_shift = %d, /* factor %s */
                .output_zero_point = %d,
                """.formatted(
                                layer.inputZeroPoint(),
                                layer.inputFactor().multiplier(),
                                layer.inputFactor().shift(),
                                CText.rounded(layer.inputFactor().value()),
                                layer.outputFactor().multiplier(),
                                layer.outputFactor().shift(),
                                CText.rounded(layer.outputFactor().value()),
                                layer.outputZeroPoint());
        return LayerCode.of(List.of(), List.of(), Kernel.CUMULATIVE_SUM, scope.name("params"), INT8_BYTES, text);
    }

    static LayerCode float32(FloatLayer.CumulativeSum layer, LayerScope scope) {
        String text = lanes(layer.lanes());
        return LayerCode.of(
                List.of(), List.of(), Kernel.CUMULATIVE_SUM_FLOAT32, scope.name("params"), LANES_BYTES, text);
    }

    private static String lanes(Lanes lanes) {
        return """
                .lanes = {.outer = %d, .depth = %d, .inner = %d,
                          .exclusive = %d, .reverse = %d},
                """.formatted(
                lanes.outer(), lanes.depth(), lanes.inner(), lanes.exclusive() ? 1 : 0, lanes.reverse() ? 1 : 0);
    }
}
