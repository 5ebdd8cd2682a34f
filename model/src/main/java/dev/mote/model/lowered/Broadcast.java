package dev.mote.model.lowered;

import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * How two operands spread over an output: element (i0, i1, ...) reads first[sum(i * firstStrides)] and second[sum(i * secondStrides)].
 * A stride of 0 repeats. Neighbouring dimensions that behave alike are merged, so equal shapes have a single dimension.
 */
public record Broadcast(List<Integer> dimensions, List<Integer> firstStrides, List<Integer> secondStrides) {
    public Broadcast {
        dimensions = List.copyOf(dimensions);
        firstStrides = List.copyOf(firstStrides);
        secondStrides = List.copyOf(secondStrides);
    }

    static Broadcast of(Shape first, Shape second, Shape output) {
        List<Integer> dimensions = new ArrayList<>();
        List<Integer> firstStrides = new ArrayList<>();
        List<Integer> secondStrides = new ArrayList<>();
        int firstStride = 1;
        int secondStride = 1;
        for (int back = 1; back <= output.rank(); back++) {
            int dimension = output.dimension(-back);
            int firstDimension = back <= first.rank() ? first.dimension(-back) : 1;
            int secondDimension = back <= second.rank() ? second.dimension(-back) : 1;
            prepend(
                    dimension,
                    firstDimension == dimension ? firstStride : 0,
                    secondDimension == dimension ? secondStride : 0,
                    dimensions,
                    firstStrides,
                    secondStrides);
            firstStride *= firstDimension;
            secondStride *= secondDimension;
        }
        if (dimensions.isEmpty()) {
            prepend(1, 1, 1, dimensions, firstStrides, secondStrides);
        }
        return new Broadcast(dimensions, firstStrides, secondStrides);
    }

    /** Adds an outer dimension, or merges it into the outermost where it only continues that one's walk through memory. */
    private static void prepend(
            int dimension,
            int firstStride,
            int secondStride,
            List<Integer> dimensions,
            List<Integer> firstStrides,
            List<Integer> secondStrides) {
        if (dimension == 1 && !dimensions.isEmpty()) {
            return;
        }
        if (!dimensions.isEmpty()) {
            int inner = dimensions.getFirst();
            if (inner == 1) {
                dimensions.removeFirst();
                firstStrides.removeFirst();
                secondStrides.removeFirst();
            } else if (firstStride == inner * firstStrides.getFirst()
                    && secondStride == inner * secondStrides.getFirst()) {
                dimensions.set(0, dimension * inner);
                return;
            }
        }
        dimensions.addFirst(dimension);
        firstStrides.addFirst(firstStride);
        secondStrides.addFirst(secondStride);
    }

    /** Elements of the output. */
    public int elements() {
        return dimensions.stream().reduce(1, (a, b) -> a * b);
    }

    /** Whether both operands have the output's shape. */
    public boolean isElementwise() {
        return dimensions.size() == 1 && firstStrides.getFirst() == 1 && secondStrides.getFirst() == 1;
    }
}
