package dev.mote.model.tflite;

import dev.mote.model.graph.TensorType;

/** How the elements of a constant lie in the file, where that differs from how Mote holds them. */
enum Storage {
    /** As the tensor's type says. */
    PLAIN,
    /** float16, held as float32: DEQUANTIZE makes that of it anyway. */
    HALVES,
    /** int4, two in a byte, the first in the low bits; held as int8, which TFLM makes of it when it runs. */
    NIBBLES;

    /** Numbers in the schema. */
    private static final int FLOAT16 = 1;

    private static final int INT4 = 17;

    /** @param code number of the tensor's type */
    static Storage of(int code) {
        return switch (code) {
            case FLOAT16 -> HALVES;
            case INT4 -> NIBBLES;
            default -> PLAIN;
        };
    }

    /** The type that Mote holds.
     *  @param stored what the file says */
    TensorType type(TensorType stored) {
        return switch (this) {
            case PLAIN -> stored;
            case HALVES -> TensorType.FLOAT32;
            case NIBBLES -> TensorType.INT8;
        };
    }

    /** Bytes in the file. */
    long bytes(long elements, TensorType type) {
        return switch (this) {
            case PLAIN -> elements * type.bytes();
            case HALVES -> elements * Short.BYTES;
            case NIBBLES -> (elements + 1) / 2;
        };
    }
}
