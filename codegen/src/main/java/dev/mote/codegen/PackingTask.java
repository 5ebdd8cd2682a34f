package dev.mote.codegen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Blocks to be placed in the arena. Two that are in use during one step lie apart; but an output may lie over an operand that the
 * step reads last, as far as its kernel allows.
 *
 * @param leads by output and operand: how they may touch
 */
record PackingTask(List<MemoryBlock> blocks, Map<Over, Lead> leads) {

    /** Block {@code output}, which is written from block {@code operand} during the last step of the operand. */
    record Over(int output, int operand) {}

    /**
     * The output begins at least so many bytes below the operand, in a multiple of {@code step}, or they do not touch ({@link Overlap}).
     */
    record Lead(int bytes, int step) {

        /** The nearest one whose bytes and step are multiples of {@code alignment}. */
        Lead aligned(int alignment) {
            int common = step;
            while (common % alignment != 0) {
                common += step;
            }
            return new Lead(Math.ceilDiv(bytes, common) * common, common);
        }

        /** What allows both. */
        Lead with(Lead other) {
            return bytes >= other.bytes ? this : other;
        }
    }

    PackingTask {
        blocks = List.copyOf(blocks);
        leads = Map.copyOf(leads);
    }

    /** Without overlap. */
    static PackingTask of(List<MemoryBlock> blocks) {
        return new PackingTask(blocks, Map.of());
    }

    /** Whether both are in use during some step. */
    boolean areTogether(int one, int other) {
        return blocks.get(one).overlapsInTime(blocks.get(other));
    }

    /** How block {@code output} may lie over {@code operand}. */
    Optional<Lead> lead(int output, int operand) {
        return Optional.ofNullable(leads.get(new Over(output, operand)));
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
        for (Map.Entry<Over, Lead> entry : leads.entrySet()) {
            MemoryBlock output = blocks.get(entry.getKey().output());
            MemoryBlock operand = blocks.get(entry.getKey().operand());
            if (output.first() == step && operand.last() == step) {
                together += operand.bytes();
                span = Math.max(
                        span,
                        Math.max(output.bytes(), Math.max(0, entry.getValue().bytes()) + operand.bytes()));
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
