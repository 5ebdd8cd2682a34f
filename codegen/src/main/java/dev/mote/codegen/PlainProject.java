package dev.mote.codegen;

import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Places;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Layer;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code --project plain}: everything that the C files of a model say, and the kernels that it calls. */
final class PlainProject {
    private final Graph graph;
    private final Program program;
    private final Target target;
    private final Stamp stamp;
    private final MemoryPlan plan;
    private final Optional<FrontEndPart> frontEnd;
    private final Optional<StreamFiles> stream;
    private final List<GeneratedLayer> layers = new ArrayList<>();
    private final List<ConstantArray> constants = new ArrayList<>();
    private final Operands operands;
    private final Map<LayerKind, LayerCode> codes = new HashMap<>();

    /** Layers that are equal, as the rounds of a loop make them, share parameters and constants. */
    private record LayerKind(Layer layer, CType element) {}

    PlainProject(Program program, ModelSource source, Target target, Stamp stamp) {
        this.graph = program.graph();
        this.program = program;
        this.target = target;
        this.stamp = stamp;
        NameAllocator names = new NameAllocator();
        for (int index = 0; index < program.steps().size(); index++) {
            addLayer(index, source.fileName(), names);
        }
        MemoryPlan ofModel = MemoryPlanner.plan(
                program, layers.stream().map(GeneratedLayer::code).toList(), target.goal());
        this.frontEnd = FrontEndPart.of(target.name(), graph, ofModel);
        this.plan = frontEnd.map(some -> ofModel.atLeast(some.arenaBytes())).orElse(ofModel);
        this.stream = frontEnd.flatMap(some -> StreamFiles.of(target.name(), graph, plan));
        layers.replaceAll(layer -> layer.without(plan.needless(layer.index())));
        this.operands = new Operands(graph, plan, pointerNames(program));
        for (GeneratedLayer layer : layers) {
            List<Integer> inputs = layer.step().inputs();
            for (int position = 0; position < inputs.size(); position++) {
                addOperand(inputs.get(position), names, layer.prefix() + "_operand_" + position);
            }
        }
        for (int output : graph.outputs()) {
            addOperand(output, names, target.name() + "_constant_output");
        }
        constants.addAll(operands.constants());
    }

    /** Of what each step makes, and of the states that it keeps. */
    private static Map<Integer, String> pointerNames(Program program) {
        Map<Integer, String> names = new TreeMap<>();
        for (int index = 0; index < program.steps().size(); index++) {
            Step step = program.steps().get(index);
            String layer = Emitters.word(step.layer()) + "_" + index;
            names.put(step.output(), layer + "_out");
            for (int position = 0; position < step.inputs().size(); position++) {
                int input = step.inputs().get(position);
                if (program.graph().tensor(input).isState()) {
                    names.putIfAbsent(input, layer + "_" + StateEmitters.stateName(step.layer(), position));
                }
            }
        }
        return names;
    }

    private void addLayer(int index, String file, NameAllocator names) {
        Step step = program.steps().get(index);
        Node node = graph.nodes().get(step.node());
        String prefix = target.name() + "_" + Emitters.word(step.layer()) + "_" + index;
        LayerScope scope = new LayerScope(
                names,
                target,
                WholeModel.of(program),
                prefix,
                file + ": " + Places.operator(step.node(), node, graph.tensors()),
                CType.of(graph.tensor(step.output()).type()));
        LayerCode code = codes.computeIfAbsent(
                new LayerKind(step.layer(), scope.element()), kind -> Emitters.emit(kind.layer(), scope));
        code.constants().stream()
                .filter(constant ->
                        constants.stream().noneMatch(known -> known.name().equals(constant.name())))
                .forEach(constants::add);
        layers.add(new GeneratedLayer(index, step, prefix, OperatorNames.of(node.operator()), code));
    }

    private void addOperand(int tensor, NameAllocator names, String name) {
        if (graph.tensor(tensor).isConstant() && !operands.hasConstant(tensor)) {
            operands.addConstant(tensor, names.allocate(name));
        }
    }

    CProject project(SelfTest test) {
        String name = target.name();
        Ends inputs = Ends.inputs(graph);
        Ends outputs = Ends.outputs(graph);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(
                name + ".h",
                new HeaderFile(name, inputs, outputs, graph.card(), ElementPreparation.of(graph), plan)
                        .text(stamp.full("what to call", graph, layers, plan, figures())));
        files.put(
                name + ".c",
                new FlowFile(name, graph, layers, plan, operands, contracts())
                        .text(stamp.brief("flow and parameters"), constants));
        files.put(name + "_weights.c", DataFiles.weights(stamp, constants));
        files.put(name + "_vectors.h", DataFiles.vectors(stamp, name, graph, test));
        frontEnd.ifPresent(some -> files.putAll(some.files(stamp)));
        stream.ifPresent(some -> files.putAll(some.files(stamp)));
        files.replaceAll((file, text) -> LongLines.broken(text));
        for (Kernel kernel : allKernels()) {
            kernel.files().forEach(file -> files.put(file, FirmwareFiles.read("runtime/" + file)));
        }
        return new CProject(
                name,
                target.kind(),
                files,
                figures(),
                inputs.ends(i -> true),
                outputs.ends(plan.outputOffsets()::containsKey),
                plan.stateBytes());
    }

