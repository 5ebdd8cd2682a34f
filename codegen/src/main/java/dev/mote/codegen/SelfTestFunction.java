package dev.mote.codegen;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The C function that draws the inputs of {@link SelfTest}, runs the model and compares. */
final class SelfTestFunction {
    private final String name;
    private final String macro;
    private final Ends inputs;
    private final Ends outputs;
    private final MemoryPlan plan;

    SelfTestFunction(String name, Ends inputs, Ends outputs, MemoryPlan plan) {
        this.plan = plan;
        this.name = name;
        this.macro = name.toUpperCase(Locale.ROOT);
        this.inputs = inputs;
        this.outputs = outputs;
    }

    String text() {
        StringBuilder buffers = new StringBuilder();
        StringBuilder places = new StringBuilder();
        StringBuilder comparisons = new StringBuilder();
        for (int i = 0; i < outputs.count(); i++) {
            String type = outputs.type(i).text();
            String output = outputs.variable(i);
            if (plan.outputOffsets().containsKey(i)) {
                places.append(
                        "    %s *const %s = %s_output%s(arena);\n".formatted(type, output, name, outputs.suffix(i)));
            } else {
                buffers.append("    %s %s[%s];\n".formatted(type, output, length(outputs, i)));
            }
            comparisons.append(CText.indent("        ", comparison(i)));
        }
        return """

                int32_t %1$s_self_test(void *arena) {
                %6$s    if (arena == NULL) {
                        return MOTE_ENULL;
                    }
                    if ((uintptr_t)arena %% MOTE_ARENA_ALIGNMENT != 0) {
                        return MOTE_EALIGN;
                    }
                %8$s%9$s    for (int32_t v = 0; v < %2$s_VECTORS; v++) {
                        %5$suint32_t state = %1$s_vector_seeds[v];
                %3$s        const int32_t error = %1$s_run(arena, %4$s);
                        if (error != MOTE_OK) {
                            return error;
                        }
                %7$s    }
                    return MOTE_OK;
                }
                """.formatted(
                        name,
                        macro,
                        draws(),
                        arguments(),
                        inputs.isSingle() ? "const " : "",
                        buffers,
                        comparisons,
                        places,
                        plan.hasState() ? "    " + name + "_reset(arena);\n" : "");
    }

    private String draws() {
        StringBuilder draws = new StringBuilder();
        for (int i = 0; i < inputs.count(); i++) {
            boolean last = i == inputs.count() - 1;
            draws.append("        %s%s(state, %s_vector_divisors[v], %s_input%s(arena), %s);\n"
                    .formatted(
                            last ? "" : "state = ",
                            Kernel.draw(inputs.type(i)).function(),
                            name,
                            name,
                            inputs.suffix(i),
                            length(inputs, i)));
        }
        return draws.toString();
    }

    private String arguments() {
        return Stream.concat(
                        IntStream.range(0, inputs.count())
                                .mapToObj(i -> "%s_input%s(arena)".formatted(name, inputs.suffix(i))),
                        IntStream.range(0, outputs.count()).mapToObj(outputs::variable))
                .collect(Collectors.joining(", "));
    }

    /** An integer is exact; a float may differ in its last bits from one math library to another. */
    private String comparison(int position) {
        String expected = "%s_vector_outputs%s[v]".formatted(name, outputs.suffix(position));
        String first = "1 + v * %s_OUTPUT_LEN%s".formatted(macro, position == 0 ? "" : " + " + offset(position));
        return outputs.type(position) == CType.FLOAT32
                ? """
                const int32_t wrong%4$s = mote_first_far_f32(%1$s, %2$s, %3$s);
                if (wrong%4$s < %3$s) {
                    return %5$s + wrong%4$s;
                }
                """.formatted(
                                outputs.variable(position),
                                expected,
                                length(outputs, position),
                                outputs.suffix(position),
                                first)
                : """
                for (int32_t i = 0; i < %3$s; i++) {
                    if (%1$s[i] != %2$s[i]) {
                        return %4$s + i;
                    }
                }
                """.formatted(outputs.variable(position), expected, length(outputs, position), first);
    }

    private int offset(int position) {
        return IntStream.range(0, position).map(outputs::length).sum();
    }

    private String length(Ends ends, int position) {
        return "%s_%s%s_LEN".formatted(macro, ends.word().toUpperCase(Locale.ROOT), ends.suffix(position));
    }
}
