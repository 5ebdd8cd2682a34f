package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code <name>.c}: the parameters of each layer, and the functions of the header. */
final class FlowFile {
    /** Smaller than that of most C libraries. */
    private static final String MOVE = """
            /* Copies whole words to another place, which may overlap their own. Both are aligned to 4. */
            static void move(void *to, const void *from, int32_t bytes) {
                uint32_t *const words = to;
                const uint32_t *const old = from;
                if (words < old) {
                    for (int32_t i = 0; i < bytes / 4; i++) {
                        memcpy(&words[i], &old[i], 4);
                    }
                } else {
                    for (int32_t i = bytes / 4 - 1; i >= 0; i--) {
                        memcpy(&words[i], &old[i], 4);
                    }
                }
            }

            """;

    private final String name;
    private final String macro;
    private final Graph graph;
    private final List<GeneratedLayer> layers;
    private final MemoryPlan plan;
    private final Operands operands;
    private final Ends inputs;
    private final Ends outputs;
    private final List<String> contracts;

    FlowFile(
            String name,
            Graph graph,
            List<GeneratedLayer> layers,
            MemoryPlan plan,
            Operands operands,
            List<String> contracts) {
        this.name = name;
        this.macro = name.toUpperCase(Locale.ROOT);
        this.graph = graph;
        this.layers = layers;
        this.plan = plan;
        this.operands = operands;
        this.inputs = Ends.inputs(graph);
        this.outputs = Ends.outputs(graph);
        this.contracts = contracts;
    }

    String text(String stamp, List<ConstantArray> constants) {
        String run = run();
        StringBuilder text = new StringBuilder(stamp);
        text.append("""
                #include "%1$s.h"

                #include <stddef.h>
                %3$s
                %4$s#include "%1$s_vectors.h"

                #if MOTE_RUNTIME_API != %2$d
                #error "%1$s.c needs Mote runtime API %2$d: \\
                take the mote_*.[ch] files that were written with it, or write both again with mote codegen"
                #endif

                """.formatted(
                        name,
                        Codegen.RUNTIME_API,
                        includes(run),
                        contracts.stream()
                                .map(header -> "#include \"" + header + "\"\n")
                                .collect(Collectors.joining())));
        if (!constants.isEmpty()) {
            text.append("/* %s_weights.c */\n".formatted(name));
            constants.forEach(constant -> text.append(constant.declaration()).append('\n'));
            text.append('\n');
        }
        Set<String> declared = new HashSet<>();
        layers.forEach(layer -> text.append(parameters(layer, declared)));
        if (run.contains(" move(")) {
            text.append(MOVE);
        }
        text.append(run);
        if (plan.hasState()) {
            text.append(reset());
        }
        for (int i = 0; i < inputs.count(); i++) {
            text.append("""

                    %3$s *%1$s_input%2$s(void *arena) {
                        return %4$s;
                    }
                    """.formatted(
                            name,
                            inputs.suffix(i),
                            inputs.type(i).text(),
                            place(inputs.type(i), plan.inputOffsets().getOrDefault(i, 0))));
        }
        plan.outputOffsets()
                .forEach((i, offset) -> text.append("""

                %3$s *%1$s_output%2$s(void *arena) {
                    return %4$s;
                }
                """.formatted(
                                name, outputs.suffix(i), outputs.type(i).text(), place(outputs.type(i), offset))));
        text.append(new SelfTestFunction(name, inputs, outputs, plan).text());
        List<String> labels = graph.card().labels();
        if (!labels.isEmpty()) {
            text.append(labels(labels));
        }
        return text.toString();
    }

    private String includes(String run) {
        boolean infinities = layers.stream()
                .flatMap(layer -> layer.code().calls().stream())
                .anyMatch(call -> call.initializer().contains("INFINITY"));
        boolean copies = run.contains("memcpy") || run.contains(" move(") || plan.hasState();
        return (infinities ? "#include <math.h>\n" : "") + (copies ? "#include <string.h>\n" : "");
    }

    private static String place(CType type, int offset) {
        return (type == CType.INT8 ? "(int8_t *)arena + %d" : "(void *)((int8_t *)arena + %d)").formatted(offset);
    }

    /** @param declared names of parameters that an equal layer has brought already; those of this one come to them */
    private String parameters(GeneratedLayer layer, Set<String> declared) {
        List<String> lines = new ArrayList<>();
        long macs = layer.step().layer().macs();
        lines.add("Layer %d, %s%s"
                .formatted(layer.index(), layer.operator(), macs > 0 ? ": " + CText.grouped(macs) + " MACs" : ""));
        for (int input : layer.step().inputs()) {
            lines.add("in       " + describe(input));
        }
        lines.add("out      " + describe(layer.step().output()) + moved(layer));
        lines.addAll(layer.code().notes());
        StringBuilder text = new StringBuilder(CText.comment(lines));
        for (LayerCode.Call call : layer.code().calls()) {
            if (declared.add(call.parametersName())) {
                text.append("static MOTE_CONST %s %s = {\n"
                                .formatted(call.kernel().parametersType(), call.parametersName()))
                        .append(CText.indent("    ", call.initializer()))
                        .append("};\n");
            }
        }
        return text.append('\n').toString();
    }

    private String describe(int index) {
        Tensor tensor = graph.tensor(index);
        String quantization =
                switch (tensor.quantization()) {
                    case Quantization.PerTensor(float scale, int zeroPoint) ->
                        ", scale %s, zero point %d".formatted(CText.rounded(scale), zeroPoint);
                    case Quantization.PerChannel _, Quantization.None _, Quantization.Trained _ -> "";
                };
        return "%s %s%s, %s, %s"
                .formatted(
                        tensor.type(),
                        tensor.shape(),
                        quantization,
                        operands.place(index),
                        CText.quoted(tensor.name()));
    }

