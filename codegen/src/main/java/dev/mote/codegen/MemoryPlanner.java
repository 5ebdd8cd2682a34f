package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import dev.mote.model.lowered.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
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

    private MemoryPlanner(Program program) {
        this.states = StateBlocks.of(program);
        this.graph = program.graph();
        this.groups = TensorGroups.of(program);
    }

    public static MemoryPlan plan(Program program) {
        return new MemoryPlanner(program).plan();
    }

    private MemoryPlan plan() {
        List<TensorGroups.Group> inArena = groups.all().stream()
                .filter(group -> !group.isCallerOutput())
                .sorted(Comparator.comparing((TensorGroups.Group group) -> group.first())
                        .thenComparing(group -> group.tensors().getFirst()))
                .toList();
        List<MemoryBlock> blocks = inArena.stream().map(this::block).toList();
        ArenaPacking packing = ArenaPacking.of(blocks);

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
        List<Integer> offsets = packing.offsets().stream()
                .map(offset -> states.bytes() + offset)
                .toList();
        return new MemoryPlan(
                locations,
                Stream.concat(states.blocks().stream(), blocks.stream()).toList(),
                Stream.concat(states.blockOffsets().stream(), offsets.stream()).toList(),
                inputOffsets,
                states.bytes() + packing.bytes(),
                states.bytes(),
                states.bytes() + ArenaPacking.lowerBound(blocks));
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
