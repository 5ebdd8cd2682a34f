package dev.mote.codegen;

import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/**
 * Numbers of a C array, written one at a time.
 *
 * @param texts the number at an index as C writes it
 */
record Numbers(int length, IntFunction<String> texts) {

    static Numbers of(int[] values) {
        return new Numbers(values.length, index -> CText.number(values[index]));
    }

    static Numbers of(long[] values) {
        return new Numbers(values.length, index -> CText.number(values[index]));
    }

    static Numbers of(float[] values) {
        return new Numbers(values.length, index -> CText.number(values[index]));
    }

    /** All elements of a tensor of {@code type}. */
    static Numbers of(TensorType type, TensorData data) {
        ByteBuffer bytes = ByteBuffer.wrap(data.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        return new Numbers(bytes.remaining() / type.bytes(), index -> text(type, bytes, index));
    }

    private static String text(TensorType type, ByteBuffer bytes, int index) {
        return switch (type) {
            case INT8 -> String.valueOf(bytes.get(index));
            case UINT8, BOOL -> String.valueOf(bytes.get(index) & 0xff);
            case INT16 -> String.valueOf(bytes.getShort(2 * index));
            case INT32 -> CText.number(bytes.getInt(4 * index));
            case INT64 -> CText.number(bytes.getLong(8 * index));
            case FLOAT32 -> CText.number(bytes.getFloat(4 * index));
            case OTHER -> throw new IllegalArgumentException("no C type for " + type);
        };
    }

    /** The number at {@code index} as C writes it. */
    String text(int index) {
        return texts.apply(index);
    }

    /** {@code count} of them, from {@code first} on. */
    Numbers part(int first, int count) {
        return new Numbers(count, index -> text(first + index));
    }
}
