package dev.mote.codegen;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The C function that draws the inputs of {@link SelfTest}, runs the model and compares. */
final class SelfTestFunction {
    private final String name;
    private final String macro;
    private final Ends inputs;
    private final Ends outputs;

    SelfTestFunction(String name, Ends inputs, Ends outputs) {
        this.name = name;
        this.macro = name.toUpperCase(Locale.ROOT);
        this.inputs = inputs;
        this.outputs = outputs;
    }

    String text() {
        StringBuilder draws = new StringBuilder();
        for (int i = 0; i < inputs.count(); i++) {
            boolean last = i == inputs.count() - 1;
            draws.append("        %smote_draw_s8(state, %s_vector_divisors[v], %s_input%s(arena), %s_INPUT%s_LEN);\n"
                    .formatted(last ? "" : "state = ", name, name, inputs.suffix(i), macro, inputs.suffix(i)));
        }
        String arguments = IntStream.range(0, inputs.count())
                        .mapToObj(i -> "%s_input%s(arena)".formatted(name, inputs.suffix(i)))
                        .collect(Collectors.joining(", "))
                + outputArguments();
        return """

                int32_t %1$s_self_test(void *arena) {
                    int8_t output[%2$s_OUTPUT_LEN];
                    if (arena == NULL) {
                        return MOTE_ENULL;
                    }
                    for (int32_t v = 0; v < %2$s_VECTORS; v++) {
                        %5$suint32_t state = %1$s_vector_seeds[v];
                %3$s        const int32_t error = %1$s_run(arena, %4$s);
                        if (error != MOTE_OK) {
                            return error;
                        }
                        for (int32_t i = 0; i < %2$s_OUTPUT_LEN; i++) {
                            if (output[i] != %1$s_vector_outputs[v][i]) {
                                return 1 + v * %2$s_OUTPUT_LEN + i;
                            }
                        }
                    }
                    return MOTE_OK;
                }
                """.formatted(name, macro, draws, arguments, inputs.isSingle() ? "const " : "");
    }

    private String outputArguments() {
        StringBuilder arguments = new StringBuilder();
        int offset = 0;
        for (int i = 0; i < outputs.count(); i++) {
            arguments.append(offset == 0 ? ", output" : ", output + " + offset);
            offset += outputs.length(i);
        }
        return arguments.toString();
    }
}
