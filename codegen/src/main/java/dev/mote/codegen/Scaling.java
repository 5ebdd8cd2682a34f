package dev.mote.codegen;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The way from accumulators to outputs, as two arrays and the part of a parameter struct that names them. */
record Scaling(List<ConstantArray> constants, List<String> fields, String note) {
    /** Bytes of {@code mote_output_scaling} where pointers have 32 bits. */
    static final int STRUCT_BYTES = 24;

    static Scaling of(ChannelScaling scaling, int zeroPoint, Range range, LayerScope scope) {
        List<ConstantArray.Row> multipliers = new ArrayList<>();
        for (int channel = 0; channel < scaling.factors().size(); channel++) {
            Multiplier factor = scaling.factors().get(channel);
            String label = (scaling.isUniform() ? "all channels" : "channel " + channel) + ": factor "
                    + CText.rounded(factor.value());
            multipliers.add(new ConstantArray.Row(label, new int[] {factor.multiplier()}));
        }
        int[] shiftValues = scaling.shifts(scaling.factors().size());
        ConstantArray multiplierArray = new ConstantArray(
                scope.name("multipliers"),
                ConstantArray.Type.INT32,
                "factor from accumulator to output = multiplier * 2^(shift - 31)",
                multipliers);
        ConstantArray shiftArray = new ConstantArray(
                scope.name("shifts"),
                ConstantArray.Type.INT8,
                "shift of each multiplier; positive = left",
                List.of(new ConstantArray.Row("", shiftValues)));
        List<String> fields = List.of(
                ".multipliers = %s,".formatted(multiplierArray.name()),
                ".shifts = %s,".formatted(shiftArray.name()),
                ".step = %d, /* %s */"
                        .formatted(
                                scaling.isUniform() ? 0 : 1,
                                scaling.isUniform() ? "one factor for all channels" : "one factor a channel"),
                ".zero_point = %d,".formatted(zeroPoint),
                ".min = %d,".formatted(range.min()),
                ".max = %d".formatted(range.max()));
        return new Scaling(List.of(multiplierArray, shiftArray), fields, note(scaling));
    }

    /** As the member {@code output} of a parameter struct. */
    String initializer() {
        return member("", "output") + ",\n";
    }

    /** As {@code name} of a struct, behind {@code indentation}. */
    String member(String indentation, String name) {
        String start = indentation + "." + name + " = {";
        return start + String.join("\n" + " ".repeat(start.length()), fields) + "}";
    }

    private static String note(ChannelScaling scaling) {
        double[] factors = scaling.factors().stream()
                .mapToDouble(Multiplier::value)
                .sorted()
                .toArray();
        String least = CText.rounded(factors[0]);
        String most = CText.rounded(factors[factors.length - 1]);
        return scaling.isUniform()
                ? "factor   " + least + ", from accumulator to output"
                : String.format(
                        Locale.ROOT, "factor   %s .. %s, from accumulator to output, one a channel", least, most);
    }
}
