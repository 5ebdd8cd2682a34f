package dev.mote.model.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One tensor of a graph.
 *
 * @param data content of a constant; empty for inputs and for what operators compute
 * @param isState whether it keeps its value between runs; the schema calls it a variable
 */
public record Tensor(
        String name,
        TensorType type,
        Shape shape,
        Quantization quantization,
        Optional<TensorData> data,
        boolean isState) {
    public Tensor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(shape);
        Objects.requireNonNull(quantization);
        Objects.requireNonNull(data);
    }

    /** One that keeps no value between runs. */
    public Tensor(String name, TensorType type, Shape shape, Quantization quantization, Optional<TensorData> data) {
        this(name, type, shape, quantization, data, false);
    }

    /** What an operator keeps between runs. */
    public static Tensor state(String name, TensorType type, Shape shape, Quantization quantization) {
        return new Tensor(name, type, shape, quantization, Optional.empty(), true);
    }

    /** An input, or the output of an operator. */
    public static Tensor variable(String name, TensorType type, Shape shape, Quantization quantization) {
        return new Tensor(name, type, shape, quantization, Optional.empty());
    }

    public static Tensor constant(
            String name, TensorType type, Shape shape, Quantization quantization, TensorData data) {
        return new Tensor(name, type, shape, quantization, Optional.of(data));
    }

    public boolean isConstant() {
        return data.isPresent();
    }

    /** Content of a constant of int32 or int64: axes, sizes and the like. Numbers that do not fit become the nearest int. */
    public int[] integers() {
        TensorData values = data.orElseThrow();
        if (type == TensorType.INT32) {
            return values.ints();
        }
        LongBuffer longs =
                ByteBuffer.wrap(values.bytes()).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        return IntStream.range(0, longs.remaining())
                .map(i -> Math.clamp(longs.get(i), Integer.MIN_VALUE, Integer.MAX_VALUE))
                .toArray();
    }

    /** What every element of a state is before the first run: the zero point of int8, plain 0 of other types, as TFLM has it. */
    public byte resetValue() {
        return type == TensorType.INT8 && quantization instanceof Quantization.PerTensor one
                ? (byte) one.zeroPoint()
                : 0;
    }

    /** Content of a constant of int16, int32 or int64. */
    public long[] longs() {
        TensorData values = data.orElseThrow();
        return switch (type) {
            case INT16 ->
                IntStream.range(0, shape.elements()).mapToLong(values::int16).toArray();
            case INT32 -> IntStream.of(values.ints()).asLongStream().toArray();
            case INT64 -> values.longs();
            case FLOAT32, UINT8, BOOL, INT8, OTHER -> throw new IllegalStateException("not integers: " + type);
        };
    }

    /** Bytes of all elements. */
    public long byteSize() {
        return (long) shape.elements() * type.bytes();
    }
}
