package dev.mote.model.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The constant content of a tensor: raw little-endian bytes, as in a {@code .tflite} buffer. Immutable, equal by value. */
public final class TensorData {
    private final byte[] bytes;
    private final ByteBuffer view;

    private TensorData(byte[] bytes) {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static TensorData ofBytes(byte[] bytes) {
        return new TensorData(bytes.clone());
    }

    public static TensorData ofFloats(float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return new TensorData(buffer.array());
    }

    public static TensorData ofInts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putInt(value);
        }
        return new TensorData(buffer.array());
    }

    public static TensorData ofShorts(short... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (short value : values) {
            buffer.putShort(value);
        }
        return new TensorData(buffer.array());
    }

    public static TensorData ofLongs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putLong(value);
        }
        return new TensorData(buffer.array());
    }

    /** Length in bytes. */
    public int size() {
        return bytes.length;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public byte int8(int index) {
        return bytes[index];
    }

    public short int16(int index) {
        return view.getShort(index * Short.BYTES);
    }

    public int int32(int index) {
        return view.getInt(index * 4);
    }

    public float float32(int index) {
        return view.getFloat(index * 4);
    }

    public int[] ints() {
        int[] values = new int[bytes.length / 4];
        view.asIntBuffer().get(values);
        return values;
    }

    public short[] shorts() {
        short[] values = new short[bytes.length / 2];
        view.asShortBuffer().get(values);
        return values;
    }

    public long[] longs() {
        long[] values = new long[bytes.length / 8];
        view.asLongBuffer().get(values);
        return values;
    }

    public float[] floats() {
        float[] values = new float[bytes.length / 4];
        view.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TensorData data && Arrays.equals(bytes, data.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
