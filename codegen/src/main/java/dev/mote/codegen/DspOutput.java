package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.Int8Layer.Range;
import java.util.ArrayList;
import java.util.List;

/** The way from accumulators to outputs of {@code mote_dsp.h}. */
record DspOutput(List<ConstantArray> constants, String initializer) {
    /** Bytes of {@code mote_dsp_output} where pointers have 32 bits. */
    static final int STRUCT_BYTES = 12;

    /** @param zeroPoint of the output */
    static DspOutput of(FastFilters filters, int zeroPoint, Range range, LayerScope scope) {
        List<ConstantArray.Row> rows = new ArrayList<>();
        int[] shifts = new int[filters.bias().length];
        for (int channel = 0; channel < shifts.length; channel++) {
            Multiplier factor = filters.factors()[channel];
            String label = "channel " + channel + ": factor " + CText.rounded(factor.value());
            rows.add(new ConstantArray.Row(label, new int[] {2 * filters.bias()[channel], factor.multiplier()}));
            shifts[channel] = -factor.shift() - 1;
        }
        ConstantArray channels = new ConstantArray(
                scope.name("channels"),
                ConstantArray.Type.INT32,
                "twice the bias, with -input_zero_point * sum(weights of the channel); multiplier",
                rows);
        ConstantArray shiftArray = new ConstantArray(
                scope.name("shifts"),
                ConstantArray.Type.INT8,
                "shift of each multiplier to the right, less 1",
                List.of(new ConstantArray.Row("", shifts)));
        String initializer = """
                .output = {.channels = %s,
                           .shifts = %s,
                           .zero_point = %d,
                           .min = %d,
                           .max = %d},
                """.formatted(channels.name(), shiftArray.name(), zeroPoint, range.min(), range.max());
        return new DspOutput(List.of(channels, shiftArray), initializer);
    }

    /** Those with {@code weights} in front. */
    List<ConstantArray> constantsAfter(ConstantArray weights) {
        List<ConstantArray> all = new ArrayList<>(List.of(weights));
        all.addAll(constants);
        return all;
    }
}
