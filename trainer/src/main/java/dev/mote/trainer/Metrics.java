package dev.mote.trainer;

import java.util.OptionalDouble;

/**
 * What was measured over many samples.
 *
 * @param loss mean over the samples
 * @param accuracy share of right answers; empty where targets are values
 */
public record Metrics(double loss, OptionalDouble accuracy) {}