    /** Headers that declare the kernels. */
    private List<String> contracts() {
        return Stream.concat(Stream.of(Kernel.RUNTIME), kernels().stream().map(Kernel::contract))
                .distinct()
                .sorted()
                .toList();
    }

    MemoryPlan plan() {
        return plan;
    }

    Figures figures() {
        return figures(target.core());
    }

    /** The same on another core. */
    Figures figures(Core core) {
        List<LayerCode.Call> calls =
                layers.stream().flatMap(layer -> layer.code().calls().stream()).toList();
        int moreCalls = frontEnd.map(FrontEndPart::callCount).orElse(0)
                + stream.map(StreamFiles::callCount).orElse(0);
        ProjectCosts costs = ProjectCosts.of(core, allKernels(), calls.size() + moreCalls);
        long weights = constants.stream().mapToLong(ConstantArray::bytes).sum()
                + frontEnd.map(FrontEndPart::constantBytes).orElse(0L);
        long parameters = calls.stream()
                        .collect(Collectors.toMap(
                                LayerCode.Call::parametersName, LayerCode.Call::parameterBytes, (one, other) -> one))
                        .values()
                        .stream()
                        .mapToLong(Integer::longValue)
                        .sum()
                + frontEnd.map(FrontEndPart::parameterBytes).orElse(0L)
                + stream.map(StreamFiles::parameterBytes).orElse(0L);
        return new Figures(
                core,
                weights + parameters + costs.codeBytes(),
                weights,
                parameters,
                costs.codeBytes(),
                costs.libraryBytes(),
                plan.arenaBytes(),
                plan.lowerBound(),
                plan.liveBytes(),
                plan.movedBytes(),
                outputBytes(),
                stream.map(StreamFiles::contextBytes).orElse(0),
                costs.stackBytes(),
                program.macs(),
                KernelSpeeds.instructions(core, work()));
    }

    /** Of the outputs that have no place in the arena. */
    private int outputBytes() {
        Ends outputs = Ends.outputs(graph);
        return IntStream.range(0, outputs.count())
                .filter(i -> !plan.outputOffsets().containsKey(i))
                .map(outputs::bytes)
                .sum();
    }

    /** Of each layer. */
    List<LayerWork> work() {
        return layers.stream()
                .map(layer -> work(layer.step(), layer.code().calls()))
                .toList();
    }

    private LayerWork work(Step step, List<LayerCode.Call> calls) {
        long macs = step.layer().macs();
        long largestInput = step.inputs().stream()
                .mapToLong(input -> graph.tensor(input).shape().elements())
                .max()
                .orElse(0);
        return new LayerWork(
                calls.stream().map(call -> call.kernel().function()).toList(),
                macs > 0,
                macs > 0 ? macs : largestInput,
                graph.tensor(step.output()).shape().elements(),
                gathered(step.layer()));
    }

    private static long gathered(Layer layer) {
        return switch (layer) {
            case Int8Layer.Conv2d conv ->
                conv.macs() * conv.groups() / conv.geometry().outputC();
            case Int8Layer.DepthwiseConv2d conv
            when conv.geometry().inputC() == 1 -> conv.macs() / conv.geometry().outputC();
            default -> 0;
        };
    }

    private Set<Kernel> allKernels() {
        Set<Kernel> kernels = kernels();
        frontEnd.ifPresent(some -> kernels.addAll(some.kernels()));
        stream.ifPresent(some -> kernels.addAll(some.kernels()));
        return kernels;
    }

    /** Those of the layers and of their self test. */
    private Set<Kernel> kernels() {
        Set<Kernel> kernels = EnumSet.noneOf(Kernel.class);
        graph.inputs()
                .forEach(input ->
                        kernels.add(Kernel.draw(CType.of(graph.tensor(input).type()))));
        if (Ends.outputs(graph).has(CType.FLOAT32)) {
            kernels.add(Kernel.FIRST_FAR);
        }
        layers.forEach(layer -> layer.code().calls().forEach(call -> kernels.add(call.kernel())));
        return kernels;
    }
}
