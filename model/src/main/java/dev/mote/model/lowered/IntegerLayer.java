package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.Comparison;
import dev.mote.model.graph.TensorType;

/** Layers that decide, find, count and convert, and arithmetic of plain integers. bool has one byte, 0 or 1. */
public sealed interface IntegerLayer extends Layer {

    /** out = saturate(requantize(in - inputZeroPoint) + outputZeroPoint), between integer types. */
    record Rescale(
            int elements, TensorType from, TensorType to, Multiplier factor, int inputZeroPoint, int outputZeroPoint)
            implements IntegerLayer {}

    /** The same number in another type: towards 0 from float32, the low bits where an integer type is narrower. */
    record Cast(int elements, TensorType from, TensorType to) implements IntegerLayer {}

    /**
     * Of float32, int32, int64 and bool as they are.
     *
     * @param type of both operands
     */
    record Compare(Comparison comparison, Broadcast broadcast, TensorType type) implements IntegerLayer {
        @Override
        public int operands() {
            return 2;
        }
    }

    /** Of int8, each operand as requantize((in - zeroPoint) * 2^{@link #BITS}) with its scale as the factor. */
    record CompareInt8(Comparison comparison, Broadcast broadcast, Int8Layer.Operand first, Int8Layer.Operand second)
            implements IntegerLayer {
        public static final int BITS = 8;

        @Override
        public int operands() {
            return 2;
        }
    }

    /** Whether both operands hold, or either does. */
    record Connect(boolean both, Broadcast broadcast) implements IntegerLayer {
        @Override
        public int operands() {
            return 2;
        }
    }

    record Not(int elements) implements IntegerLayer {}

    /**
     * Operand 1 where operand 0 holds, else operand 2.
     *
     * @param spread of the three operands
     * @param type of operands 1 and 2
     */
    record Select(Spread spread, TensorType type) implements IntegerLayer {
        @Override
        public int operands() {
            return 3;
        }
    }

    /** For each of outer and inner, the index of the first greatest or least of {@code axis} elements. NaN is never chosen over a number. */
    record ArgExtreme(int outer, int axis, int inner, TensorType type, boolean greatest) implements IntegerLayer {}

    /** Whether all elements hold. */
    record All(Reduction reduction) implements IntegerLayer {}

    /** Arithmetic that wraps, with a clamp; x / 0 is 0, where TFLM stops. {@code type} is int16, int32 or int64. */
    record Binary(BinaryFunction function, Broadcast broadcast, TensorType type, int min, int max)
            implements IntegerLayer {
        @Override
        public int operands() {
            return 2;
        }
    }
}
