package dev.mote.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code --project array}: the model file as bytes in C, aligned as TensorFlow Lite Micro wants it. */
final class ArrayProject {
    private ArrayProject() {}

    static SortedMap<String, String> files(Stamp stamp, String name, ModelSource source, List<String> origin) {
        SortedMap<String, String> files = new TreeMap<>();
        String macro = name.toUpperCase(Locale.ROOT);
        List<String> lines = new ArrayList<>(List.of(stamp.title("the .tflite file as an array")));
        lines.addAll(origin);
        String comment = CText.comment(lines);
        byte[] content = source.content();
        files.put(name + "_model.h", comment + """
                #ifndef %2$s_MODEL_H
                #define %2$s_MODEL_H

                #ifdef __cplusplus
                extern "C" {
                #endif

                /* Aligned to 16 bytes. */
                extern const unsigned char %1$s_tflite[%3$d];
                extern const unsigned int %1$s_tflite_len;

                #ifdef __cplusplus
                }
                #endif

                #endif
                """.formatted(name, macro, content.length));
        files.put(name + "_model.c", comment + """
                #include "%1$s_model.h"

                #if defined(__cplusplus)
                #define %2$s_ALIGNED alignas(16)
                #elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
                #define %2$s_ALIGNED _Alignas(16)
                #else
                #define %2$s_ALIGNED __attribute__((aligned(16)))
                #endif

                %2$s_ALIGNED const unsigned char %1$s_tflite[%4$d] = {
                %3$s};

                const unsigned int %1$s_tflite_len = %4$d;
                """.formatted(name, macro, bytes(content), content.length));
        return files;
    }

    private static String bytes(byte[] content) {
        int[] values = new int[content.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = content[i] & 0xff;
        }
        return CText.wrapped(Numbers.of(values)).stream()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
    }
}
