package dev.mote.codegen;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where every tensor of a program is.
 *
 * @param locations by tensor index; tensors that no step touches are absent
 * @param blocks those in the arena: states first, then in order of first use
 * @param offsets of the blocks
 * @param scratch offsets of the memory that steps need while they run, by step
 * @param moves of outputs, by the step after which they happen
 * @param joins parts that lie in their wholes, so that nothing copies them
 * @param inputOffsets where in the arena the caller may write each graph input, by position
 * @param outputOffsets where in the arena the caller may have graph outputs written, by position; not all have a place there
 * @param arenaBytes all working memory, the places of inputs and outputs in it included
 * @param stateBytes first bytes of the arena, which last from run to run; 0 without state
 * @param liveBytes largest sum of blocks that are in use together
 * @param lowerBound no plan for these blocks needs less: outputs lie over their operands as far as their kernels allow
 */
public record MemoryPlan(
        SortedMap<Integer, Location> locations,
        List<MemoryBlock> blocks,
        List<Integer> offsets,
        SortedMap<Integer, Integer> scratch,
        SortedMap<Integer, Move> moves,
        List<Join> joins,
        SortedMap<Integer, Integer> inputOffsets,
        SortedMap<Integer, Integer> outputOffsets,
        int arenaBytes,
        int stateBytes,
        int liveBytes,
        int lowerBound) {
    /**
     * A tensor is copied to another place in the arena, which may overlap its own.
     *
     * @param from offset where the step makes it
     * @param to offset where later steps find it, as {@link MemoryPlan#location} says
     */
    public record Move(int tensor, int from, int to, int bytes) {}

    /** Of the offset of scratch. */
    static final int SCRATCH_ALIGNMENT = 8;

    public MemoryPlan {
        locations = new TreeMap<>(locations);
        blocks = List.copyOf(blocks);
        offsets = List.copyOf(offsets);
        scratch = Collections.unmodifiableSortedMap(new TreeMap<>(scratch));
        moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
        joins = List.copyOf(joins);
        inputOffsets = Collections.unmodifiableSortedMap(new TreeMap<>(inputOffsets));
        outputOffsets = Collections.unmodifiableSortedMap(new TreeMap<>(outputOffsets));
    }

    /** The same in an arena that also serves something else, which needs {@code bytes}. */
    MemoryPlan atLeast(int bytes) {
        return new MemoryPlan(
                locations,
                blocks,
                offsets,
                scratch,
                moves,
                joins,
                inputOffsets,
                outputOffsets,
                Math.max(arenaBytes, bytes),
                stateBytes,
                liveBytes,
                lowerBound);
    }

    public boolean hasState() {
        return stateBytes > 0;
    }

    public Location location(int tensor) {
        return locations.get(tensor);
    }

    /** Whether its tensor is only made there, and moves before it is read. */
    boolean isLeft(MemoryBlock block) {
        Move move = moves.get(block.last());
        return move != null && block.first() == block.last() && block.tensors().equals(List.of(move.tensor()));
    }

    /** Which calls of the kernel of {@code step} copy a part to where it is already. */
    List<Integer> needless(int step) {
        return joins.stream()
                .filter(join -> join.step() == step)
                .map(Join::call)
                .toList();
    }

    /** All that moves copy in one run. */
    public long movedBytes() {
        return moves.values().stream().mapToLong(Move::bytes).sum();
    }

    /** Bytes that the packing loses. */
    public int gap() {
        return arenaBytes - lowerBound;
    }
}
