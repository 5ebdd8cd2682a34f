package dev.mote.codegen;

import dev.mote.codegen.TensorGroups.Group;
import dev.mote.model.graph.Graph;
import dev.mote.model.lowered.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives every tensor its place. Graph outputs go straight to the caller. The arena holds the rest, the graph inputs included: a
 * caller may write them there, and their bytes are used again after their last reader. Reshapes are views, and element-wise layers
 * write over an operand that nobody else reads ({@link TensorGroups}). Other layers write over an operand as far as their kernel
 * allows ({@link Overlap}). Outputs have a place in the arena besides, where that costs nothing. States come first, in bytes of their
 * own.
 */
public final class MemoryPlanner {
    /** Searches for the sake of joins: a search may take a tenth of a second. */
    private static final int MOST_TRIES = 12;

    private final Program program;
    private final Graph graph;
    private final StateBlocks states;
    private final List<LayerCode> codes;
    private final boolean mayMove;
    private TensorGroups groups;
    private ArenaSearch.Found found;

    private MemoryPlanner(Program program, List<LayerCode> codes, Goal goal) {
        this.program = program;
        this.graph = program.graph();
        this.states = StateBlocks.of(program);
        this.codes = codes;
        this.mayMove = goal == Goal.SIZE;
        this.groups = TensorGroups.of(program, List.of());
        this.found = find(groups);
        join(Join.of(program));
    }

    private ArenaSearch.Found find(TensorGroups wanted) {
        return new ArenaSearch(program, codes).find(wanted.all(), mayMove);
    }

    /** Lets parts lie in their wholes, where the arena does not grow: all of them, or else those of one step after the other. */
    private void join(List<Join> joins) {
        List<Integer> ofSteps = joins.stream().map(Join::step).distinct().toList();
        if (joins.isEmpty() || tryJoins(joins) || ofSteps.size() > MOST_TRIES) {
            return;
        }
        List<Join> kept = new ArrayList<>();
        for (int step : ofSteps) {
            List<Join> more = Stream.concat(kept.stream(), joins.stream().filter(join -> join.step() == step))
                    .toList();
            if (tryJoins(more)) {
                kept = new ArrayList<>(more);
            }
        }
    }

    /** @return whether the arena does not grow by them */
    private boolean tryJoins(List<Join> joins) {
        TensorGroups wanted = TensorGroups.of(program, joins);
        ArenaSearch.Found other = find(wanted);
        if (other.packing().bytes() > found.packing().bytes()) {
            return false;
        }
        groups = wanted;
        found = other;
        return true;
    }

    /** For kernels of which nothing is known: without scratch, and without overlap. */
    public static MemoryPlan plan(Program program) {
        LayerCode unknown = new LayerCode(List.of(), List.of(), List.of());
        return plan(program, Collections.nCopies(program.steps().size(), unknown), Goal.BALANCED);
    }

    /** @param codes of the steps */
    static MemoryPlan plan(Program program, List<LayerCode> codes, Goal goal) {
        return new MemoryPlanner(program, codes, goal).plan();
    }

    private MemoryPlan plan() {
        List<MemoryBlock> blocks = found.blocks().blocks();
        int tensors = blocks.size() - found.blocks().scratch().size();
        SortedMap<Integer, Integer> scratch = new TreeMap<>();
        found.blocks().scratch().forEach((step, block) -> scratch.put(step, offset(block)));
        return new MemoryPlan(
                locations(),
                Stream.concat(states.blocks().stream(), blocks.subList(0, tensors).stream())
                        .toList(),
                Stream.concat(
                                states.blockOffsets().stream(),
                                IntStream.range(0, tensors).mapToObj(this::offset))
                        .toList(),
                scratch,
                moves(),
                groups.joined(),
                ends(Group.End.INPUT),
                ends(Group.End.OUTPUT),
                states.bytes() + found.packing().bytes(),
                states.bytes(),
                states.bytes() + found.task().liveBytes(),
                states.bytes() + found.task().lowerBound());
    }

    private int offset(int block) {
        return states.bytes() + found.packing().offsets().get(block);
    }

    private SortedMap<Integer, Location> locations() {
        SortedMap<Integer, Location> locations = new TreeMap<>();
        for (Group group : groups.all()) {
            group.offsets().forEach((tensor, within) -> locations.put(tensor, location(group, tensor, within)));
        }
        states.offsets().forEach((tensor, offset) -> locations.put(tensor, new Location.Arena(offset)));
        for (int tensor = 0; tensor < graph.tensors().size(); tensor++) {
            if (graph.tensor(tensor).isConstant()) {
                locations.put(tensor, new Location.Constant());
            }
        }
        return locations;
    }

    private Location location(Group group, int tensor, int within) {
        return switch (group.end()) {
            case INPUT -> new Location.CallerInput(group.position(), within);
            case OUTPUT -> new Location.CallerOutput(group.position(), within);
            case NONE -> new Location.Arena(offset(found.blocks().read(tensor)) + within);
        };
    }

    /** Offsets in the arena by position, of those inputs or outputs that have one. */
    private SortedMap<Integer, Integer> ends(Group.End end) {
        SortedMap<Integer, Integer> offsets = new TreeMap<>();
        for (Group group : groups.all()) {
            int tensor = group.tensors().getFirst();
            if (group.end() == end && found.blocks().holds(tensor)) {
                offsets.put(group.position(), offset(found.blocks().read(tensor)));
            }
        }
        return offsets;
    }

    /** By the step after which they happen. */
    private SortedMap<Integer, MemoryPlan.Move> moves() {
        SortedMap<Integer, MemoryPlan.Move> moves = new TreeMap<>();
        for (int step : found.moves()) {
            int tensor = program.steps().get(step).output();
            int from = offset(found.blocks().written(tensor));
            int to = offset(found.blocks().read(tensor));
            int bytes = Math.toIntExact(graph.tensor(tensor).byteSize());
            moves.put(step, new MemoryPlan.Move(tensor, from, to, bytes));
        }
        return moves;
    }
}
