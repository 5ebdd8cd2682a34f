package dev.mote.trainer;

import java.util.OptionalDouble;

/**
 * What was measured over many samples.
 *
 * @param loss mean over the samples
 * @param accuracy share of right answers; empty for mean squared error
 */
public record Metrics(double loss, OptionalDouble accuracy) {}
