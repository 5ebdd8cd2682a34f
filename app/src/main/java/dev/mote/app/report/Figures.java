package dev.mote.app.report;

import java.util.OptionalLong;

/**
 * What the model costs on the device, and whether the C is exact.
 *
 * @param cMismatches samples on which the compiled C and the simulator differ in any byte; empty if the C was not run
 * @param weightsBytes every constant that the model brings to flash
 * @param arenaBytes all working memory
 * @param flashBytes estimate for constants and code; empty if there is none
 * @param macs multiply-accumulates of one inference
 */
public record Figures(
        OptionalLong cMismatches, long weightsBytes, long arenaBytes, OptionalLong flashBytes, long macs) {}
