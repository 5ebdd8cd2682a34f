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

    /** Bytes of the tensors that are in use in {@code step}. */
    public long inUse(int step) {
        return blocks.stream()
                .filter(block -> block.firstStep() <= step && step <= block.lastStep())
                .mapToLong(Block::bytes)
                .sum();
    }

    /** The first step, or {@link #BEFORE_RUN}, in which the most is in use. */
    public int peakStep() {
        int peak = BEFORE_RUN;
        for (int step = 0; step < steps.size(); step++) {
            peak = inUse(step) > inUse(peak) ? step : peak;
        }
        return peak;
    }

    /** As {@code step 3 CONV_2D}. */
    public String stepText(int step) {
        return step < 0 ? "before the run" : "step " + step + " " + steps.get(step);
    }

    /**
     * @param name of the tensor, or of all that share the bytes
     * @param firstStep step that writes it, or {@link MemoryMap#BEFORE_RUN}
     * @param lastStep step that reads it last
     */
    public record Block(String name, long offset, long bytes, int firstStep, int lastStep) {}
}
