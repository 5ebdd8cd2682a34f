package dev.mote.app.report;

import java.util.List;

/**
 * Which tensor is where in the arena, and when.
 *
 * @param steps names of the operators, in order of execution
 * @param peakBytes size of the arena
 * @param lowerBoundBytes what the step takes that needs most: no plan needs less
 */
public record MemoryMap(List<String> steps, List<Block> blocks, long peakBytes, long lowerBoundBytes) {
    /** First step of a block that the caller fills before the run. */
    public static final int BEFORE_RUN = -1;

    public MemoryMap {
        steps = List.copyOf(steps);
        blocks = List.copyOf(blocks);
    }

    /**
     * @param name of the tensor, or of all that share the bytes
     * @param firstStep step that writes it, or {@link MemoryMap#BEFORE_RUN}
     * @param lastStep step that reads it last
     */
    public record Block(String name, long offset, long bytes, int firstStep, int lastStep) {}
}
