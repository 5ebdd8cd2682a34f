package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code <name>_weights.c} and {@code <name>_vectors.h}: numbers. */
final class DataFiles {
    private DataFiles() {}

    static String weights(Stamp stamp, List<ConstantArray> constants) {
        String arrays = constants.stream().map(ConstantArray::definition).collect(Collectors.joining("\n"));
        return stamp.brief("weights, in order of use") + mathFor(arrays) + """
                #include "mote_runtime.h"

                """ + arrays;
    }

    /** What is not finite has its name from there. */
    private static String mathFor(String numbers) {
        return numbers.contains("INFINITY") || numbers.contains("NAN") ? "#include <math.h>\n\n" : "";
    }

    static String vectors(Stamp stamp, String name, Graph graph, SelfTest test) {
        String macro = name.toUpperCase(Locale.ROOT);
        String outputs = outputs(name, graph, test);
        return stamp.brief("vectors of the self test")
                + """
                #ifndef %2$s_VECTORS_H
                #define %2$s_VECTORS_H

                %7$s#include "mote_runtime.h"

                /* The inputs are drawn on the device by mote_draw_...: vector v starts at its seed, and what is
                 * drawn is divided by its divisor. Of 32 such candidates these gave the most distinct output
                 * bytes. */
                #define %2$s_VECTORS %3$d

                static MOTE_CONST uint32_t %1$s_vector_seeds[%2$s_VECTORS] = {
                    %4$s};
                static MOTE_CONST int8_t %1$s_vector_divisors[%2$s_VECTORS] = {%5$s};

                %6$s
                #endif
                """.formatted(
                                name,
                                macro,
                                test.vectors().size(),
                                join(test, vector -> "UINT32_C(0x%08x)".formatted(vector.seed())),
                                join(test, vector -> String.valueOf(vector.divisor())),
                                outputs,
                                mathFor(outputs));
    }

    private static String join(SelfTest test, Function<SelfTest.Vector, String> text) {
        return test.vectors().stream().map(text).collect(Collectors.joining(", "));
    }

    /** One array for each graph output. */
    private static String outputs(String name, Graph graph, SelfTest test) {
        Ends ends = Ends.outputs(graph);
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 0; i < ends.count(); i++) {
            int first = start;
            int end = start + ends.bytes(i);
            TensorType type = ends.tensors().get(i).type();
            text.append("""
                    /* Outputs of the Mote simulator. */
                    static MOTE_CONST %1$s %2$s_vector_outputs%3$s[%4$s_VECTORS][%5$d] = {
                    %6$s};

                    """.formatted(
                            ends.type(i).text(),
                            name,
                            ends.suffix(i),
                            name.toUpperCase(Locale.ROOT),
                            ends.length(i),
                            test.vectors().stream()
                                    .map(vector -> output(
                                            type, TensorData.ofBytes(Arrays.copyOfRange(vector.outputs(), first, end))))
                                    .collect(Collectors.joining())));
            start = end;
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String output(TensorType type, TensorData values) {
        String lines = String.join("\n", CText.wrapped(Numbers.of(type, values), 8));
        return "    {\n" + CText.indent("        ", lines) + "    },\n";
    }
}
