package dev.mote.app.report;

/**
 * What the int8 values of a tensor stand for: real = scale * (int8 - zeroPoint).
 *
 * @param min least real value, {@code max} the greatest
 */
public record TensorRange(String name, double min, double max, double scale, int zeroPoint) {}
