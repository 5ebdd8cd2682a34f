package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.graph.IntegerRange;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.IntegerLayer;

/** From one element type to another. */
final class ConversionKernels {
    private ConversionKernels() {}

    static void quantize(FloatLayer.Quantize layer, float[] in, TensorBuffer out) {
        IntegerRange range = IntegerRange.of(layer.type());
        for (int i = 0; i < layer.elements(); i++) {
            long rounded = FixedPoint.roundHalfAway(in[i] / layer.to().scale());
            IntegerElements.set(out, i, Math.clamp(rounded + layer.to().zeroPoint(), range.min(), range.max()));
        }
    }

    static void dequantize(FloatLayer.Dequantize layer, TensorBuffer in, float[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            out[i] = layer.from().dequantize(IntegerElements.get(in, layer.type(), i));
        }
    }

    static void rescale(IntegerLayer.Rescale layer, TensorBuffer in, TensorBuffer out) {
        IntegerRange range = IntegerRange.of(layer.to());
        for (int i = 0; i < layer.elements(); i++) {
            int centred = IntegerElements.get(in, layer.from(), i) - layer.inputZeroPoint();
            int scaled = FixedPoint.requantize(centred, layer.factor()) + layer.outputZeroPoint();
            IntegerElements.set(out, i, range.clamp(scaled));
        }
    }

    /** C converts what an integer type cannot hold as it likes; this saturates to int32 and then takes the low bits. */
    static void cast(IntegerLayer.Cast layer, TensorBuffer in, TensorBuffer out) {
        for (int i = 0; i < layer.elements(); i++) {
            boolean fromFloat = in instanceof TensorBuffer.Floats;
            int integer = fromFloat ? (int) value(in, i) : IntegerElements.get(in, layer.from(), i);
            if (layer.from() == TensorType.BOOL && integer != 0) {
                integer = 1;
            }
            if (out instanceof TensorBuffer.Floats(float[] values)) {
                values[i] = fromFloat ? value(in, i) : integer;
            } else {
                IntegerElements.set(out, i, integer);
            }
        }
    }

    private static float value(TensorBuffer floats, int index) {
        return ((TensorBuffer.Floats) floats).values()[index];
    }
}
