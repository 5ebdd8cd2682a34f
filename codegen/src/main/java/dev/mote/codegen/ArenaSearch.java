package dev.mote.codegen;

import dev.mote.codegen.TensorGroups.Group;
import dev.mote.model.lowered.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the least arena: first without moves; then, where RAM counts most, with a move after every step, as far as that takes less,
 * of which it leaves out all that it can. Last come the outputs that cost nothing.
 */
final class ArenaSearch {
    /** Orders that are tried for each move. */
    private static final int STEPS = 200;

    /** With more moves to leave out, it would take seconds. */
    private static final int MOST_MOVES = 60;

    /** @param moves steps after which their output moves */
    record Found(ArenaBlocks blocks, PackingTask task, ArenaPacking packing, Set<Integer> moves) {
        Found {
            moves = Set.copyOf(moves);
        }
    }

    private final Program program;
    private final List<LayerCode> codes;

    ArenaSearch(Program program, List<LayerCode> codes) {
        this.program = program;
        this.codes = codes;
    }

    Found find(List<Group> groups, boolean mayMove) {
        List<Group> inside = inArena(groups, Set.of());
        ArenaBlocks still = new ArenaBlocks(program, codes, inside, Set.of());
        Found best = new Found(still, still.task(), ArenaPacking.of(still.task()), Set.of());
        if (mayMove && best.packing().bytes() > best.task().lowerBound()) {
            best = withMoves(inside, best);
        }
        return withOutputs(groups, best);
    }

    /** With as few moves as make the arena as small as a move after every step would; without any where that is not smaller. */
    private Found withMoves(List<Group> inside, Found without) {
        Set<Integer> moves = new TreeSet<>();
        List<Group> movable = new ArrayList<>(
                inside.stream().filter(without.blocks()::mayMove).toList());
        movable.sort(Comparator.comparing((Group group) -> -bytes(group)).thenComparing(Group::first));
        movable.forEach(group -> moves.add(group.first()));
        Found best = pack(inside, moves, 0);
        int target = best.packing().bytes();
        if (target >= without.packing().bytes() || movable.size() > MOST_MOVES) {
            return without;
        }
        for (Group group : movable) {
            moves.remove(group.first());
            Found fewer = pack(inside, moves, target);
            if (fewer.packing().bytes() > target) {
                moves.add(group.first());
            } else {
                best = fewer;
            }
        }
        return best;
    }

    private long bytes(Group group) {
        return program.graph().tensor(group.tensors().getFirst()).byteSize();
    }

    /** The same with all outputs that do not make the arena larger. */
    private Found withOutputs(List<Group> groups, Found without) {
        Set<Integer> outputs = new TreeSet<>();
        Found best = without;
        for (Group group : groups) {
            if (group.isCallerOutput()) {
                outputs.add(group.position());
                Found found = with(inArena(groups, outputs), best);
                if (found.packing().bytes() > without.packing().bytes()) {
                    outputs.remove(group.position());
                } else {
                    best = found;
                }
            }
        }
        return best;
    }

    /** The same with more groups: beside the blocks that have their place, if they fit there. */
    private Found with(List<Group> groups, Found before) {
        Map<MemoryBlock, Integer> fixed = new HashMap<>();
        for (int i = 0; i < before.blocks().blocks().size(); i++) {
            fixed.put(
                    before.blocks().blocks().get(i), before.packing().offsets().get(i));
        }
        ArenaBlocks blocks = new ArenaBlocks(program, codes, groups, before.moves());
        PackingTask task = blocks.task();
        ArenaPacking packing = ArenaPacking.extended(task, fixed);
        return packing.bytes() <= before.packing().bytes()
                ? new Found(blocks, task, packing, before.moves())
                : pack(groups, before.moves(), before.packing().bytes());
    }

    /** @param outputs positions of those that are in the arena */
    private static List<Group> inArena(List<Group> groups, Set<Integer> outputs) {
        return groups.stream()
                .filter(group -> !group.isCallerOutput() || outputs.contains(group.position()))
                .sorted(Comparator.comparing(Group::first)
                        .thenComparing(group -> group.tensors().getFirst()))
                .toList();
    }

    /** @param enough bytes of arena at which it stops searching */
    private Found pack(List<Group> groups, Set<Integer> moves, int enough) {
        ArenaBlocks blocks = new ArenaBlocks(program, codes, groups, moves);
        PackingTask task = blocks.task();
        return new Found(blocks, task, ArenaPacking.of(task, STEPS, enough), moves);
    }
}
