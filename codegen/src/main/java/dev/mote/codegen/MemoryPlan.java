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
 * @param inputOffsets where in the arena the caller may write each graph input
 * @param arenaBytes all working memory, the in-place inputs included, the caller's outputs not
 * @param stateBytes first bytes of the arena, which last from run to run; 0 without state
 * @param liveBytes largest sum of blocks that are in use together
 * @param lowerBound no plan for these blocks needs less: outputs lie over their operands as far as their kernels allow
 */
public record MemoryPlan(
        SortedMap<Integer, Location> locations,
        List<MemoryBlock> blocks,
        List<Integer> offsets,
        SortedMap<Integer, Integer> scratch,
        List<Integer> inputOffsets,
        int arenaBytes,
        int stateBytes,
        int liveBytes,
        int lowerBound) {
    /** Of the offset of scratch. */
    static final int SCRATCH_ALIGNMENT = 8;

    public MemoryPlan {
        locations = new TreeMap<>(locations);
        blocks = List.copyOf(blocks);
        offsets = List.copyOf(offsets);
        scratch = Collections.unmodifiableSortedMap(new TreeMap<>(scratch));
        inputOffsets = List.copyOf(inputOffsets);
    }

    public boolean hasState() {
        return stateBytes > 0;
    }

    public Location location(int tensor) {
        return locations.get(tensor);
    }

    /** Bytes that the packing loses. */
    public int gap() {
        return arenaBytes - lowerBound;
    }
}