    private String moved(GeneratedLayer layer) {
        MemoryPlan.Move move = plan.moves().get(layer.index());
        return move == null ? "" : ", made at %d".formatted(move.from());
    }

    private String run() {
        String pointers = IntStream.range(0, inputs.count())
                        .mapToObj(i -> " || " + inputs.variable(i) + " == NULL")
                        .collect(Collectors.joining())
                + IntStream.range(0, outputs.count())
                        .mapToObj(i -> " || " + outputs.variable(i) + " == NULL")
                        .collect(Collectors.joining());
        StringBuilder text = new StringBuilder();
        text.append("""
                int32_t %s_run(void *arena, %s, %s) {
                    if (arena == NULL%s) {
                        return MOTE_ENULL;
                    }
                    if ((uintptr_t)arena %% MOTE_ARENA_ALIGNMENT != 0) {
                        return MOTE_EALIGN;
                    }
                """.formatted(name, inputs.parameters("const "), outputs.parameters(""), pointers));
        List<String> variables = operands.declarations();
        if (!variables.isEmpty() || !plan.scratch().isEmpty()) {
            text.append("    int8_t *const memory = arena;\n");
            variables.forEach(line -> text.append("    ").append(line).append('\n'));
        }
        text.append('\n');
        for (GeneratedLayer layer : layers) {
            text.append(
                    "    MOTE_LAYER(%d); /* %s%s */\n".formatted(layer.index(), layer.operator(), nothingToDo(layer)));
            calls(layer).forEach(line -> text.append("    ").append(line).append('\n'));
        }
        text.append("    MOTE_LAYER(%d);\n".formatted(layers.size()));
        for (int i = 0; i < outputs.count(); i++) {
            int tensor = graph.outputs().get(i);
            if (!new Location.CallerOutput(i, 0).equals(plan.location(tensor))) {
                text.append("    memcpy(%s, %s, %d);\n"
                        .formatted(outputs.variable(i), operands.expression(tensor), outputs.bytes(i)));
            }
        }
        return text.append("    return MOTE_OK;\n}\n").toString();
    }

    private String reset() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < plan.blocks().size(); i++) {
            MemoryBlock block = plan.blocks().get(i);
            Tensor tensor = graph.tensor(block.tensors().getFirst());
            if (tensor.isState()) {
                lines.append("        memset((int8_t *)arena + %d, %d, %d); /* %s */\n"
                        .formatted(
                                plan.offsets().get(i),
                                tensor.resetValue(),
                                block.bytes(),
                                operands.expression(block.tensors().getFirst())));
            }
        }
        return """

                void %s_reset(void *arena) {
                    if (arena != NULL) {
                %s    }
                }
                """.formatted(name, lines);
    }

    /** Why the layer has no code; empty if it has some. */
    private String nothingToDo(GeneratedLayer layer) {
        int input = layer.step().inputs().getFirst();
        if (!layer.code().calls().isEmpty()) {
            return "";
        }
        if (!plan.needless(layer.index()).isEmpty()) {
            return ": its bytes are in place";
        }
        boolean isView = !graph.tensor(input).isConstant()
                && plan.location(input).equals(plan.location(layer.step().output()));
        return isView ? ": the same bytes in another shape" : "";
    }

    private List<String> calls(GeneratedLayer layer) {
        int output = layer.step().output();
        List<String> lines = new ArrayList<>();
        for (LayerCode.Call call : layer.code().calls()) {
            List<String> arguments = new ArrayList<>();
            arguments.add("&" + call.parametersName());
            List<String> inputs = call.operands().stream()
                    .map(position -> operands.expression(layer.step().inputs().get(position)))
                    .toList();
            if (call.kernel().takesList()) {
                String type = CType.of(graph.tensor(output).type()).text();
                arguments.add("(const " + type + " *const[]){" + String.join(", ", inputs) + "}");
            } else {
                arguments.addAll(inputs);
            }
            String target = operands.target(output);
            arguments.add(call.outputOffset() == 0 ? target : target + " + " + call.outputOffset());
            if (call.scratchBytes() > 0) {
                arguments.add("memory + " + plan.scratch().get(layer.index()));
            } else if (call.kernel().mayNeedNoScratch()) {
                arguments.add("0");
            }
            lines.add(call.kernel().function() + "(" + String.join(", ", arguments) + ");");
        }
        if (lines.isEmpty() && nothingToDo(layer).isEmpty()) {
            int input = layer.step().inputs().getFirst();
            lines.add("memcpy(%s, %s, %d);"
                    .formatted(
                            operands.target(output),
                            operands.expression(input),
                            graph.tensor(output).byteSize()));
        }
        MemoryPlan.Move move = plan.moves().get(layer.index());
        if (move != null && move.from() != move.to()) {
            lines.add("move(memory + %d, memory + %d, %d); /* makes room */"
                    .formatted(move.to(), move.from(), move.bytes()));
        }
        return lines;
    }

    private String labels(List<String> labels) {
        String items = labels.stream()
                .map(label -> "        " + CText.literal(label) + ",\n")
                .collect(Collectors.joining());
        return """

                const char *%1$s_label(int32_t index) {
                    static const char *const labels[%2$s_LABELS] = {
                %3$s    };
                    return index >= 0 && index < %2$s_LABELS ? labels[index] : NULL;
                }
                """.formatted(name, macro, items);
    }
}
