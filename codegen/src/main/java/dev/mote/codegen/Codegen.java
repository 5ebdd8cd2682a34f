package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.lowered.Program;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Int8 model to C project. */
public final class Codegen {
    /** The generator's own, as generated files name it. */
    public static final String VERSION = "0.1.0";

    /** {@code MOTE_RUNTIME_API} of the kernels in {@code firmware-templates/runtime}. */
    public static final int RUNTIME_API = 2;

    private Codegen() {}

    /**
     * @param source the file that {@code model} was read from
     * @throws dev.mote.model.BadInputException if a layer is larger than its C kernel takes
     */
    public static CProject generate(Int8Model model, ModelSource source, Target target) {
        return generate(model.graph(), source, target);
    }

    /**
     * As {@link #generate(Int8Model, ModelSource, Target)}, of any element types.
     *
     * @throws dev.mote.model.graph.InvalidModelException with every finding if the graph breaks a rule
     */
    public static CProject generate(Graph graph, ModelSource source, Target target) {
        Interpreter interpreter = Interpreter.of(graph);
        Program program = interpreter.program();
        Stamp stamp = new Stamp(target, source);
        PlainProject plain = new PlainProject(program, source, target, stamp);
        return switch (target.kind()) {
            case PLAIN -> plain.project(selfTest(graph, interpreter));
            case ARRAY -> array(graph, source, target, stamp, plain);
            case CMAKE, ARDUINO, PLATFORMIO, ESP_IDF, ZEPHYR, CMSIS_PACK, STM32CUBE ->
                new BuildProject(graph, plain.project(selfTest(graph, interpreter)), stamp).project();
        };
    }

    private static SelfTest selfTest(Graph graph, Interpreter interpreter) {
        Invocation invocation = interpreter.invocation();
        return SelfTest.choose(Ends.inputs(graph), invocation);
    }

    private static CProject array(Graph graph, ModelSource source, Target target, Stamp stamp, PlainProject plain) {
        return new CProject(
                target.name(),
                target.kind(),
                ArrayProject.files(stamp, target.name(), source, stamp.origin(graph)),
                plain.figures(),
                Ends.inputs(graph).ends(i -> false),
                Ends.outputs(graph).ends(i -> false),
                0);
    }

    /**
     * What the plain project would cost on each core, between size and speed; nothing is drawn or written.
     *
     * @throws dev.mote.model.BadInputException if a layer is larger than its C kernel takes
     */
    public static Map<Core, Figures> figures(Graph graph, ModelSource source) {
        Program program = Interpreter.of(graph).program();
        Map<Simd, PlainProject> projects = new EnumMap<>(Simd.class);
        Map<Core, Figures> figures = new EnumMap<>(Core.class);
        for (Core core : Core.values()) {
            PlainProject plain =
                    projects.computeIfAbsent(core.simd(), simd -> plain(program, source, core, Goal.BALANCED));
            figures.put(core, plain.figures(core));
        }
        return figures;
    }

    /**
     * The memory plan of the plain project for {@code core}.
     *
     * @throws dev.mote.model.BadInputException if a layer is larger than its C kernel takes
     */
    public static MemoryPlan plan(Graph graph, Core core, Goal goal) {
        Target target = new Target("model", ProjectKind.PLAIN, core, goal);
        ModelSource source = new ModelSource("model.tflite", new byte[0]);
        return new PlainProject(Interpreter.of(graph).program(), source, target, new Stamp(target, source)).plan();
    }

    /** The same for one core and goal. */
    public static Figures figures(Graph graph, ModelSource source, Core core, Goal goal) {
        return plain(Interpreter.of(graph).program(), source, core, goal).figures();
    }

    /** What the time of each layer depends on with the kernels of {@code core}, in the order in which they run. */
    public static List<LayerWork> work(Graph graph, ModelSource source, Core core, Goal goal) {
        return plain(Interpreter.of(graph).program(), source, core, goal).work();
    }

    /**
     * Estimated instructions of each step of the program, in the order in which they run; they sum up to {@link Figures#instructions}.
     * Empty where a kernel was not measured on the core.
     */
    public static List<OptionalLong> instructions(Graph graph, ModelSource source, Core core, Goal goal) {
        return work(graph, source, core, goal).stream()
                .map(layer -> KernelSpeeds.instructions(core, List.of(layer)))
                .toList();
    }

    private static PlainProject plain(Program program, ModelSource source, Core core, Goal goal) {
        Target target = new Target("model", ProjectKind.PLAIN, core, goal);
        return new PlainProject(program, source, target, new Stamp(target, source));
    }

    /** The inputs that the self test of the project draws: samples, each with all inputs in graph order, raw little-endian. */
    public static List<byte[]> testInputs(Graph graph) {
        Ends inputs = Ends.inputs(graph);
        return SelfTest.choose(inputs, Interpreter.of(graph).invocation()).drawn(inputs);
    }
}
