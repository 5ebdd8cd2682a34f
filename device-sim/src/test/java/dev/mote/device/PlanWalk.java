package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.Join;
import dev.mote.codegen.Location;
import dev.mote.codegen.MemoryPlan;
import dev.mote.model.graph.Graph;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.IntegerLayer;
import dev.mote.model.lowered.Layer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import dev.mote.model.lowered.WindowGeometry;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs a memory plan without arithmetic: every byte of the arena says which byte of which tensor it holds, and each element is looked
 * for where the plan has it when a portable kernel reads it. Windows, conversions and padding are walked by definition, an output element after the other; the output of any
 * other layer is where an operand is, or apart from all of them.
 */
final class PlanWalk {
    private static final long NOTHING = -1;

    /** By definition of a layer: pixels, of which each output element reads a window. */
    private record Windows(WindowGeometry geometry, boolean isChannelwise) {}

    private final Graph graph;
    private final Program program;
    private final MemoryPlan plan;
    private final long[] memory;
    /** Where outputs without a place in the arena are. */
    private final int outside;

    private PlanWalk(Program program, MemoryPlan plan) {
        this.graph = program.graph();
        this.program = program;
        this.plan = plan;
        this.outside = plan.arenaBytes();
        long outputs = graph.outputs().stream()
                .mapToLong(output -> graph.tensor(output).byteSize())
                .sum();
        this.memory = new long[Math.toIntExact(plan.arenaBytes() + outputs)];
    }

    /** @throws AssertionError if a byte is not where it is looked for */
    static void check(Program program, MemoryPlan plan) {
        new PlanWalk(program, plan).run();
    }

    private void run() {
        Arrays.fill(memory, NOTHING);
        graph.inputs().forEach(this::writeWhole);
        for (int index = 0; index < program.steps().size(); index++) {
            Step step = program.steps().get(index);
            if (step.layer() instanceof MovementLayer.Copy || isJoined(index)) {
                copy(step, index);
            } else {
                run(step, index);
            }
        }
        graph.outputs().stream().filter(this::isInMemory).forEach(output -> readWhole(output, "at the end"));
    }

    private boolean isJoined(int step) {
        return plan.joins().stream().anyMatch(join -> join.step() == step);
    }

    private boolean isInMemory(int tensor) {
        return !graph.tensor(tensor).isConstant() && !graph.tensor(tensor).isState();
    }

    /** Its bytes get new names; where they have to move, that is done apart from the operands. */
    private void copy(Step step, int index) {
        int output = start(step.output());
        int bytes = bytes(step.output());
        for (int operand : step.inputs()) {
            if (isInMemory(operand)) {
                readWhole(operand, "step " + index);
                Optional<Join> join = plan.joins().stream()
                        .filter(found -> found.step() == index && (found.part() == operand || found.whole() == operand))
                        .findFirst();
                int from = start(operand);
                if (join.isPresent()) {
                    int part = start(join.get().part());
                    assertEquals(start(join.get().whole()) + join.get().offset(), part, "place of the part");
                } else {
                    boolean isApart = from + bytes(operand) <= output || output + bytes <= from;
                    assertTrue(from == output || isApart, "copy of step " + index);
                }
            }
        }
        writeWhole(step.output());
    }

    private void run(Step step, int index) {
        spoilScratch(index);
        Optional<Windows> windows = windows(step.layer());
        int output = target(step, index);
        if (windows.isPresent() && isInMemory(step.inputs().getFirst())) {
            walk(windows.get(), step, index, output);
        } else if (sources(step).isPresent() && isInMemory(step.inputs().getFirst())) {
            walk(sources(step).get(), step, index, output);
        } else {
            for (int operand : step.inputs()) {
                if (isInMemory(operand)) {
                    readWhole(operand, "step " + index);
                    int from = start(operand);
                    boolean isApart = from + bytes(operand) <= output || output + bytes(step.output()) <= from;
                    assertTrue(from == output || isApart, "output of step " + index + " over its operand");
                }
            }
            write(step.output(), output, 0, bytes(step.output()));
        }
        spoilScratch(index);
        MemoryPlan.Move move = plan.moves().get(index);
        if (move != null) {
            System.arraycopy(memory, move.from(), memory, move.to(), move.bytes());
        }
    }

    /** Where the step makes its output. */
    private int target(Step step, int index) {
        MemoryPlan.Move move = plan.moves().get(index);
        return move == null ? start(step.output()) : move.from();
    }

    private void spoilScratch(int step) {
        Integer at = plan.scratch().get(step);
        if (at != null) {
            memory[at] = NOTHING;
        }
    }

    private void walk(Windows windows, Step step, int index, int output) {
        WindowGeometry g = windows.geometry();
        int element = graph.tensor(step.output()).type().bytes();
        for (int pixel = 0; pixel < g.outputPixels(); pixel++) {
            for (int channel = 0; channel < g.outputC(); channel++) {
                int first = windows.isChannelwise() ? channel / (g.outputC() / g.inputC()) : 0;
                int end = windows.isChannelwise() ? first + 1 : g.inputC();
                readWindow(g, pixel, first, end, step.inputs().getFirst(), "step " + index);
                write(step.output(), output, (pixel * g.outputC() + channel) * element, element);
            }
        }
    }

