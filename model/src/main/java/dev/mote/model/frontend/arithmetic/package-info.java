/**
 * Integer mathematics of the front ends: what the generated C does too ({@code mote_fe_*}), bit for bit. Every product that may leave 32
 * bits is made in 64; every {@code >>} rounds down, after half of a unit was added, so halves go up. Tables are made with
 * {@link java.lang.StrictMath}, so that every machine makes the same.
 *
 * <p>Formats: a series is int32 in counts (whole numbers) of fewer than {@link
 * dev.mote.model.frontend.arithmetic.FrontEndFormats#SERIES_BITS} bits besides the sign; Qn is an integer that stands for itself / 2^n.
 */
package dev.mote.model.frontend.arithmetic;
