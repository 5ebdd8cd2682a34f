package dev.mote.app.report;

import java.util.OptionalDouble;

/**
 * One operator of the int8 model.
 *
 * @param outputShape as {@code 14x14x8}
 * @param sqnrDb signal-to-quantization-noise ratio of its output, in dB; infinite if exact, empty if not measured
 */
public record Layer(
        String name, String operator, String outputShape, long macs, long weightsBytes, OptionalDouble sqnrDb) {}
