package dev.mote.codegen;

import dev.mote.model.graph.Tensor;
import dev.mote.model.lowered.Program;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lasts from run to run, at the start of the arena, where nothing else ever is.
 *
 * @param offsets by tensor index
 * @param blocks one a tensor, in order of their offsets
 * @param bytes with what the alignment of the rest of the arena adds
 */
record StateBlocks(SortedMap<Integer, Integer> offsets, List<MemoryBlock> blocks, int bytes) {
    /** Largest element. */
    private static final int ALIGNMENT = 8;

    StateBlocks {
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
        blocks = List.copyOf(blocks);
    }

    /** Of the states that a step uses. */
    static StateBlocks of(Program program) {
        List<Integer> states = program.steps().stream()
                .flatMap(step -> step.inputs().stream())
                .filter(index -> program.graph().tensor(index).isState())
                .distinct()
                .sorted()
                .toList();
        SortedMap<Integer, Integer> offsets = new TreeMap<>();
        List<MemoryBlock> blocks = states.stream()
                .map(index -> block(index, program.graph().tensor(index), program))
                .toList();
        int end = 0;
        for (int i = 0; i < blocks.size(); i++) {
            offsets.put(states.get(i), end);
            end = aligned(Math.addExact(end, blocks.get(i).bytes()));
        }
        return new StateBlocks(offsets, blocks, end);
    }

    private static MemoryBlock block(int index, Tensor tensor, Program program) {
        int bytes = Math.toIntExact(tensor.byteSize());
        return new MemoryBlock(
                List.of(index),
                bytes,
                ALIGNMENT,
                MemoryBlock.BEFORE_RUN,
                program.steps().size());
    }

    private static int aligned(int offset) {
        return Math.addExact(offset, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Of the blocks. */
    List<Integer> blockOffsets() {
        return List.copyOf(offsets.values());
    }
}
