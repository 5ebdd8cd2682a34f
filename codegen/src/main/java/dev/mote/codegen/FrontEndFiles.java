package dev.mote.codegen;

import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.Int8Input;
import dev.mote.model.frontend.LastStep;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.SignalProgram;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code <name>_front_end.h} and {@code .c}: from a window of sensor counts to the input of an int8 model. */
final class FrontEndFiles implements FrontEndPart {
    private final String name;
    private final String macro;
    private final SignalFrontEnd frontEnd;
    private final InputPreparation preparation;
    private final Int8Input input;
    private final SignalProgram program;
    private final FrontEndCode code;
    private final FrontEndPlace place;

    private FrontEndFiles(
            String name, Graph graph, SignalFrontEnd frontEnd, Quantization.PerTensor quantization, MemoryPlan plan) {
        this.name = name;
        this.macro = name.toUpperCase(Locale.ROOT);
        this.frontEnd = frontEnd;
        this.preparation = graph.card().preparation();
        this.input = InputPath.of(graph).int8(quantization);
        this.program = frontEnd.program(preparation.channels());
        this.code = new FrontEndCode(
                name,
                program,
                LastStep.of(preparation, program.outputs()).stream()
                        .map(step -> FrontEndLastStep.of(step, quantization))
                        .toList());
        this.place = FrontEndPlace.of(program, code.loadedChannels(), code.isDirect(), plan);
    }

    /** None for a model without a front end of signals, or one whose input is not int8. */
    static Optional<FrontEndFiles> of(String name, Graph graph, MemoryPlan plan) {
        return graph.card().frontEnd().flatMap(FrontEndFiles::signals).flatMap(signals -> {
            Tensor tensor = graph.tensor(graph.inputs().getFirst());
            return tensor.type() == TensorType.INT8
                            && tensor.quantization() instanceof Quantization.PerTensor quantization
                    ? Optional.of(new FrontEndFiles(name, graph, signals, quantization, plan))
                    : Optional.empty();
        });
    }

    private static Optional<SignalFrontEnd> signals(FrontEnd frontEnd) {
        return switch (frontEnd) {
            case SignalFrontEnd signals -> Optional.of(signals);
            case ImageFrontEnd _ -> Optional.empty();
        };
    }

    @Override
    public int arenaBytes() {
        return place.end();
    }

    @Override
    public Set<Kernel> kernels() {
        Set<Kernel> kernels = EnumSet.copyOf(code.kernels());
        kernels.add(Kernel.DRAW_INT16);
        return kernels;
    }

    @Override
    public int callCount() {
        return code.calls().size();
    }

    @Override
    public long constantBytes() {
        return code.constantBytes();
    }

    @Override
    public long parameterBytes() {
        return code.parameterBytes();
    }

    @Override
    public SortedMap<String, String> files(Stamp stamp) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(name + "_front_end.h", stamp.brief("front end, what to call") + header());
        files.put(name + "_front_end.c", stamp.brief("front end, from counts to the input") + source());
        return files;
    }

    private String header() {
        return """
                #ifndef %2$s_FRONT_END_H
                #define %2$s_FRONT_END_H

                #include "%1$s.h"

                /* A sample is one count of each channel: real = count * FULL_SCALE / 32768, saturated.
                %3$s */
                #define %2$s_CHANNELS %4$d
                /* Samples of a window, and from one window to the next. */
                #define %2$s_WINDOW_LENGTH %5$d
                #define %2$s_STRIDE %6$d

                #ifdef __cplusplus
                extern "C" {
                #endif

                /* From a window, [WINDOW_LENGTH, CHANNELS], oldest sample first, to the input of the model, which
                 * is %1$s_input(arena) or lies outside of the arena. It works in the arena%7$s.
                 * 0, or a negative MOTE_E... */
                int32_t %1$s_front_end(void *arena, const int16_t *window, int8_t *input);

                /* Checks this build on this device against windows of the Mote simulator: 0, or 1 + index of the
                 * first wrong one, or a negative MOTE_E... It draws them into window. */
                int32_t %1$s_front_end_self_test(void *arena, int16_t *window);

                #ifdef __cplusplus
                }
                #endif

                #endif
                """.formatted(
                name,
                macro,
                String.join("\n", channels()),
                frontEnd.channels(),
                frontEnd.windowLength(),
                frontEnd.stride(),
                place.end() == 0 ? " and leaves the rest of it as it is" : ", which keeps nothing else but a state");
    }

    private List<String> channels() {
        List<String> units = List.of(preparation.unit().split(","));
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < frontEnd.channels(); c++) {
            boolean isNamed = preparation.channels().size() == frontEnd.channels();
            String unit = units.size() == frontEnd.channels() ? units.get(c) : units.getFirst();
            lines.add((" * channel %d%s: full scale %s %s")
                    .formatted(
                            c,
                            isNamed
                                    ? ", "
                                            + CText.printable(
                                                    preparation.channels().get(c))
                                    : "",
                            CText.rounded(frontEnd.fullScale().get(c)),
                            CText.printable(unit.strip()))
                    .stripTrailing());
        }
        return lines;
    }

    private String source() {
        FrontEndTest test = FrontEndTest.of(frontEnd.windowLength() * frontEnd.channels(), input::bytes);
        return """
                #include "%1$s_front_end.h"

                #include <stddef.h>

                #include "mote_draw.h"
                #include "mote_front_end.h"

                #if MOTE_RUNTIME_API != %2$d
                #error "%1$s_front_end.c needs Mote runtime API %2$d: \\
                take the mote_*.[ch] files that were written with it, or write both again with mote codegen"
                #endif

                %3$sint32_t %1$s_front_end(void *arena, const int16_t *window, int8_t *input) {
                    if (arena == NULL || window == NULL || input == NULL) {
                        return MOTE_ENULL;
                    }
                    if ((uintptr_t)arena %% MOTE_ARENA_ALIGNMENT != 0) {
                        return MOTE_EALIGN;
                    }
                %4$s
                %5$s    return MOTE_OK;
                }
                """.formatted(
                                name,
                                Codegen.RUNTIME_API,
                                code.declarations(),
                                pointers(),
                                CText.indent("    ", String.join("\n", code.calls())))
                + test.function(name, macro, FrontEndTest.WINDOW);
    }

    private String pointers() {
        String calls = String.join("\n", code.calls());
        StringBuilder text = new StringBuilder();
        pointer(text, calls, "features", place.features());
        pointer(text, calls, "series", place.series());
        pointer(text, calls, "row", place.row());
        pointer(text, calls, "work", place.work());
        return text.toString();
    }

    private static void pointer(StringBuilder text, String calls, String variable, int offset) {
        if (calls.matches("(?s).*[( ]" + variable + "[,) ].*")) {
            text.append("    int32_t *const %s = (void *)((int8_t *)arena + %d);\n".formatted(variable, offset));
        }
    }
}
