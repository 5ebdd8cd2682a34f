package dev.mote.codegen;

import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import java.util.Locale;
import java.util.stream.IntStream;

/** {@code <name>.h}: what a firmware engineer includes. */
final class HeaderFile {
    private final String name;
    private final String macro;
    private final Ends inputs;
    private final Ends outputs;
    private final ModelCard card;
    private final InputPreparation preparation;
    private final MemoryPlan plan;

    HeaderFile(String name, Ends inputs, Ends outputs, ModelCard card, InputPreparation preparation, MemoryPlan plan) {
        this.name = name;
        this.macro = name.toUpperCase(Locale.ROOT);
        this.inputs = inputs;
        this.outputs = outputs;
        this.card = card;
        this.preparation = preparation;
        this.plan = plan;
    }

    String text(String stamp) {
        return stamp
                + """
                #ifndef %1$s_H
                #define %1$s_H

                %3$s#include <stdint.h>

                /* Working memory, in bytes. The arena is aligned to 16 bytes. */
                #define %1$s_ARENA_BYTES %2$d
                %4$s
                """.formatted(
                                macro,
                                plan.arenaBytes(),
                                preparation.knee().isEmpty() ? "" : "#include <math.h>\n",
                                plan.hasState() ? state(plan.stateBytes()) : "")
                + ends(inputs)
                + ends(outputs)
                + """
                #ifdef __cplusplus
                extern "C" {
                #endif

                """
                + functions(plan.hasState())
                + """
                #ifdef __cplusplus
                }
                #endif

                """
                + conversions()
                + "#endif\n";
    }

    private String ends(Ends ends) {
        String word = macro + "_" + ends.word().toUpperCase(Locale.ROOT);
        StringBuilder text = new StringBuilder();
        text.append("/* %s%s%s. */\n"
                .formatted(
                        capitalized(ends.word()),
                        ends.isSingle() ? "" : "s, in graph order",
                        isQuantized(ends) ? ": real = SCALE * (element - ZERO_POINT)" : ""));
        text.append("#define %s_LEN %d%s\n"
                .formatted(word, ends.totalLength(), ends.isSingle() ? "" : " /* all together */"));
        for (int i = 0; i < ends.count(); i++) {
            Tensor tensor = ends.tensors().get(i);
            String numbered = word + ends.suffix(i);
            if (!ends.isSingle()) {
                text.append("#define %s_LEN %d\n".formatted(numbered, ends.length(i)));
            }
            text.append("/* %s %s, %s */\n".formatted(tensor.type(), tensor.shape(), CText.quoted(tensor.name())));
            if (ends.isQuantized(i)
                    && tensor.quantization() instanceof Quantization.PerTensor(float scale, int zeroPoint)) {
                text.append("#define %s_SCALE %s\n".formatted(numbered, CText.number(scale)));
                text.append("#define %s_ZERO_POINT (%d)\n".formatted(numbered, zeroPoint));
            }
        }
        return text.append('\n').toString();
    }

