package dev.mote.model.interpreter;

import dev.mote.model.graph.TensorType;

/** Elements of any integer type or bool as int: what kernels of many types read and write. */
final class IntegerElements {
    private IntegerElements() {}

    /** @param type int8, uint8, bool, int16 or int32 */
    static int get(TensorBuffer buffer, TensorType type, int index) {
        return switch (buffer) {
            case TensorBuffer.Bytes(byte[] values) ->
                type == TensorType.INT8 ? values[index] : Byte.toUnsignedInt(values[index]);
            case TensorBuffer.Shorts(short[] values) -> values[index];
            case TensorBuffer.Ints(int[] values) -> values[index];
            case TensorBuffer.Longs longs -> throw new IllegalArgumentException("int64 does not fit int");
            case TensorBuffer.Floats floats -> throw new IllegalArgumentException("float32 is no integer");
        };
    }

    /** The low bits of {@code value}, where the type has fewer. */
    static void set(TensorBuffer buffer, int index, int value) {
        switch (buffer) {
            case TensorBuffer.Bytes(byte[] values) -> values[index] = (byte) value;
            case TensorBuffer.Shorts(short[] values) -> values[index] = (short) value;
            case TensorBuffer.Ints(int[] values) -> values[index] = value;
            case TensorBuffer.Longs longs -> throw new IllegalArgumentException("int64 is not written as int");
            case TensorBuffer.Floats floats -> throw new IllegalArgumentException("float32 is no integer");
        }
    }
}
