package dev.mote.device.board;

import dev.mote.codegen.CProject;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The generated model as {@code bench_model.h} declares it: its memory, its ends, its functions. */
final class BoardModel {
    private BoardModel() {}

    /** {@code bench_sizes.h}. */
    static String sizes(CProject project) {
        return """
                #define BENCH_INPUTS %d
                #define BENCH_OUTPUTS %d
                """.formatted(project.inputs().size(), project.outputs().size());
    }

    /** Whether there is a front end of signals to be timed. */
    static boolean hasFrontEnd(CProject project) {
        return project.files().containsKey(project.name() + "_front_end.h");
    }

    /** Noise over half of full scale, of a linear congruential generator. */
    private static String frontEnd(CProject project) {
        return !hasFrontEnd(project)
                ? ""
                : """

                #include "../%1$s_front_end.h"

                static int16_t window[%2$s_WINDOW_LENGTH * %2$s_CHANNELS];

                void bench_draw_window(void) {
                    uint32_t state = 1;
                    for (int32_t i = 0; i < %2$s_WINDOW_LENGTH * %2$s_CHANNELS; i++) {
                        state = state * 1664525u + 1013904223u;
                        window[i] = (int16_t)((int32_t)(state >> 17) - 16384);
                    }
                }

                int32_t bench_front_end(void) {
                    return %1$s_front_end(arena, window, %1$s_input(arena));
                }
                """.formatted(project.name(), project.name().toUpperCase(Locale.ROOT));
    }

    /** {@code bench_stream_model.h}: the streaming API, in an arena of its own. */
    static String stream(CProject project) {
        return """
                #include "../%1$s_stream.h"

                #define BENCH_CHANNELS %2$s_CHANNELS
                #define BENCH_EVENTS %2$s_EVENTS
                #define BENCH_STRIDE %2$s_STRIDE

                typedef %1$s_context bench_context;
                typedef %1$s_event bench_event;

                static inline int32_t bench_start(bench_context *context) {
                    static uint8_t arena[%2$s_ARENA_BYTES] __attribute__((aligned(16)));
                    return %1$s_start(context, arena);
                }

                #define bench_push_at %1$s_push_at
                #define bench_flush %1$s_flush
                """.formatted(project.name(), project.name().toUpperCase(Locale.ROOT));
    }

    /** {@code bench_model.c}. */
    static String text(CProject project) {
        return runs(project) + frontEnd(project);
    }

    private static String runs(CProject project) {
        String name = project.name();
        return """
                #include "bench_model.h"

                #include "../%1$s.h"

                static uint8_t arena[%2$s_ARENA_BYTES] __attribute__((aligned(16)));
                %3$s
                #ifdef BENCH_LAYERS
                uint32_t bench_ticks[BENCH_LAYERS + 1];
                #endif

                void *bench_input(int i) {
                    switch (i) {
                %4$s    default:
                        return 0;
                    }
                }

                size_t bench_input_bytes(int i) {
                    static const size_t bytes[] = {%5$s};
                    return bytes[i];
                }

                const void *bench_output(int i) {
                    switch (i) {
                %6$s    default:
                        return 0;
                    }
                }

                size_t bench_output_bytes(int i) {
                    static const size_t bytes[] = {%7$s};
                    return bytes[i];
                }

                void bench_reset(void) {
                %8$s}

                int32_t bench_run(void) {
                    return %1$s_run(arena, %9$s, %10$s);
                }

                int32_t bench_self_test(void) {
                    return %1$s_self_test(arena);
                }
                """.formatted(
                        name,
                        name.toUpperCase(Locale.ROOT),
                        outputs(project.outputs()),
                        cases(project.inputs(), i -> inPlace(project, i)),
                        bytes(project.inputs()),
                        cases(project.outputs(), i -> output(project, i)),
                        bytes(project.outputs()),
                        project.stateBytes() > 0 ? "    " + name + "_reset(arena);\n" : "",
                        list(project.inputs(), i -> inPlace(project, i)),
                        list(project.outputs(), i -> output(project, i)));
    }

    private static String inPlace(CProject project, int input) {
        return project.name() + "_input" + (project.inputs().size() == 1 ? "" : "_" + input) + "(arena)";
    }

    private static String output(CProject project, int output) {
        return project.outputs().get(output).inArena()
                ? project.name() + "_output" + (project.outputs().size() == 1 ? "" : "_" + output) + "(arena)"
                : "output_" + output;
    }

    private static String outputs(List<CProject.End> outputs) {
        return IntStream.range(0, outputs.size())
                .filter(i -> !outputs.get(i).inArena())
                .mapToObj(i -> "static %s output_%d[%d];\n"
                        .formatted(outputs.get(i).type(), i, outputs.get(i).length()))
                .collect(Collectors.joining());
    }

    private static String cases(List<CProject.End> ends, IntFunction<String> pointer) {
        return IntStream.range(0, ends.size())
                .mapToObj(i -> "    case %d:\n        return %s;\n".formatted(i, pointer.apply(i)))
                .collect(Collectors.joining());
    }

    private static String bytes(List<CProject.End> ends) {
        return ends.stream().map(end -> String.valueOf(end.bytes())).collect(Collectors.joining(", "));
    }

    private static String list(List<CProject.End> ends, IntFunction<String> item) {
        return IntStream.range(0, ends.size()).mapToObj(item).collect(Collectors.joining(", "));
    }
}
