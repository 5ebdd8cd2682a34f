package dev.mote.quantizer;

/**
 * What a model takes on the device.
 *
 * @param weightsBytes every constant
 * @param arenaBytes all working memory
 * @param flashBytes estimate for constants and code
 */
public record Footprint(long weightsBytes, long arenaBytes, long flashBytes) {}
