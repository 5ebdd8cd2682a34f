package dev.mote.codegen;

import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers of a C array, written one at a time. */
interface Numbers {
    int length();

    /** The number at {@code index} as C writes it. */
    String text(int index);

    static Numbers of(int[] values) {
        return new Numbers() {
            @Override
            public int length() {
                return values.length;
            }

            @Override
            public String text(int index) {
                return CText.number(values[index]);
            }
        };
    }

    static Numbers of(long[] values) {
        return new Numbers() {
            @Override
            public int length() {
                return values.length;
            }

            @Override
            public String text(int index) {
                return CText.number(values[index]);
            }
        };
    }

    static Numbers of(float[] values) {
        return new Numbers() {
            @Override
            public int length() {
                return values.length;
            }

            @Override
            public String text(int index) {
                return CText.number(values[index]);
            }
        };
    }

    /** All elements of a tensor of {@code type}. */
    static Numbers of(TensorType type, TensorData data) {
        ByteBuffer bytes = ByteBuffer.wrap(data.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.remaining() / type.bytes();
        return new Numbers() {
            @Override
            public int length() {
                return length;
            }

            @Override
            public String text(int index) {
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
        };
    }

    /** {@code count} of them, from {@code first} on. */
    default Numbers part(int first, int count) {
        Numbers all = this;
        return new Numbers() {
            @Override
            public int length() {
                return count;
            }

            @Override
            public String text(int index) {
                return all.text(first + index);
            }
        };
    }
}