    private static boolean isQuantized(Ends ends) {
        return IntStream.range(0, ends.count()).anyMatch(ends::isQuantized);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String state(int bytes) {
        return """
                /* The first of them hold the state of the model, from one run to the next; no other bytes of
                 * the arena matter between runs. */
                #define %s_STATE_BYTES %d
                """.formatted(macro, bytes);
    }

    private String functions(boolean hasState) {
        StringBuilder text = new StringBuilder();
        text.append("""
                /* Runs the model once: 0, or a negative MOTE_E... (mote_runtime.h) for a null pointer or an
                 * arena that is not aligned. Inputs are only read, unless they are in the arena. Each output
                 * is written outside of the arena, or at its place there where it has one. */
                int32_t %1$s_run(void *arena, %2$s, %3$s);

                """.formatted(name, inputs.parameters("const "), outputs.parameters("")));
        if (hasState) {
            text.append("""
                    /* Forgets all runs: call it before the first one, and where a new sequence begins. */
                    void %1$s_reset(void *arena);

                    """.formatted(name));
        }
        for (int i = 0; i < inputs.count(); i++) {
            text.append("""
                    /* Where %3$s may be written in place: the next %1$s_run may be given this
                     * pointer, and overwrites it. */
                    %4$s *%1$s_input%2$s(void *arena);

                    """.formatted(
                    name, inputs.suffix(i), inputs.variable(i), inputs.type(i).text()));
        }
        for (int i : plan.outputOffsets().keySet()) {
            text.append("""
                    /* The place of %3$s in the arena: %1$s_run may be given this pointer. The result stays there
                     * until the next run, or until an input is written into the arena. */
                    %4$s *%1$s_output%2$s(void *arena);

                    """.formatted(
                            name,
                            outputs.suffix(i),
                            outputs.variable(i),
                            outputs.type(i).text()));
        }
        text.append("""
                /* Checks this build on this device against vectors of the Mote simulator: 0, or 1 + index of the
                 * first wrong output element, counted over all vectors, or a negative MOTE_E...%2$s */
                int32_t %1$s_self_test(void *arena);

                """.formatted(name, selfTestNotes(hasState)));
        if (!card.labels().isEmpty()) {
            text.append("""
                    /* Name of output class index, [0, %2$s_LABELS); a null pointer for any other. */
                    #define %2$s_LABELS %3$d
                    const char *%1$s_label(int32_t index);

                    """.formatted(name, macro, card.labels().size()));
        }
        return text.toString();
    }

    private String selfTestNotes(boolean hasState) {
        int outside = IntStream.range(0, outputs.count())
                .filter(i -> !plan.outputOffsets().containsKey(i))
                .map(outputs::bytes)
                .sum();
        String stack =
                outside == 0 ? "" : " Besides the stack of a run it needs %s bytes.".formatted(CText.grouped(outside));
        String notes = stack + (hasState ? " It leaves a state behind: %s_reset.".formatted(name) : "");
        return notes.isEmpty() ? "" : "\n *" + notes;
    }

    private String conversions() {
        StringBuilder text = new StringBuilder();
        for (CType type : CType.values()) {
            if (needsConversion(type)) {
                text.append(conversion(type));
            }
        }
        for (int i = 0; i < inputs.count(); i++) {
            if (inputs.isQuantized(i)) {
                text.append("""
                        /* Input element for a real number. */
                        static inline %4$s %1$s_quantize%2$s(float real) {
                            return %1$s_to_%5$s(real, %3$s_INPUT%2$s_SCALE, %3$s_INPUT%2$s_ZERO_POINT);
                        }

                        """.formatted(
                                name,
                                inputs.suffix(i),
                                macro,
                                inputs.type(i).text(),
                                inputs.type(i).word()));
            }
        }
        for (int i = 0; i < outputs.count(); i++) {
            if (outputs.isQuantized(i)) {
                text.append("""
                        /* Real number of an output element. */
                        static inline float %1$s_dequantize%2$s(%4$s element) {
                            return %3$s_OUTPUT%2$s_SCALE * (float)((int32_t)element - %3$s_OUTPUT%2$s_ZERO_POINT);
                        }

                        """.formatted(
                                name, outputs.suffix(i), macro, outputs.type(i).text()));
            }
        }
        if (!preparation.offset().isEmpty()) {
            text.append(new PrepareFunction(
                            name + "_prepare",
                            inputs.type(0),
                            inputs.isQuantized(0) ? name + "_quantize" + inputs.suffix(0) : "")
                    .text(preparation));
        }
        return text.toString();
    }

    private boolean needsConversion(CType type) {
        return IntStream.range(0, inputs.count()).anyMatch(i -> inputs.type(i) == type && inputs.isQuantized(i));
    }

    private String conversion(CType type) {
        return """
                /* real as %4$s: nearest, half away from zero, saturated; not a number gives %2$d. */
                static inline %5$s %1$s_to_%4$s(float real, float scale, int32_t zero_point) {
                    const float steps = real / scale;
                    if (!(steps > (float)(%2$d - zero_point))) {
                        return %2$d;
                    }
                    if (steps >= (float)(%3$d - zero_point)) {
                        return %3$d;
                    }
                    int32_t nearest = (int32_t)steps;
                    const float rest = steps - (float)nearest;
                    nearest += rest >= 0.5f ? 1 : rest <= -0.5f ? -1 : 0;
                    return (%5$s)(nearest + zero_point);
                }

                """.formatted(name, type.min(), type.max(), type.word(), type.text());
    }
}
