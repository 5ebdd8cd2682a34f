package dev.mote.codegen;

import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code <name>_example.[ch]}: what lies between the model and a platform's main program, which brings a sensor and a way to print. */
final class ExampleFiles {
    /** Elements of an output without classes that are shown; a screen is not a log. */
    private static final int SHOWN = 8;

    private final Graph graph;
    private final String name;
    private final String macro;
    private final Ends inputs;
    private final Ends outputs;
    private final InputPreparation preparation;
    private final Optional<SignalFrontEnd> signals;
    private final IntPredicate isInArena;
    private final boolean hasState;
    private final boolean hasMemory;
    private final boolean isStream;
    private final Stamp stamp;

    ExampleFiles(Graph graph, CProject plain, Stamp stamp) {
        this.graph = graph;
        this.name = plain.name();
        this.macro = name.toUpperCase(Locale.ROOT);
        this.inputs = Ends.inputs(graph);
        this.outputs = Ends.outputs(graph);
        this.preparation = ElementPreparation.of(graph);
        this.signals = ElementPreparation.signals(graph);
        this.isInArena = output -> plain.outputs().get(output).inArena();
        this.hasState = plain.stateBytes() > 0;
        this.hasMemory = plain.figures().arenaBytes() > 0;
        this.isStream = plain.figures().contextBytes() > 0;
        this.stamp = stamp;
    }

