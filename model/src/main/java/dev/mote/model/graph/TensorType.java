package dev.mote.model.graph;

/** Element type of a tensor, with its size in a {@code .tflite} buffer and its number in the schema's {@code TensorType}. */
public enum TensorType {
    FLOAT32(4, 0, "float32"),
    INT32(4, 2, "int32"),
    UINT8(1, 3, "uint8"),
    INT64(8, 4, "int64"),
    BOOL(1, 6, "bool"),
    INT16(2, 7, "int16"),
    INT8(1, 9, "int8"),
    /** Stands in where a file has a tensor that Mote cannot hold (float16, string, sparse, variable); never in a valid graph. */
    OTHER(0, -1, "unsupported");

    private final int bytes;
    private final int code;
    private final String text;

    TensorType(int bytes, int code, String text) {
        this.bytes = bytes;
        this.code = code;
        this.text = text;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Number in the schema. */
    public int code() {
        return code;
    }

    @Override
    public String toString() {
        return text;
    }
}
