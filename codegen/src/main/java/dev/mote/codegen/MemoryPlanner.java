package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives every tensor its place. Graph outputs go straight to the caller. The arena holds the rest, the graph inputs included: a
 * caller may write them there, and their bytes are used again after their last reader. Reshapes are views, and element-wise layers
 * write over an operand that nobody else reads ({@link TensorGroups}). Other layers write over an operand as far as their kernel
 * allows ({@link Overlap}). States come first, in bytes of their own.
 */
public final class MemoryPlanner {
    private final Graph graph;
    private final TensorGroups groups;
    private final StateBlocks states;
    private final List<Step> steps;
    private final List<LayerCode> codes;

    private MemoryPlanner(Program program, List<LayerCode> codes) {
        this.steps = program.steps();
        this.codes = List.copyOf(codes);
        this.states = StateBlocks.of(program);
        this.graph = program.graph();
        this.groups = TensorGroups.of(program);
    }

    /** For kernels of which nothing is known: without scratch, and without overlap. */
    public static MemoryPlan plan(Program program) {
        LayerCode unknown = new LayerCode(List.of(), List.of(), List.of());
        return plan(program, Collections.nCopies(program.steps().size(), unknown));
    }

    /** @param codes of the steps */
    static MemoryPlan plan(Program program, List<LayerCode> codes) {
        return new MemoryPlanner(program, codes).plan();
    }

    private MemoryPlan plan() {
        List<TensorGroups.Group> inArena = groups.all().stream()
                .filter(group -> !group.isCallerOutput())
                .sorted(Comparator.comparing((TensorGroups.Group group) -> group.first())
                        .thenComparing(group -> group.tensors().getFirst()))
                .toList();
        List<MemoryBlock> blocks = inArena.stream().map(this::block).toList();
        List<MemoryBlock> all =
                Stream.concat(blocks.stream(), scratchBlocks().stream()).toList();
        PackingTask task = new PackingTask(all, leads(inArena));
        ArenaPacking packing = ArenaPacking.of(task);
        var scratch = new TreeMap<Integer, Integer>();
        for (int i = blocks.size(); i < all.size(); i++) {
            scratch.put(all.get(i).first(), states.bytes() + packing.offsets().get(i));
        }

        var locations = new TreeMap<Integer, Location>();
        var inputOffsets = new ArrayList<>(Collections.nCopies(graph.inputs().size(), 0));
        for (int i = 0; i < inArena.size(); i++) {
            TensorGroups.Group group = inArena.get(i);
            int offset = states.bytes() + packing.offsets().get(i);
            if (group.isCallerInput()) {
                inputOffsets.set(group.position(), offset);
            }
            Location location =
                    group.isCallerInput() ? new Location.CallerInput(group.position()) : new Location.Arena(offset);
            group.tensors().forEach(tensor -> locations.put(tensor, location));
        }
        for (TensorGroups.Group group : groups.all()) {
            if (group.isCallerOutput()) {
                group.tensors().forEach(tensor -> locations.put(tensor, new Location.CallerOutput(group.position())));
            }
        }
        states.offsets().forEach((tensor, offset) -> locations.put(tensor, new Location.Arena(offset)));
        for (int tensor = 0; tensor < graph.tensors().size(); tensor++) {
            if (graph.tensor(tensor).isConstant()) {
                locations.put(tensor, new Location.Constant());
            }
        }
        List<Integer> offsets = packing.offsets().subList(0, blocks.size()).stream()
                .map(offset -> states.bytes() + offset)
                .toList();
        return new MemoryPlan(
                locations,
                Stream.concat(states.blocks().stream(), blocks.stream()).toList(),
                Stream.concat(states.blockOffsets().stream(), offsets.stream()).toList(),
                scratch,
                inputOffsets,
                states.bytes() + packing.bytes(),
                states.bytes(),
                states.bytes() + task.liveBytes(),
                states.bytes() + task.lowerBound());
    }

    private List<MemoryBlock> scratchBlocks() {
        return IntStream.range(0, codes.size())
                .filter(step -> codes.get(step).scratchBytes() > 0)
                .mapToObj(step -> new MemoryBlock(
                        List.of(), codes.get(step).scratchBytes(), MemoryPlan.SCRATCH_ALIGNMENT, step, step))
                .toList();
    }

    /** Where the output of a step may lie over an operand: the step reads it last, and its kernel allows it. */
    private Map<PackingTask.Over, Integer> leads(List<TensorGroups.Group> blocks) {
        Map<PackingTask.Over, Integer> leads = new HashMap<>();
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            int output = block(blocks, step.output());
            boolean isBorn = output >= 0 && blocks.get(output).first() == index;
            for (Map.Entry<Integer, Integer> entry : codes.get(index).leads().entrySet()) {
                int tensor = step.inputs().get(entry.getKey());
                int operand = block(blocks, tensor);
                boolean dies = operand >= 0 && blocks.get(operand).last() == index;
                if (isBorn && dies && mayAlias(tensor, step.output())) {
                    int lead = Math.ceilDiv(entry.getValue(), ArenaPacking.ALIGNMENT) * ArenaPacking.ALIGNMENT;
                    leads.merge(new PackingTask.Over(output, operand), lead, Math::max);
                }
            }
        }
        return leads;
    }

    /** C lets a compiler assume that elements of different types do not share bytes, unless one of them has the size of a byte. */
    private boolean mayAlias(int first, int second) {
        TensorType one = graph.tensor(first).type();
        TensorType other = graph.tensor(second).type();
        return one == other || one.bytes() == 1 || other.bytes() == 1;
    }

    private static int block(List<TensorGroups.Group> blocks, int tensor) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).tensors().contains(tensor)) {
                return i;
            }
        }
        return -1;
    }

    private MemoryBlock block(TensorGroups.Group group) {
        Tensor tensor = graph.tensor(group.tensors().getFirst());
        return new MemoryBlock(
                group.tensors(),
                Math.toIntExact(tensor.byteSize()),
                Math.max(ArenaPacking.ALIGNMENT, tensor.type().bytes()),
                group.first(),
                group.last());
    }
}
