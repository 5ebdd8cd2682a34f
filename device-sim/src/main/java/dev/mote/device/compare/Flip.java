package dev.mote.device.compare;

/**
 * A sample that float and int8 take for different classes.
 *
 * @param sample index in the split
 * @param floatScore the float model's output for its class; {@code int8Score} likewise
 */
public record Flip(int sample, int truth, int floatClass, int int8Class, float floatScore, float int8Score) {}
