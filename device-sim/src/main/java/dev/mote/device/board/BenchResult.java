package dev.mote.device.board;

import dev.mote.codegen.Goal;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a model costs on a board, and whether it answers there as the simulator does.
 *
 * @param samples that were compared
 * @param mismatches samples whose outputs differ
 * @param instructions of one inference: the second run of the first sample; cycles where {@link #unit} says so
 * @param codeBytes flash of an image with nothing but the model and start-up, less its weights: the method of TFLM's figures
 * @param arenaBytes working memory, the input in place included
 * @param outputBytes buffers of outputs that have no place in the arena
 * @param staticRamBytes other static memory
 * @param stackBytes deepest stack of a run
 * @param kernels in alphabetical order
 * @param outputs of each sample
 * @param frontEndInstructions of the front end over one window; empty without one of signals
 */
public record BenchResult(
        Board board,
        Goal goal,
        int samples,
        int mismatches,
        long instructions,
        long macs,
        long codeBytes,
        long weightsBytes,
        long arenaBytes,
        long outputBytes,
        long staticRamBytes,
        long stackBytes,
        List<LayerCost> layers,
        List<KernelCode> kernels,
        List<byte[]> outputs,
        OptionalLong frontEndInstructions) {

    public boolean exact() {
        return mismatches == 0;
    }

    public long flashBytes() {
        return codeBytes + weightsBytes;
    }

    /** Arena, outputs, other static memory and stack. */
    public long ramBytes() {
        return arenaBytes + outputBytes + staticRamBytes + stackBytes;
    }

    /** What is counted: {@code instructions}, or {@code cycles}. */
    public String unit() {
        return board.core().unit();
    }

    /** NaN without MACs. */
    public double perMac() {
        return ratio(instructions, macs);
    }

    static double ratio(long instructions, long macs) {
        return macs == 0 ? Double.NaN : (double) instructions / macs;
    }
}
