package dev.mote.device;

import dev.mote.codegen.CProject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
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

    /** Tensors get memory of their own, aligned for their type; a sample has them back to back. */
    private static String wrappers(CProject project) {
        String name = project.name();
        String inputs = buffers(project.inputs(), "input", end -> true);
        String outputs = buffers(project.outputs(), "output", end -> true);
        String results = copies(project.outputs(), "    memcpy(output + %2$d, output_%1$d, %3$d);\n");
        return """
                static int32_t %1$s_host_run(void *arena, const int8_t *input, int8_t *output) {
                %2$s%3$s%4$s    const int32_t error = %1$s_run(arena, %6$s, %7$s);
                %5$s    return error;
                }

                static int32_t %1$s_host_run_in_place(void *arena, const int8_t *input, int8_t *output) {
                %12$s%8$s    const int32_t error = %1$s_run(arena, %9$s, %10$s);
                %11$s    return error;
                }

                """.formatted(
                        name,
                        inputs,
                        outputs,
                        copies(project.inputs(), "    memcpy(input_%1$d, input + %2$d, %3$d);\n"),
                        results,
                        names("input_", project.inputs()),
                        names("output_", project.outputs()),
                        copies(project.inputs(), "    memcpy(" + inPlace(project, "%1$d") + ", input + %2$d, %3$d);\n"),
                        IntStream.range(0, project.inputs().size())
                                .mapToObj(i -> inPlace(project, String.valueOf(i)))
                                .collect(Collectors.joining(", ")),
                        IntStream.range(0, project.outputs().size())
                                .mapToObj(i -> place(project, i))
                                .collect(Collectors.joining(", ")),
                        results(project),
                        buffers(project.outputs(), "output", end -> !end.inArena()));
    }

    private static String inPlace(CProject project, String position) {
        return project.name() + "_input" + (project.inputs().size() == 1 ? "" : "_" + position) + "(arena)";
    }

    /** Where an output is written if all that may be in the arena is. */
    private static String place(CProject project, int output) {
        return project.outputs().get(output).inArena()
                ? project.name() + "_output" + (project.outputs().size() == 1 ? "" : "_" + output) + "(arena)"
                : "output_" + output;
    }

    private static String results(CProject project) {
        StringBuilder text = new StringBuilder();
        int offset = 0;
        for (int i = 0; i < project.outputs().size(); i++) {
            int bytes = project.outputs().get(i).bytes();
            text.append("    memcpy(output + %d, %s, %d);\n".formatted(offset, place(project, i), bytes));
            offset += bytes;
        }
        return text.toString();
    }

    private static String buffers(List<CProject.End> ends, String word, Predicate<CProject.End> needed) {
        return IntStream.range(0, ends.size())
                .filter(i -> needed.test(ends.get(i)))
                .mapToObj(i -> "    static %s %s_%d[%d];\n"
                        .formatted(ends.get(i).type(), word, i, ends.get(i).length()))
                .collect(Collectors.joining());
    }

    /** @param line with position, offset and bytes */
    private static String copies(List<CProject.End> ends, String line) {
        StringBuilder text = new StringBuilder();
        int offset = 0;
        for (int i = 0; i < ends.size(); i++) {
            text.append(line.formatted(i, offset, ends.get(i).bytes()));
            offset += ends.get(i).bytes();
        }
        return text.toString();
    }

    private static String names(String prefix, List<CProject.End> ends) {
        return IntStream.range(0, ends.size()).mapToObj(i -> prefix + i).collect(Collectors.joining(", "));
    }

    private static int bytes(List<CProject.End> ends) {
        return ends.stream().mapToInt(CProject.End::bytes).sum();
    }

    private static String entry(CProject project) {
        return "    {%2$s_ARENA_BYTES, %3$d, %4$d, %1$s_host_run, %1$s_host_run_in_place, %1$s_self_test, %5$d, %6$s},\n"
                .formatted(
                        project.name(),
                        project.name().toUpperCase(Locale.ROOT),
                        bytes(project.inputs()),
                        bytes(project.outputs()),
                        project.stateBytes(),
                        project.stateBytes() > 0 ? project.name() + "_reset" : "NULL");
    }
}
