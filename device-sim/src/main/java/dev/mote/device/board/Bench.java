package dev.mote.device.board;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Builds a model for a board, runs it there, and compares it with the simulator. */
public final class Bench {
    private static final String NAME = "model";
    /** Ticks after which a counter is back at 0. */
    private static final long COUNTER = 1L << 32;

    private final Graph graph;
    private final ModelSource source;
    private final Program program;
    private final List<byte[]> samples;
    private final List<byte[]> expected;

    private Bench(Graph graph, ModelSource source, Interpreter interpreter, List<byte[]> samples) {
        this.graph = graph;
        this.source = source;
        this.program = interpreter.program();
        this.samples = List.copyOf(samples);
        this.expected = simulated(interpreter, samples);
    }

    /** Over the inputs of the model's self test. */
    public static Bench of(Graph graph, ModelSource source) {
        return of(graph, source, Codegen.testInputs(graph));
    }

    /** @param samples at least one, each with all inputs in graph order, raw little-endian */
    public static Bench of(Graph graph, ModelSource source, List<byte[]> samples) {
        return new Bench(graph, source, Interpreter.of(graph), samples);
    }

    private static List<byte[]> simulated(Interpreter interpreter, List<byte[]> samples) {
        Invocation invocation = interpreter.invocation(samples.size());
        return samples.stream()
                .map(sample -> {
                    invocation.reset();
                    return invocation.run(sample);
                })
                .toList();
    }

    /**
     * The first sample runs twice before it counts: the second run is the measured one.
     *
     * @throws DoesNotFitException if the model is too large for the board
     * @throws dev.mote.model.CheckFailedException if the board faults, or does not end in time
     * @throws dev.mote.model.MissingToolException if the compiler or the emulator is not installed
     */
    public BenchResult run(Board board, Goal goal) {
        return run(board, goal, step -> {});
    }

    /**
     * As {@link #run(Board, Goal)}. Interrupting the thread ends it with a {@link dev.mote.model.BadInputException}.
     *
     * @param progress is told what comes next
     */
    public BenchResult run(Board board, Goal goal, Consumer<String> progress) {
        progress.accept("generating and compiling the firmware");
        CProject project = Codegen.generate(graph, source, new Target(NAME, ProjectKind.PLAIN, board.core(), goal));
        try (BoardFirmware firmware = BoardFirmware.build(source.fileName(), project, board, goal)) {
            List<byte[]> warmed = new ArrayList<>(List.of(samples.getFirst()));
            warmed.addAll(samples);
            progress.accept("running " + warmed.size() + " samples on " + board.option());
            BoardText text = firmware.run(warmed);
            List<byte[]> twice = List.of(samples.getFirst(), samples.getFirst());
            progress.accept("counting layer by layer");
            List<Long> layers =
                    firmware.runLayers(twice, program.steps().size()).layers();
            List<byte[]> outputs = text.outputs().subList(1, warmed.size());
            long outputBytes = project.figures().outputBytes();
            long weights = project.figures().weightsBytes();
            long arena = project.figures().arenaBytes();
            return new BenchResult(
                    board,
                    goal,
                    samples.size(),
                    new OutputComparison(graph).differing(expected, outputs),
                    board.clock().instructions(unwrapped(text.runs().get(1), layers)),
                    program.macs(),
                    firmware.flashBytes() - weights,
                    weights,
                    arena,
                    outputBytes,
                    firmware.ramBytes() - arena - outputBytes,
                    text.stackBytes(),
                    costs(board, layers),
                    firmware.kernels(),
                    outputs,
                    frontEnd(firmware, project, board));
        }
    }

    private static OptionalLong frontEnd(BoardFirmware firmware, CProject project, Board board) {
        return BoardModel.hasFrontEnd(project)
                ? OptionalLong.of(
                        board.clock().instructions(firmware.runFrontEnd().runs().get(1)))
                : OptionalLong.empty();
    }

    /**
     * Counters have 32 bits, and a run of some billion instructions takes more; its layers are shorter.
     *
     * @param ticks of a run, modulo 2^32
     * @param layers ticks of its layers
     */
    static long unwrapped(long ticks, List<Long> layers) {
        long sum = layers.stream().mapToLong(Long::longValue).sum();
        return ticks + (Math.max(0, Math.round((double) (sum - ticks) / COUNTER)) * COUNTER);
    }

    private List<LayerCost> costs(Board board, List<Long> ticks) {
        List<LayerCost> costs = new ArrayList<>();
        for (int index = 0; index < ticks.size(); index++) {
            Step step = program.steps().get(index);
            Node node = program.graph().nodes().get(step.node());
            long macs = step.layer().macs();
            long instructions = Math.max(0, board.clock().instructions(ticks.get(index)));
            costs.add(new LayerCost(
                    index,
                    OperatorNames.of(node.operator()),
                    program.graph().tensor(step.output()).name(),
                    macs,
                    instructions,
                    BenchResult.ratio(instructions, macs)));
        }
        return costs;
    }
}
