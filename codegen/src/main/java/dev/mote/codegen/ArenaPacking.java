package dev.mote.codegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Offsets for blocks, so that blocks that are in use together do not overlap.
 *
 * @param offsets one a block, a multiple of its alignment
 * @param bytes end of the highest block
 */
record ArenaPacking(List<Integer> offsets, int bytes) {
    /** A word at least: kernels may load four elements at once. The arena itself starts at a multiple of 16. */
    static final int ALIGNMENT = 4;

    private static final int SEARCH_STEPS = 2000;

    /** Above this the search would take longer than it is worth: a step looks at every pair of blocks. */
    private static final int LARGEST_SEARCH = 150;

    /**
     * Places the blocks greedily, each in the smallest gap that holds it: by falling size, then in orders that differ from the best
     * one by an exchange of two, until the lower bound is met. The same blocks give the same packing.
     */
    static ArenaPacking of(List<MemoryBlock> blocks) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, blocks.size()).boxed().toList());
        order.sort(Comparator.comparing((Integer i) -> -blocks.get(i).bytes())
                .thenComparing(i -> blocks.get(i).first()));
        ArenaPacking best = place(blocks, order);
        int bound = lowerBound(blocks);
        Random random = new Random(1);
        int steps = blocks.size() > LARGEST_SEARCH ? 0 : SEARCH_STEPS;
        for (int step = 0; step < steps && best.bytes() > bound; step++) {
            List<Integer> changed = new ArrayList<>(order);
            Collections.swap(changed, random.nextInt(order.size()), random.nextInt(order.size()));
            ArenaPacking packing = place(blocks, changed);
            if (packing.bytes() <= best.bytes()) {
                best = packing;
                order = changed;
            }
        }
        return best;
    }

    /** Largest sum of blocks that are in use together: no packing needs less. */
    static int lowerBound(List<MemoryBlock> blocks) {
        return blocks.stream()
                .map(MemoryBlock::first)
                .distinct()
                .mapToInt(step -> blocks.stream()
                        .filter(block -> block.first() <= step && step <= block.last())
                        .mapToInt(MemoryBlock::bytes)
                        .sum())
                .max()
                .orElse(0);
    }

    private static ArenaPacking place(List<MemoryBlock> blocks, List<Integer> order) {
        int[] offsets = new int[blocks.size()];
        List<Integer> placed = new ArrayList<>();
        int bytes = 0;
        for (int index : order) {
            MemoryBlock block = blocks.get(index);
            List<Integer> neighbours = placed.stream()
                    .filter(other -> blocks.get(other).overlapsInTime(block))
                    .sorted(Comparator.comparing(other -> offsets[other]))
                    .toList();
            offsets[index] = bestFit(blocks, offsets, neighbours, block);
            placed.add(index);
            bytes = Math.max(bytes, offsets[index] + block.bytes());
        }
        return new ArenaPacking(IntStream.of(offsets).boxed().toList(), bytes);
    }

    /** Start of the smallest gap between {@code neighbours} that holds {@code block}; behind them all if there is none. */
    private static int bestFit(List<MemoryBlock> blocks, int[] offsets, List<Integer> neighbours, MemoryBlock block) {
        int best = -1;
        int smallest = Integer.MAX_VALUE;
        int free = 0;
        for (int neighbour : neighbours) {
            int gap = offsets[neighbour] - free;
            if (gap >= block.bytes() && gap < smallest) {
                best = free;
                smallest = gap;
            }
            free = Math.max(
                    free, aligned(offsets[neighbour] + blocks.get(neighbour).bytes(), block.alignment()));
        }
        return best < 0 ? free : best;
    }

    private static int aligned(int offset, int alignment) {
        return Math.addExact(offset, alignment - 1) / alignment * alignment;
    }
}