    /** By definition of a layer of one operand: the input element of which each output element is made; -1 where there is none. */
    private Optional<int[]> sources(Step step) {
        int elements = graph.tensor(step.output()).shape().elements();
        return Optional.ofNullable(
                switch (step.layer()) {
                    case IntegerLayer.Rescale rescale ->
                        IntStream.range(0, elements).toArray();
                    case FloatLayer.Quantize quantize ->
                        IntStream.range(0, elements).toArray();
                    case FloatLayer.Dequantize dequantize ->
                        IntStream.range(0, elements).toArray();
                    case MovementLayer.Pad pad ->
                        IntStream.range(0, elements)
                                .map(element -> source(pad, element))
                                .toArray();
                    default -> null;
                });
    }

    private static int source(MovementLayer.Pad pad, int element) {
        int rest = element;
        int source = 0;
        int step = 1;
        boolean isInside = true;
        for (int d = pad.input().size() - 1; d >= 0; d--) {
            int size = pad.input().get(d);
            int padded = pad.before().get(d) + size + pad.after().get(d);
            int index = rest % padded - pad.before().get(d);
            isInside &= index >= 0 && index < size;
            source += index * step;
            step *= size;
            rest /= padded;
        }
        return isInside ? source : -1;
    }

    private void walk(int[] sources, Step step, int index, int output) {
        int input = step.inputs().getFirst();
        int from = graph.tensor(input).type().bytes();
        int to = graph.tensor(step.output()).type().bytes();
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] >= 0) {
                read(input, sources[i] * from, from, "step " + index);
            }
            write(step.output(), output, i * to, to);
        }
    }

    private void readWindow(WindowGeometry g, int pixel, int first, int end, int input, String when) {
        int element = graph.tensor(input).type().bytes();
        int image = pixel / (g.outputH() * g.outputW());
        int top = pixel / g.outputW() % g.outputH() * g.strideH() - g.padTop();
        int left = pixel % g.outputW() * g.strideW() - g.padLeft();
        for (int tap = 0; tap < g.kernelH() * g.kernelW(); tap++) {
            int row = top + tap / g.kernelW() * g.dilationH();
            int column = left + tap % g.kernelW() * g.dilationW();
            if (row >= 0 && row < g.inputH() && column >= 0 && column < g.inputW()) {
                int from = ((image * g.inputH() + row) * g.inputW() + column) * g.inputC();
                read(input, (from + first) * element, (end - first) * element, when);
            }
        }
    }

    private static Optional<Windows> windows(Layer layer) {
        return Optional.ofNullable(
                switch (layer) {
                    case Int8Layer.Conv2d conv -> new Windows(conv.geometry(), false);
                    case Int16Layer.Conv2d conv -> new Windows(conv.geometry(), false);
                    case FloatLayer.Conv2d conv -> new Windows(conv.geometry(), false);
                    case Int8Layer.DepthwiseConv2d conv -> new Windows(conv.geometry(), true);
                    case Int16Layer.DepthwiseConv2d conv -> new Windows(conv.geometry(), true);
                    case FloatLayer.DepthwiseConv2d conv -> new Windows(conv.geometry(), true);
                    case Int8Layer.Pool2d pool -> new Windows(pool.geometry(), true);
                    case Int16Layer.Pool2d pool -> new Windows(pool.geometry(), true);
                    case FloatLayer.Pool2d pool -> new Windows(pool.geometry(), true);
                    case Int8Layer.FullyConnected dense -> rows(dense.batches(), dense.inputs(), dense.outputs());
                    case Int16Layer.FullyConnected dense -> rows(dense.batches(), dense.inputs(), dense.outputs());
                    case FloatLayer.FullyConnected dense -> rows(dense.batches(), dense.inputs(), dense.outputs());
                    default -> null;
                });
    }

    private static Windows rows(int rows, int inputs, int outputs) {
        return new Windows(new WindowGeometry(rows, 1, 1, inputs, 1, 1, outputs, 1, 1, 1, 1, 1, 1, 0, 0), false);
    }

    private void readWhole(int tensor, String when) {
        read(tensor, 0, bytes(tensor), when);
    }

    private void read(int tensor, int first, int count, String when) {
        for (int i = first; i < first + count; i++) {
            long found = memory[start(tensor) + i];
            assertEquals(name(tensor, i), found, () -> when + ": tensor " + tensor + " of " + plan.locations());
        }
    }

    private void writeWhole(int tensor) {
        if (isInMemory(tensor)) {
            write(tensor, start(tensor), 0, bytes(tensor));
        }
    }

    private void write(int tensor, int at, int first, int count) {
        for (int i = first; i < first + count; i++) {
            memory[at + i] = name(tensor, i);
        }
    }

    /** Of a byte; views have those of what they show. */
    private long name(int tensor, int index) {
        for (Join join : plan.joins()) {
            if (join.part() == tensor) {
                return name(join.whole(), join.offset() + index);
            }
        }
        for (Step step : program.steps()) {
            if (step.output() == tensor && step.layer() instanceof MovementLayer.Copy) {
                int source = step.inputs().getFirst();
                return isInMemory(source) ? name(source, index) : (long) tensor << 32 | index;
            }
        }
        return (long) tensor << 32 | index;
    }

    private int bytes(int tensor) {
        return Math.toIntExact(graph.tensor(tensor).byteSize());
    }

    private int start(int tensor) {
        return switch (plan.location(tensor)) {
            case Location.Arena(int offset) -> offset;
            case Location.CallerInput(int position, int offset) ->
                plan.inputOffsets().get(position) + offset;
            case Location.CallerOutput(int position, int offset) ->
                plan.outputOffsets().getOrDefault(position, outside(position)) + offset;
            case Location.Constant constant -> throw new IllegalArgumentException("tensor " + tensor + " is constant");
        };
    }

    private int outside(int position) {
        return outside
                + graph.outputs().subList(0, position).stream()
                        .mapToInt(this::bytes)
                        .sum();
    }
}
