package dev.mote.model.lowered;

import dev.mote.model.graph.Shape;
import java.util.List;

/**
 * {@link Spread} of two operands: element (i0, i1, ...) reads first[sum(i * firstStrides)] and second[sum(i * secondStrides)].
 * A stride of 0 repeats. Neighbouring dimensions that behave alike are merged, so equal shapes have a single dimension.
 */
public record Broadcast(List<Integer> dimensions, List<Integer> firstStrides, List<Integer> secondStrides) {
    public Broadcast {
        dimensions = List.copyOf(dimensions);
        firstStrides = List.copyOf(firstStrides);
        secondStrides = List.copyOf(secondStrides);
    }

    static Broadcast of(Shape first, Shape second, Shape output) {
        Spread spread = Spread.of(output, List.of(first, second));
        return new Broadcast(
                spread.dimensions(), spread.strides().get(0), spread.strides().get(1));
    }

    /** Elements of the output. */
    public int elements() {
        return dimensions.stream().reduce(1, (a, b) -> a * b);
    }

    /** Whether the first operand has the output's shape. */
    public boolean isFirstWhole() {
        int stride = 1;
        boolean whole = true;
        for (int d = dimensions.size() - 1; d >= 0; d--) {
            whole &= firstStrides.get(d) == stride;
            stride *= dimensions.get(d);
        }
        return whole;
    }

    /** Whether both operands have the output's shape. */
    public boolean isElementwise() {
        return dimensions.size() == 1 && firstStrides.getFirst() == 1 && secondStrides.getFirst() == 1;
    }
}
