package dev.mote.codegen;

import dev.mote.model.graph.TensorType;

/** The C type of a tensor's elements. */
enum CType {
    INT8("int8_t", 1),
    INT16("int16_t", 2),
    INT32("int32_t", 4),
    INT64("int64_t", 8),
    UINT8("uint8_t", 1),
    /** 0 or 1: a type of one byte wherever C runs, which {@code _Bool} need not be. */
    BOOL("uint8_t", 1),
    FLOAT32("float", 4);

    private final String text;
    private final int bytes;

    CType(String text, int bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    static CType of(TensorType type) {
        return switch (type) {
            case INT8 -> INT8;
            case INT16 -> INT16;
            case INT32 -> INT32;
            case INT64 -> INT64;
            case UINT8 -> UINT8;
            case BOOL -> BOOL;
            case FLOAT32 -> FLOAT32;
            case OTHER -> throw new IllegalArgumentException("no C type for " + type);
        };
    }

    /** As C writes it. */
    String text() {
        return text;
    }

    /** Name without {@code _t}. */
    String word() {
        return text.replace("_t", "");
    }

    int bytes() {
        return bytes;
    }

    /** Lowest and highest value of a quantized tensor of this type. */
    int min() {
        return switch (this) {
            case INT8 -> Byte.MIN_VALUE;
            case INT16 -> Short.MIN_VALUE;
            case UINT8, BOOL -> 0;
            case INT32, INT64, FLOAT32 -> throw new IllegalArgumentException(text + " tensors are not quantized");
        };
    }

    int max() {
        return switch (this) {
            case INT8 -> Byte.MAX_VALUE;
            case INT16 -> Short.MAX_VALUE;
            case UINT8 -> 255;
            case BOOL -> 1;
            case INT32, INT64, FLOAT32 -> throw new IllegalArgumentException(text + " tensors are not quantized");
        };
    }

    /** Whether header helpers convert between its elements and real numbers. */
    boolean isQuantized() {
        return this == INT8 || this == INT16 || this == UINT8;
    }
}
