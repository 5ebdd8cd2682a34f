package dev.mote.model.interpreter;

import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.function.IntUnaryOperator;

/** The elements of a tensor of int8 or int16 as ints. */
record IntegerView(IntUnaryOperator elements, Store store) {
    interface Store {
        /** @param value in the range of the element type, or else its low bits count */
        void set(int index, int value);
    }

    static IntegerView of(TensorBuffer buffer) {
        return switch (buffer) {
            case TensorBuffer.Bytes(byte[] values) ->
                new IntegerView(i -> values[i], (i, value) -> values[i] = (byte) value);
            case TensorBuffer.Shorts(short[] values) ->
                new IntegerView(i -> values[i], (i, value) -> values[i] = (short) value);
            case TensorBuffer.Ints ints -> throw new IllegalArgumentException("int32 tensor");
            case TensorBuffer.Longs longs -> throw new IllegalArgumentException("int64 tensor");
            case TensorBuffer.Floats floats -> throw new IllegalArgumentException("float32 tensor");
        };
    }

    /** Of a constant. */
    static IntegerView of(TensorData data, TensorType type) {
        return of(TensorBuffer.of(
                Tensor.constant("", type, Shape.of(data.size() / type.bytes()), Quantization.NONE, data)));
    }

    int get(int index) {
        return elements.applyAsInt(index);
    }

    void set(int index, int value) {
        store.set(index, value);
    }
}
