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
 */
public record Tensor(String name, TensorType type, Shape shape, Quantization quantization, Optional<TensorData> data) {
    public Tensor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(shape);
        Objects.requireNonNull(quantization);
        Objects.requireNonNull(data);
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

    /** Bytes of all elements. */
    public long byteSize() {
        return (long) shape.elements() * type.bytes();
    }
}
