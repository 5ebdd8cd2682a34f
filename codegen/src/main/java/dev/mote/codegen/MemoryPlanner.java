package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import dev.mote.model.lowered.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives every tensor its place. Graph outputs go straight to the caller. The arena holds the rest, the graph inputs included: a
 * caller may write them there, and their bytes are used again after their last reader. Reshapes are views, and element-wise layers
 * write over an operand that nobody else reads ({@link TensorGroups}). States come first, in bytes of their own.
 */
public final class MemoryPlanner {
    private final Graph graph;
    private final TensorGroups groups;
    private final StateBlocks states;

    private final List<Integer> scratchBytes;

    private MemoryPlanner(Program program, List<Integer> scratchBytes) {
        this.scratchBytes = scratchBytes;
        this.states = StateBlocks.of(program);
        this.graph = program.graph();
        this.groups = TensorGroups.of(program);
    }

    /** For kernels that need no memory besides. */
    public static MemoryPlan plan(Program program) {
        return plan(program, Collections.nCopies(program.steps().size(), 0));
    }

    /** @param scratchBytes what each step needs while it runs */
    static MemoryPlan plan(Program program, List<Integer> scratchBytes) {
        return new MemoryPlanner(program, scratchBytes).plan();
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
        ArenaPacking packing = ArenaPacking.of(all);
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
                states.bytes() + ArenaPacking.lowerBound(all));
    }

    private List<MemoryBlock> scratchBlocks() {
        return IntStream.range(0, scratchBytes.size())
                .filter(step -> scratchBytes.get(step) > 0)
                .mapToObj(step ->
                        new MemoryBlock(List.of(), scratchBytes.get(step), MemoryPlan.SCRATCH_ALIGNMENT, step, step))
                .toList();
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
