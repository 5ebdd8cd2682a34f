package dev.mote.model.graph;

import java.util.stream.IntStream;

/** Which rows of a tensor the indices of GATHER_ND name. */
public final class GatherIndices {
    private GatherIndices() {}

    /** How many rows one step in each of the first {@code named} dimensions goes; a row is an element of these dimensions. */
    public static int[] steps(Shape shape, int named) {
        return IntStream.range(0, named).map(d -> shape.elements(d + 1, named)).toArray();
    }

    /** The row that each {@code named} indices name, inside the tensor or not. */
    public static long[] positions(Shape shape, int named, int[] indices) {
        int[] steps = steps(shape, named);
        return IntStream.range(0, indices.length / named)
                .mapToLong(row -> IntStream.range(0, named)
                        .mapToLong(d -> (long) indices[row * named + d] * steps[d])
                        .sum())
                .toArray();
    }
}
