package dev.mote.codegen;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Blocks to be placed in the arena. Two that are in use during one step lie apart; but an output may lie over an operand that the
 * step reads last, as far as its kernel allows.
 *
 * @param leads by output and operand: the output begins at least so many bytes below the operand, or behind its end ({@link Overlap})
 */
record PackingTask(List<MemoryBlock> blocks, Map<Over, Integer> leads) {

    /** Block {@code output}, which is written from block {@code operand} during the last step of the operand. */
    record Over(int output, int operand) {}

    PackingTask {
        blocks = List.copyOf(blocks);
        leads = Map.copyOf(leads);
    }

    /** Without overlap. */
    static PackingTask of(List<MemoryBlock> blocks) {
        return new PackingTask(blocks, Map.of());
    }

    /** Bytes from the start of {@code lower} to the start of {@code upper}, at least, if it lies above; empty if they are never in use together. */
    OptionalInt distance(int lower, int upper) {
        MemoryBlock block = blocks.get(lower);
        if (!block.overlapsInTime(blocks.get(upper))) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(leads.getOrDefault(new Over(lower, upper), block.bytes()));
    }

    /** Largest sum of blocks that are in use together. */
    int liveBytes() {
        return steps().map(this::liveBytes).max().orElse(0);
    }

    /** What no packing undercuts: the step that needs most if its output lies over its operands as far as it may. */
    int lowerBound() {
        return steps().map(step -> Math.min(liveBytes(step), bytesOfStep(step)))
                .max()
                .orElse(0);
    }

    private IntStream steps() {
        return blocks.stream().mapToInt(MemoryBlock::first).distinct();
    }

    private int liveBytes(int step) {
        return blocks.stream()
                .filter(block -> block.isLive(step))
                .mapToInt(MemoryBlock::bytes)
                .sum();
    }

    /** Of the output and the operands under it, and of all others. */
    private int bytesOfStep(int step) {
        int together = 0;
        int span = 0;
        for (Map.Entry<Over, Integer> entry : leads.entrySet()) {
            MemoryBlock output = blocks.get(entry.getKey().output());
            MemoryBlock operand = blocks.get(entry.getKey().operand());
            if (output.first() == step && operand.last() == step) {
                together += operand.bytes();
                span = Math.max(span, Math.max(output.bytes(), Math.max(0, entry.getValue()) + operand.bytes()));
            }
        }
        int output = leads.keySet().stream()
                .filter(over -> blocks.get(over.output()).first() == step)
                .mapToInt(over -> blocks.get(over.output()).bytes())
                .findFirst()
                .orElse(0);
        return liveBytes(step) - together - output + Math.max(span, together);
    }
}
