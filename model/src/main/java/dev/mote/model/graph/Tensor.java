package dev.mote.model.graph;

import java.util.Objects;
import java.util.Optional;

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

    /** Bytes of all elements. */
    public long byteSize() {
        return (long) shape.elements() * type.bytes();
    }
}
