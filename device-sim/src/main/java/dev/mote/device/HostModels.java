package dev.mote.device;

import dev.mote.codegen.CProject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of models that {@code mote_host.c} chooses from: wrappers that cut samples into inputs and outputs. */
final class HostModels {
    private HostModels() {}

    static String text(List<CProject> projects) {
        return """
                #include <string.h>

                #include "mote_host.h"
                %s
                %s
                const mote_host_model mote_host_models[] = {
                %s};

                const int mote_host_model_count = %d;
                """.formatted(
                        join(projects, project -> "#include \"" + project.name() + ".h\"\n"),
                        join(projects, HostModels::wrappers),
                        join(projects, HostModels::entry),
                        projects.size());
    }

    private static String join(List<CProject> projects, Function<CProject, String> text) {
        return projects.stream().map(text).collect(Collectors.joining());
    }

    private static String wrappers(CProject project) {
        String name = project.name();
        List<Integer> inputs = project.inputLengths();
        String outputs = pieces("output", project.outputLengths());
        String copies = IntStream.range(0, inputs.size())
                .mapToObj(i -> "    memcpy(%s, input + %d, %d);\n"
                        .formatted(inPlace(name, inputs, i), offset(inputs, i), inputs.get(i)))
                .collect(Collectors.joining());
        String places = IntStream.range(0, inputs.size())
                .mapToObj(i -> inPlace(name, inputs, i))
                .collect(Collectors.joining(", "));
        return """
                static int32_t %1$s_host_run(void *arena, const int8_t *input, int8_t *output) {
                    return %1$s_run(arena, %2$s, %3$s);
                }

                static int32_t %1$s_host_run_in_place(void *arena, const int8_t *input, int8_t *output) {
                %4$s    return %1$s_run(arena, %5$s, %3$s);
                }

                """.formatted(name, pieces("input", inputs), outputs, copies, places);
    }

    private static String inPlace(String name, List<Integer> inputs, int position) {
        return name + "_input" + (inputs.size() == 1 ? "" : "_" + position) + "(arena)";
    }

    private static String pieces(String variable, List<Integer> lengths) {
        return IntStream.range(0, lengths.size())
                .mapToObj(i -> variable + " + " + offset(lengths, i))
                .collect(Collectors.joining(", "));
    }

    private static int offset(List<Integer> lengths, int position) {
        return lengths.subList(0, position).stream().mapToInt(Integer::intValue).sum();
    }

    private static String entry(CProject project) {
        String macro = project.name().toUpperCase(Locale.ROOT);
        return "    {%2$s_ARENA_BYTES, %2$s_INPUT_LEN, %2$s_OUTPUT_LEN, %1$s_host_run, %1$s_host_run_in_place, %1$s_self_test},\n"
                .formatted(project.name(), macro);
    }
}
