package dev.mote.codegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Offsets for the blocks of a {@link PackingTask}.
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
     * Places the blocks one after the other, each as low as it may: in a few orders that suit most models, then in orders that differ
     * from the best one by an exchange of two, until the lower bound is met. The same task gives the same packing.
     */
    static ArenaPacking of(PackingTask task) {
        int count = task.blocks().size();
        return of(task, count > LARGEST_SEARCH ? 0 : SEARCH_STEPS, 0);
    }

    /**
     * @param steps orders to try besides the first ones, at most
     * @param enough bytes at which no other order is tried
     */
    static ArenaPacking of(PackingTask task, int steps, int enough) {
        ArenaPlacing placing = new ArenaPlacing(task);
        List<Integer> order = List.of();
        ArenaPacking best = new ArenaPacking(List.of(), Integer.MAX_VALUE);
        List<Integer> latest =
                IntStream.range(0, task.blocks().size()).boxed().toList().reversed();
        for (Comparator<MemoryBlock> comparator : orders()) {
            List<Integer> candidate = latest.stream()
                    .sorted(Comparator.comparing(task.blocks()::get, comparator))
                    .toList();
            ArenaPacking packing = placing.place(candidate);
            if (packing.bytes() < best.bytes()) {
                best = packing;
                order = candidate;
            }
        }
        int bound = Math.max(enough, task.lowerBound());
        Random random = new Random(1);
        for (int step = 0; step < steps && best.bytes() > bound; step++) {
            List<Integer> changed = new ArrayList<>(order);
            Collections.swap(changed, random.nextInt(order.size()), random.nextInt(order.size()));
            ArenaPacking packing = placing.place(changed);
            if (packing.bytes() <= best.bytes()) {
                best = packing;
                order = changed;
            }
        }
        return best;
    }

    /** Keeps the blocks at {@code fixed} offsets, and adds the others one after the other, each as low as it may. */
    static ArenaPacking extended(PackingTask task, Map<MemoryBlock, Integer> fixed) {
        return new ArenaPlacing(task).extended(fixed);
    }

    /** Outputs before the operands over which they lie, since an output begins below; large ones first. */
    private static List<Comparator<MemoryBlock>> orders() {
        Comparator<MemoryBlock> large = Comparator.comparing(block -> -block.bytes());
        Comparator<MemoryBlock> late = Comparator.comparing(block -> -block.first());
        Comparator<MemoryBlock> lasting = Comparator.comparing(block -> -block.last());
        return List.of(large.thenComparing(late), late.thenComparing(large), lasting.thenComparing(late));
    }
}
