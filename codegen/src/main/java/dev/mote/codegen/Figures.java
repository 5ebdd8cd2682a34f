package dev.mote.codegen;

import java.util.OptionalLong;

/**
 * What a project costs on a device. Code, library, stack and instructions are estimates: kernels as measured for the instruction set of
 * the core, with -Os for bytes (docs/generated-c.md, Figures).
 *
 * @param core whose figures these are
 * @param flashBytes weights, parameters and code; the self test is not counted, the linker drops it where it is not called
 * @param weightsBytes every constant that the model brings: weights, biases, multipliers, shifts, tables
 * @param parameterBytes structs with the sizes and offsets of the layers
 * @param codeBytes flow and kernels
 * @param libraryBytes of the compiler's and the C library beyond {@code flashBytes}; the application may use it too
 * @param arenaBytes all working memory, the places of inputs and outputs in it included
 * @param arenaLowerBound no plan for the arena needs less ({@link MemoryPlan})
 * @param liveBytes largest sum of tensors that are in use together
 * @param movedBytes what a run moves in the arena, to make room
 * @param outputBytes the caller's buffers for the outputs that have no place in the arena
 * @param contextBytes the caller's memory for one stream, on a core with words of 32 bits; 0 for models that do not run on streams
 * @param stackBytes of the run function, without interrupts
 * @param macs multiply-accumulates of one run
 * @param instructions of one run, compiled with -O2, in the {@link Core#unit} of the core; empty where not measured
 */
public record Figures(
        Core core,
        long flashBytes,
        long weightsBytes,
        long parameterBytes,
        long codeBytes,
        long libraryBytes,
        long arenaBytes,
        long arenaLowerBound,
        long liveBytes,
        long movedBytes,
        long outputBytes,
        long contextBytes,
        long stackBytes,
        long macs,
        OptionalLong instructions) {

    /** Arena, outputs, the context of one stream, and stack. */
    public long ramBytes() {
        return arenaBytes + outputBytes + contextBytes + stackBytes;
    }
}
