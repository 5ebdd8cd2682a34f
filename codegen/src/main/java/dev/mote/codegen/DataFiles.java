package dev.mote.codegen;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code <name>_weights.c} and {@code <name>_vectors.h}: numbers. */
final class DataFiles {
    private DataFiles() {}

    static String weights(Stamp stamp, List<ConstantArray> constants) {
        String arrays = constants.stream().map(ConstantArray::definition).collect(Collectors.joining("\n"));
        return stamp.brief("weights, in order of use") + """
                #include "mote_runtime.h"

                """ + arrays;
    }

    static String vectors(Stamp stamp, String name, int outputLength, SelfTest test) {
        return stamp.brief("vectors of the self test")
                + """
                #ifndef %2$s_VECTORS_H
                #define %2$s_VECTORS_H

                #include "mote_runtime.h"

                /* The inputs are drawn on the device by mote_draw_s8: vector v starts at its seed, and each
                 * byte is divided by its divisor. Of 32 such candidates these gave the most distinct output
                 * values. */
                #define %2$s_VECTORS %3$d

                static MOTE_CONST uint32_t %1$s_vector_seeds[%2$s_VECTORS] = {
                    %4$s};
                static MOTE_CONST int8_t %1$s_vector_divisors[%2$s_VECTORS] = {%5$s};

                /* Outputs of the Mote simulator, all graph outputs of a vector one after the other. */
                static MOTE_CONST int8_t %1$s_vector_outputs[%2$s_VECTORS][%6$d] = {
                %7$s};

                #endif
                """.formatted(
                                name,
                                name.toUpperCase(Locale.ROOT),
                                test.vectors().size(),
                                join(test, vector -> "UINT32_C(0x%08x)".formatted(vector.seed())),
                                join(test, vector -> String.valueOf(vector.divisor())),
                                outputLength,
                                test.vectors().stream().map(DataFiles::outputs).collect(Collectors.joining()));
    }

    private static String join(SelfTest test, Function<SelfTest.Vector, String> text) {
        return test.vectors().stream().map(text).collect(Collectors.joining(", "));
    }

    private static String outputs(SelfTest.Vector vector) {
        int[] values = new int[vector.outputs().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector.outputs()[i];
        }
        return "    {\n" + CText.indent("        ", String.join("\n", CText.wrapped(values, 8))) + "    },\n";
    }
}
