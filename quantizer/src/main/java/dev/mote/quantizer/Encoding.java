package dev.mote.quantizer;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.TensorBuffer;

/**
 * How a tensor holds real numbers while the model runs.
 *
 * @param type INT8, INT16 or FLOAT32
 * @param quantization one scale and zero point; none for FLOAT32, zero point 0 for INT16
 */
record Encoding(TensorType type, Quantization quantization) {
    static final Encoding FLOAT = new Encoding(TensorType.FLOAT32, Quantization.NONE);

    static Encoding int8(PerTensor quantization) {
        return new Encoding(TensorType.INT8, quantization);
    }

    static Encoding int16(double scale) {
        return new Encoding(TensorType.INT16, Quantization.perTensor((float) scale, 0));
    }

    boolean isWide() {
        return type == TensorType.INT16;
    }

    PerTensor perTensor() {
        return (PerTensor) quantization;
    }

    /** int16 with the same steps: every int8 has an integer there that stands for the same number. */
    Encoding widened() {
        return isWide() ? this : int16(perTensor().scale());
    }

    /** What the least and the greatest integer stand for. */
    Range range() {
        return isWide() ? Range.ofWide(perTensor().scale()) : Range.of(perTensor());
    }

    TensorData quantize(float[] values) {
        if (!isWide()) {
            return TensorData.ofBytes(perTensor().quantize(values));
        }
        short[] integers = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            long rounded = FixedPoint.roundHalfAway(values[i] / perTensor().scale());
            integers[i] = (short) Math.clamp(rounded, -Short.MAX_VALUE, Short.MAX_VALUE);
        }
        return TensorData.ofShorts(integers);
    }

    /** The real number at {@code index} of a tensor that is held so. */
    double real(TensorBuffer buffer, int index) {
        return switch (buffer) {
            case TensorBuffer.Floats(float[] values) -> values[index];
            case TensorBuffer.Bytes(byte[] values) -> real(values[index]);
            case TensorBuffer.Shorts(short[] values) -> real(values[index]);
            case TensorBuffer.Ints ints -> throw new IllegalStateException("not an activation");
            case TensorBuffer.Longs longs -> throw new IllegalStateException("not an activation");
        };
    }

    private double real(int integer) {
        return (double) perTensor().scale() * (integer - perTensor().zeroPoint());
    }
}
