package dev.mote.model.interpreter;

import dev.mote.model.graph.Tensor;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Working memory of one tensor while a program runs: a Java array of the tensor's element type. */
public sealed interface TensorBuffer {
    /** int8, uint8 and bool. */
    record Bytes(byte[] values) implements TensorBuffer {}

    record Shorts(short[] values) implements TensorBuffer {}

    record Ints(int[] values) implements TensorBuffer {}

    record Longs(long[] values) implements TensorBuffer {}

    record Floats(float[] values) implements TensorBuffer {}

    /** Zeros, or the content of a constant. */
    static TensorBuffer of(Tensor tensor) {
        int length = tensor.shape().elements();
        TensorBuffer buffer =
                switch (tensor.type()) {
                    case INT8, UINT8, BOOL -> new Bytes(new byte[length]);
                    case INT16 -> new Shorts(new short[length]);
                    case INT32 -> new Ints(new int[length]);
                    case INT64 -> new Longs(new long[length]);
                    case FLOAT32 -> new Floats(new float[length]);
                    case OTHER ->
                        throw new IllegalArgumentException(
                                "tensor \"" + tensor.name() + "\" has a type that cannot run");
                };
        tensor.data()
                .ifPresent(data -> buffer.read(ByteBuffer.wrap(data.bytes()).order(java.nio.ByteOrder.LITTLE_ENDIAN)));
        return buffer;
    }

    /** Sets all elements to {@code value}. */
    default void fill(byte value) {
        switch (this) {
            case Bytes(byte[] values) -> Arrays.fill(values, value);
            case Shorts(short[] values) -> Arrays.fill(values, value);
            case Ints(int[] values) -> Arrays.fill(values, value);
            case Longs(long[] values) -> Arrays.fill(values, value);
            case Floats(float[] values) -> Arrays.fill(values, value);
        }
    }

    /** The array itself, for copies of any type. */
    default Object array() {
        return switch (this) {
            case Bytes(byte[] values) -> values;
            case Shorts(short[] values) -> values;
            case Ints(int[] values) -> values;
            case Longs(long[] values) -> values;
            case Floats(float[] values) -> values;
        };
    }

    /** Fills all elements from {@code source}, whose order must be little-endian; its position moves behind them. */
    default void read(ByteBuffer source) {
        switch (this) {
            case Bytes(byte[] values) -> source.get(values);
            case Shorts(short[] values) -> {
                source.asShortBuffer().get(values);
                source.position(source.position() + values.length * Short.BYTES);
            }
            case Ints(int[] values) -> {
                source.asIntBuffer().get(values);
                source.position(source.position() + values.length * Integer.BYTES);
            }
            case Longs(long[] values) -> {
                source.asLongBuffer().get(values);
                source.position(source.position() + values.length * Long.BYTES);
            }
            case Floats(float[] values) -> {
                source.asFloatBuffer().get(values);
                source.position(source.position() + values.length * Float.BYTES);
            }
        }
    }

    /** Appends all elements to {@code target}, whose order must be little-endian. */
    default void write(ByteBuffer target) {
        switch (this) {
            case Bytes(byte[] values) -> target.put(values);
            case Shorts(short[] values) -> {
                for (short value : values) {
                    target.putShort(value);
                }
            }
            case Ints(int[] values) -> {
                for (int value : values) {
                    target.putInt(value);
                }
            }
            case Longs(long[] values) -> {
                for (long value : values) {
                    target.putLong(value);
                }
            }
            case Floats(float[] values) -> {
                for (float value : values) {
                    target.putFloat(value);
                }
            }
        }
    }
}
