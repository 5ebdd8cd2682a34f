package dev.mote.app.pipeline;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.codegen.Goal;
import dev.mote.codegen.MemoryPlan;
import dev.mote.codegen.MemoryPlanner;
import dev.mote.codegen.ModelSource;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Tensor;
import dev.mote.model.interpreter.FoldConstants;
import dev.mote.model.lowered.Lowering;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import dev.mote.model.tflite.TfliteReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What {@code mote inspect} shows; the components are the JSON keys. Figures of a model that cannot run are 0, but for its weights.
 *
 * @param unsupported findings that keep the model from running here
 * @param arenaBytes all working memory of the planned C project
 * @param liveBytes largest sum of tensors in use together
 * @param memoryPlan where each tensor is in the arena
 * @param instructions of one run, an estimate for a Cortex-M4
 * @param devices whether the model fits those that were asked for
 */
public record Inspection(
        List<End> inputs,
        List<End> outputs,
        List<OperatorRow> operators,
        List<Finding> unsupported,
        List<Finding> warnings,
        long macs,
        long weightsBytes,
        long arenaBytes,
        long arenaLowerBound,
        long liveBytes,
        OptionalLong instructions,
        List<PlannedTensor> memoryPlan,
        List<String> labels,
        Map<String, String> facts,
        List<DeviceFit> devices) {

    /** An input or output of the model. */
    public record End(String name, String type, List<Integer> shape, String quantization) {
        static End of(Tensor tensor) {
            return new End(
                    tensor.name(),
                    tensor.type().toString(),
                    IntStream.of(tensor.shape().dimensions()).boxed().toList(),
                    TensorText.quantization(tensor));
        }

        @Override
        public String toString() {
            String dimensions =
                    String.join("x", shape.stream().map(String::valueOf).toList());
            return name + " " + type + " " + dimensions + (quantization.isEmpty() ? "" : ", " + quantization);
        }
    }

    /** @param name of the output tensor */
    public record OperatorRow(int index, String operator, String name, String shape, long macs) {}

    /** @param offset in the arena, in bytes */
    public record PlannedTensor(String name, int offset, int bytes, int firstStep, int lastStep) {}

    /**
     * Everything that can be said about a file that is not damaged.
     *
     * @param demand devices that the model is wanted on
     */
    public static Inspection of(TfliteReading reading, DeviceDemand demand) {
        Graph graph = reading.graph();
        List<Finding> errors = of(reading, Finding.Severity.ERROR);
        List<Finding> warnings = of(reading, Finding.Severity.WARNING);
        if (!errors.isEmpty()) {
            return new Inspection(
                    ends(graph, graph.inputs()),
                    ends(graph, graph.outputs()),
                    rows(graph, List.of()),
                    errors,
                    warnings,
                    0,
                    constantBytes(graph),
                    0,
                    0,
                    0,
                    OptionalLong.empty(),
                    List.of(),
                    graph.card().labels(),
                    graph.card().facts(),
                    List.of());
        }
        FoldConstants.Folded folded = reading.folded();
        Program program = Lowering.lower(folded.graph());
        ModelSource source =
                new ModelSource(Path.of(reading.source()).getFileName().toString(), new byte[0]);
        Map<Core, Figures> figures = figures(folded.graph(), source);
        MemoryPlan plan = figures.isEmpty()
                ? MemoryPlanner.plan(program)
                : Codegen.plan(folded.graph(), Core.PORTABLE, Goal.BALANCED);
        return new Inspection(
                ends(graph, graph.inputs()),
                ends(graph, graph.outputs()),
                rows(graph, macs(program, folded.nodes(), graph.nodes().size())),
                errors,
                warnings,
                program.macs(),
                figures.isEmpty()
                        ? constantBytes(folded.graph())
                        : figures.get(Core.PORTABLE).weightsBytes(),
                plan.arenaBytes(),
                plan.lowerBound(),
                plan.liveBytes(),
                figures.isEmpty()
                        ? OptionalLong.empty()
                        : figures.get(Core.PORTABLE).instructions(),
                planned(program, plan),
                graph.card().labels(),
                graph.card().facts(),
                figures.isEmpty() ? List.of() : demand.fits(folded.graph(), source, figures));
    }

    /** Of each operator of the file; what is known before the run costs nothing. */
    private static List<Long> macs(Program program, List<Integer> numbers, int operators) {
        List<Long> macs = new ArrayList<>(Collections.nCopies(operators, 0L));
        for (Step step : program.steps()) {
            int number = numbers.get(step.node());
            macs.set(number, macs.get(number) + step.layer().macs());
        }
        return macs;
    }

    private static List<Finding> of(TfliteReading reading, Finding.Severity severity) {
        return reading.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    private static List<End> ends(Graph graph, List<Integer> tensors) {
        return tensors.stream()
                .filter(index -> index >= 0 && index < graph.tensors().size())
                .map(index -> End.of(graph.tensor(index)))
                .toList();
    }

    private static List<OperatorRow> rows(Graph graph, List<Long> macs) {
        return IntStream.range(0, graph.nodes().size())
                .mapToObj(i -> row(graph, i, macs.isEmpty() ? 0 : macs.get(i)))
                .toList();
    }

    private static OperatorRow row(Graph graph, int index, long macs) {
        Node node = graph.nodes().get(index);
        OptionalInt output = node.outputs().stream()
                .mapToInt(Integer::intValue)
                .filter(tensor -> tensor >= 0 && tensor < graph.tensors().size())
                .findFirst();
        String operator = OperatorNames.of(node.operator());
        if (output.isEmpty()) {
            return new OperatorRow(index, operator, "", "", macs);
        }
        Tensor tensor = graph.tensor(output.getAsInt());
        return new OperatorRow(index, operator, tensor.name(), tensor.shape().toString(), macs);
    }

    /** Of the C project on each core; none if a layer is larger than its C kernel takes. */
    private static Map<Core, Figures> figures(Graph graph, ModelSource source) {
        try {
            return Codegen.figures(graph, source);
        } catch (BadInputException e) {
            return Map.of();
        }
    }

    private static long constantBytes(Graph graph) {
        return graph.tensors().stream()
                .flatMap(tensor -> tensor.data().stream())
                .mapToLong(data -> data.size())
                .sum();
    }

    private static List<PlannedTensor> planned(Program program, MemoryPlan plan) {
        int lastStep = program.steps().size() - 1;
        return IntStream.range(0, plan.blocks().size())
                .mapToObj(i -> new PlannedTensor(
                        program.graph()
                                .tensor(plan.blocks().get(i).tensors().getFirst())
                                .name(),
                        plan.offsets().get(i),
                        plan.blocks().get(i).bytes(),
                        plan.blocks().get(i).first(),
                        Math.min(plan.blocks().get(i).last(), lastStep)))
                .toList();
    }
}
