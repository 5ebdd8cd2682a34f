package dev.mote.codegen;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Places the blocks of a task, each as low as those allow that are placed already. */
final class ArenaPlacing {
    /** Of a pair of blocks that are never in use together. */
    private static final int APART = Integer.MIN_VALUE;

    private final List<MemoryBlock> blocks;
    /** Bytes from the start of the first block to that of the second, at least, if it lies above. */
    private final int[][] distance;
    /** Of those bytes, where both touch: by output and operand. */
    private final int[][] step;

    ArenaPlacing(PackingTask task) {
        int count = task.blocks().size();
        this.blocks = task.blocks();
        this.distance = new int[count][count];
        this.step = new int[count][count];
        for (int lower = 0; lower < count; lower++) {
            int bytes = blocks.get(lower).bytes();
            for (int upper = 0; upper < count; upper++) {
                distance[lower][upper] = task.areTogether(lower, upper) ? bytes : APART;
            }
        }
        task.leads().forEach((over, lead) -> {
            distance[over.output()][over.operand()] = lead.bytes();
            step[over.output()][over.operand()] = lead.step();
        });
    }

    ArenaPacking place(List<Integer> order) {
        return place(order, new int[blocks.size()], 0);
    }

    /** Keeps the blocks at {@code fixed} offsets, and adds the others. */
    ArenaPacking extended(Map<MemoryBlock, Integer> fixed) {
        int[] offsets =
                blocks.stream().mapToInt(block -> fixed.getOrDefault(block, -1)).toArray();
        int count = (int) IntStream.of(offsets).filter(offset -> offset >= 0).count();
        List<Integer> order = IntStream.range(0, blocks.size())
                .boxed()
                .sorted(Comparator.comparing(i -> offsets[i] < 0))
                .toList();
        return place(order, offsets, count);
    }

    /** @param fixed blocks at the head of {@code order} that have their offsets */
    private ArenaPacking place(List<Integer> order, int[] offsets, int fixed) {
        int[] placed = new int[blocks.size()];
        int bytes = 0;
        for (int count = 0; count < placed.length; count++) {
            int index = order.get(count);
            offsets[index] = count < fixed ? offsets[index] : lowest(index, offsets, placed, count);
            placed[count] = index;
            bytes = Math.max(bytes, offsets[index] + blocks.get(index).bytes());
        }
        return new ArenaPacking(IntStream.of(offsets).boxed().toList(), bytes);
    }

    /** Lowest offset at which {@code block} lies as it may to the first {@code count} of {@code placed}. */
    private int lowest(int block, int[] offsets, int[] placed, int count) {
        int offset = 0;
        for (int i = 0; i < count; ) {
            int other = placed[i];
            int next = lowest(block, offset, other, offsets[other]);
            i = next == offset ? i + 1 : 0;
            offset = next;
        }
        return offset;
    }

    /** Lowest offset from {@code offset} on at which {@code block} lies as it may to {@code other}, which is at {@code place}. */
    private int lowest(int block, int offset, int other, int place) {
        if (distance[block][other] == APART || offset + blocks.get(block).bytes() <= place) {
            return offset;
        }
        if (step[block][other] > 0) {
            int below = place - offset - Math.floorMod(place - offset, step[block][other]);
            if (below >= distance[block][other]) {
                return place - below;
            }
        }
        int behind =
                aligned(place + blocks.get(other).bytes(), blocks.get(block).alignment());
        if (step[other][block] > 0) {
            int least = Math.max(offset - place, distance[other][block]);
            int above = Math.ceilDiv(least, step[other][block]) * step[other][block];
            return Math.min(place + above, Math.max(offset, behind));
        }
        return Math.max(offset, behind);
    }

    private static int aligned(int offset, int alignment) {
        return Math.addExact(offset, alignment - 1) / alignment * alignment;
    }
}
