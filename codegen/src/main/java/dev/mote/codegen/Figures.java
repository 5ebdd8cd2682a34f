package dev.mote.codegen;

/**
 * What a project costs on a device.
 *
 * @param flashBytes an estimate: weights, parameter structs, and the code of flow and kernels as measured for a Cortex-M4 with -Os;
 *     the self test is not counted, the linker drops it where it is not called
 * @param weightsBytes every constant that the model brings: weights, biases, multipliers, shifts, tables
 * @param arenaBytes all working memory, the in-place input included, the caller's output not
 * @param macs multiply-accumulates of one run
 */
public record Figures(long flashBytes, long weightsBytes, long arenaBytes, long macs) {}
