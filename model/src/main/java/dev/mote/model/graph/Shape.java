package dev.mote.model.graph;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Dimensions of a tensor, outermost first; rank 0 is a scalar. Images are [n, h, w, c]. Immutable, equal by value. */
public final class Shape {
    private final int[] dimensions;
    private final int elements;

    private Shape(int[] dimensions) {
        this.dimensions = dimensions;
        long product = 1;
        for (int dimension : dimensions) {
            if (dimension < 0) {
                throw new IllegalArgumentException("negative dimension in " + Arrays.toString(dimensions));
            }
            product *= dimension;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("more than 2^31 - 1 elements in " + Arrays.toString(dimensions));
            }
        }
        this.elements = (int) product;
    }

    /** @throws IllegalArgumentException if a dimension is negative or the product exceeds 2^31 - 1 */
    public static Shape of(int... dimensions) {
        return new Shape(dimensions.clone());
    }

    public int rank() {
        return dimensions.length;
    }

    /** @param axis in [-rank, rank); negative counts from the innermost dimension */
    public int dimension(int axis) {
        return dimensions[axis < 0 ? axis + dimensions.length : axis];
    }

    public int[] dimensions() {
        return dimensions.clone();
    }

    /** Product of all dimensions. */
    public int elements() {
        return elements;
    }

    /** Product of the dimensions from {@code from} (inclusive) to {@code to} (exclusive). */
    public int elements(int from, int to) {
        return IntStream.range(from, to).map(i -> dimensions[i]).reduce(1, (a, b) -> a * b);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions);
    }

    /** As {@code 1x28x28x1}; a scalar prints as {@code scalar}. */
    @Override
    public String toString() {
        return dimensions.length == 0
                ? "scalar"
                : Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining("x"));
    }
}
