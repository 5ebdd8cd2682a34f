package dev.mote.model.lowered;

/**
 * A tensor as [outer, depth, inner] that is summed along depth.
 *
 * @param exclusive whether a sum leaves out the element at its own place
 * @param reverse whether it runs from the end
 */
public record Lanes(int outer, int depth, int inner, boolean exclusive, boolean reverse) {}