    /** By name. */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(name + "_example.h", header());
        files.put(name + "_example.c", source());
        files.put("mote_text.h", FirmwareFiles.read("projects/common/mote_text.h"));
        files.put("mote_text.c", FirmwareFiles.read("projects/common/mote_text.c"));
        return files;
    }

    private boolean isPrepared(int input) {
        return input == 0 && !preparation.offset().isEmpty();
    }

    private String header() {
        return stamp.brief("the example's part that depends on the model")
                + """
                #ifndef %2$s_EXAMPLE_H
                #define %2$s_EXAMPLE_H

                #include <stdint.h>

                #ifdef __cplusplus
                extern "C" {
                #endif

                /* Two functions that the main program has: */

                /* The sensor: value number index of input number input. */
                float %1$s_example_sensor(int32_t input, int32_t index);

                /* Prints one line of the result: the class, or which value it is, and the number. */
                void %1$s_example_show(const char *what, const char *number);

                /* And two that it calls: */

                /* Once at start. Self test: 0 if this build is right, else 1 + index of the first wrong element. */
                int32_t %1$s_example_start(void);

                /* Reads the sensor, runs the model, shows the result: 0, or a negative MOTE_E... */
                int32_t %1$s_example_run(void);

                %3$s#ifdef __cplusplus
                }
                #endif

                #endif
                """.formatted(name, macro, isStream ? streamPrototype() : "");
    }

    private String source() {
        StringBuilder text = new StringBuilder(stamp.brief("fills the input, runs the model, shows the result"));
        text.append("""
                #include "%1$s_example.h"

                #include <stddef.h>

                #include "%1$s.h"
                %3$s#include "mote_text.h"

                static uint8_t arena[%2$s] __attribute__((aligned(16)));

                """.formatted(
                        name,
                        hasMemory ? macro + "_ARENA_BYTES" : "1",
                        isStream
                                ? "#include \"" + name + "_stream.h\"\n"
                                : signals.isPresent() ? "#include \"" + name + "_front_end.h\"\n" : ""));
        IntStream.range(0, inputs.count()).forEach(i -> text.append(fill(i)));
        IntStream.range(0, outputs.count()).forEach(i -> text.append(show(i)));
        text.append(start());
        return text.append(run()).append(isStream ? stream() : "").toString();
    }

    private String streamPrototype() {
        return """
                /* The model on a stream: reads one sample of the sensor, value number channel of input 0, and shows the
                 * label where it changed. Call it at the rate of the sensor. 0, or a negative MOTE_E... */
                int32_t %1$s_example_stream(void);

                /* Calls it for each sample that is due by now, one every %2$s_INTERVAL_US, late ones in one go.
                 * now_us: a clock of microseconds that wraps at 2^32. Returns how many until the next sample, or
                 * a negative MOTE_E... */
                int32_t %1$s_example_poll(uint32_t now_us);

                """.formatted(name, macro);
    }

    /** The context starts with the first sample. */
    private String stream() {
        return """

                int32_t %1$s_example_stream(void) {
                    static %1$s_context context;
                    static int32_t state = 1;
                    if (state > 0) {
                        state = %1$s_start(&context, arena);
                    }
                    int16_t sample[%2$s_CHANNELS];
                    for (int32_t c = 0; c < %2$s_CHANNELS; c++) {
                        sample[c] = %1$s_counts(c, %1$s_example_sensor(0, c));
                    }
                    %1$s_event event;
                    const int32_t found = state < 0 ? state : %1$s_push(&context, sample, &event);
                    if (found == 1) {
                        char number[MOTE_TEXT_BYTES];
                        const char *const label = %1$s_label(event.label);
                        %1$s_example_show(label == NULL ? "unknown, from sample" : label,
                                mote_text_integer((int32_t)event.begin, number));
                    }
                    return found < 0 ? found : 0;
                }

                int32_t %1$s_example_poll(uint32_t now_us) {
                    static uint32_t due_us = 0;
                    static int32_t started = 0;
                    int32_t wait = (int32_t)(due_us - now_us);
                    if (started == 0 || wait < -%2$s_MAX_GAP_US) {
                        started = 1;
                        due_us = now_us; /* the first sample, or too late to catch up */
                        wait = 0;
                    }
                    for (; wait <= 0; wait += %2$s_INTERVAL_US) {
                        const int32_t error = %1$s_example_stream();
                        if (error != 0) {
                            return error;
                        }
                        due_us += %2$s_INTERVAL_US;
                    }
                    return wait;
                }
                """.formatted(name, macro);
    }

    private String start() {
        return (hasState ? """
                        int32_t %1$s_example_start(void) {
                            const int32_t wrong = %1$s_self_test(arena);
                            %1$s_reset(arena);
                            return wrong;
                        }

                        """ : """
                        int32_t %1$s_example_start(void) {
                            return %1$s_self_test(arena);
                        }

                        """).formatted(name);
    }

    private String run() {
        StringBuilder text = new StringBuilder("int32_t " + name + "_example_run(void) {\n");
        for (int i = 0; i < outputs.count(); i++) {
            String type = outputs.type(i).text();
            String output = outputs.variable(i);
            text.append(
                    isInArena.test(i)
                            ? "    %s *const %s = %s_output%s(arena);\n"
                                    .formatted(type, output, name, outputs.suffix(i))
                            : "    %s %s[%s];\n".formatted(type, output, length(outputs, i)));
        }
        for (int i = 0; i < inputs.count(); i++) {
            text.append("    fill%s(%s);\n".formatted(inputs.suffix(i), place(i)));
        }
        String arguments = IntStream.range(0, inputs.count())
                        .mapToObj(i -> place(i) + ", ")
                        .collect(Collectors.joining())
                + IntStream.range(0, outputs.count())
                        .mapToObj(outputs::variable)
                        .collect(Collectors.joining(", "));
        text.append("""
                    const int32_t error = %s_run(arena, %s);
                    if (error != 0) {
                        return error;
                    }
                """.formatted(name, arguments));
        for (int i = 0; i < outputs.count(); i++) {
            text.append("    show%s(%s);\n".formatted(outputs.suffix(i), outputs.variable(i)));
        }
        return text.append("    return 0;\n}\n").toString();
    }

    private String place(int input) {
        return "%s_input%s(arena)".formatted(name, inputs.suffix(input));
    }

    private String fill(int input) {
        if (signals.isPresent()) {
            return fillWindow(signals.get());
        }
        String sensor = "%s_example_sensor(%d, i)".formatted(name, input);
        return """
                static void fill%1$s(%2$s *input) {
                    for (int32_t i = 0; i < %3$s; i++) {
                        input[i] = %4$s;
                    }
                }

                """.formatted(
                        inputs.suffix(input), inputs.type(input).text(), length(inputs, input), element(input, sensor));
    }

    /** A window of what the sensor gives, as counts. */
    private String fillWindow(SignalFrontEnd frontEnd) {
        return """
                static int16_t window[%2$s_WINDOW_LENGTH * %2$s_CHANNELS];

                /* Nearest, saturated. */
                static int16_t count_of(float value, float full_scale) {
                    const float count = value * (32768.0f / full_scale);
                    return (int16_t)(count >= 32767.0f ? 32767.0f
                                     : count <= -32768.0f ? -32768.0f
                                                          : count + (count < 0.0f ? -0.5f : 0.5f));
                }

                static void fill(int8_t *input) {
                    static const float full_scale[%2$s_CHANNELS] = {%3$s};
                    for (int32_t i = 0; i < %2$s_WINDOW_LENGTH * %2$s_CHANNELS; i++) {
                        window[i] = count_of(%1$s_example_sensor(0, i), full_scale[i %% %2$s_CHANNELS]);
                    }
                    (void)%1$s_front_end(arena, window, input);
                }

                """.formatted(
                name, macro, frontEnd.fullScale().stream().map(CText::number).collect(Collectors.joining(", ")));
    }

    /** The input's element for what the sensor gives. */
    private String element(int input, String sensor) {
        if (isPrepared(input)) {
            int channels = preparation.offset().size();
            return "%s_prepare(%s, %s)".formatted(name, channels == 1 ? "0" : "i % " + channels, sensor);
        }
        if (inputs.isQuantized(input)) {
            return "%s_quantize%s(%s)".formatted(name, inputs.suffix(input), sensor);
        }
        return switch (inputs.type(input)) {
            case FLOAT32 -> sensor;
            case BOOL -> "(uint8_t)(" + sensor + " >= 0.5f)";
            case INT8, INT16, INT32, INT64, UINT8 -> "(" + inputs.type(input).text() + ")" + sensor;
        };
    }

    private String show(int output) {
        String type = outputs.type(output).text();
        return "static void show%s(const %s *output) {\n".formatted(outputs.suffix(output), type)
                + (isClasses(output) ? showBest(output) : showFirst(output))
                + "}\n\n";
    }

    /** The class with the highest score. */
    private String showBest(int output) {
        boolean labelled = hasLabels(output);
        return """
                    int32_t best = 0;
                    for (int32_t i = 1; i < %1$s; i++) {
                        if (output[i] > output[best]) {
                            best = i;
                        }
                    }
                %2$s    char number[MOTE_TEXT_BYTES];
                    %5$s_example_show(%3$s, %4$s);
                """.formatted(
                        length(outputs, output),
                        labelled ? "" : "    char what[MOTE_TEXT_BYTES];\n",
                        labelled
                                ? name + "_label(best)"
                                : "mote_text_numbered(\"%sclass \", best, what)".formatted(which(output)),
                        number(output, "output[best]"),
                        name);
    }

    /** The first elements as they are. */
    private String showFirst(int output) {
        int shown = Math.min(SHOWN, outputs.length(output));
        return """
                    char what[MOTE_TEXT_BYTES];
                    char number[MOTE_TEXT_BYTES];
                    for (int32_t i = 0; i < %1$s; i++) {
                        %4$s_example_show(mote_text_numbered("%2$svalue ", i, what), %3$s);
                    }
                """.formatted(
                        outputs.length(output) == shown ? length(outputs, output) : String.valueOf(shown),
                        which(output),
                        number(output, "output[i]"),
                        name);
    }

    private String which(int output) {
        return outputs.isSingle() ? "" : "output " + output + ", ";
    }

    private String number(int output, String element) {
        if (outputs.isQuantized(output)) {
            return "mote_text_real(%s_dequantize%s(%s), number)".formatted(name, outputs.suffix(output), element);
        }
        return outputs.type(output) == CType.FLOAT32
                ? "mote_text_real(" + element + ", number)"
                : "mote_text_integer(" + element + ", number)";
    }

    /** Whether its elements are scores of classes: there is a label for each, or a softmax made them. */
    private boolean isClasses(int output) {
        int length = outputs.length(output);
        Shape shape = outputs.tensors().get(output).shape();
        boolean oneRow = shape.rank() > 0 && shape.dimension(-1) == length;
        return hasLabels(output)
                || length > 1 && oneRow && isMadeBySoftmax(graph.outputs().get(output));
    }

    private boolean hasLabels(int output) {
        return !graph.card().labels().isEmpty() && graph.card().labels().size() == outputs.length(output);
    }

    private boolean isMadeBySoftmax(int tensor) {
        return graph.nodes().stream()
                .filter(node -> node.outputs().contains(tensor))
                .anyMatch(node ->
                        node.operator() instanceof Operator.Softmax || node.operator() instanceof Operator.LogSoftmax);
    }

    private String length(Ends ends, int position) {
        return "%s_%s%s_LEN".formatted(macro, ends.word().toUpperCase(Locale.ROOT), ends.suffix(position));
    }
}
