package dev.mote.model.lowered;

import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How operands spread over an output: element (i0, i1, ...) reads operand k at sum(i * strides[k]). A stride of 0 repeats. Neighbouring
 * dimensions that all operands walk through alike are merged, so equal shapes have a single dimension.
 */
public record Spread(List<Integer> dimensions, List<List<Integer>> strides) {
    public Spread {
        dimensions = List.copyOf(dimensions);
        strides = strides.stream().map(List::copyOf).toList();
    }

    static Spread of(Shape output, List<Shape> operands) {
        Spread spread = new Spread(
                List.of(), operands.stream().map(shape -> List.<Integer>of()).toList());
        int[] next = operands.stream().mapToInt(shape -> 1).toArray();
        for (int back = 1; back <= output.rank(); back++) {
            int dimension = output.dimension(-back);
            List<Integer> steps = new ArrayList<>();
            for (int k = 0; k < next.length; k++) {
                Shape operand = operands.get(k);
                int own = back <= operand.rank() ? operand.dimension(-back) : 1;
                steps.add(own == dimension ? next[k] : 0);
                next[k] *= own;
            }
            spread = spread.within(dimension, steps);
        }
        return spread.dimensions.isEmpty()
                ? new Spread(
                        List.of(1), operands.stream().map(shape -> List.of(1)).toList())
                : spread;
    }

    /** Adds an outer dimension, or merges it into the outermost where it only continues that one's walk through memory. */
    private Spread within(int dimension, List<Integer> steps) {
        if (dimensions.isEmpty()) {
            return new Spread(List.of(dimension), steps.stream().map(List::of).toList());
        }
        if (dimension == 1) {
            return this;
        }
        int inner = dimensions.getFirst();
        if (inner == 1) {
            return withoutOutermost().outside(dimension, steps);
        }
        boolean continues = IntStream.range(0, steps.size())
                .allMatch(k -> steps.get(k) == inner * strides.get(k).getFirst());
        if (!continues) {
            return outside(dimension, steps);
        }
        List<Integer> merged = new ArrayList<>(dimensions);
        merged.set(0, dimension * inner);
        return new Spread(merged, strides);
    }

    private Spread withoutOutermost() {
        return new Spread(
                dimensions.subList(1, dimensions.size()),
                strides.stream().map(own -> own.subList(1, own.size())).toList());
    }

    private Spread outside(int dimension, List<Integer> steps) {
        return new Spread(
                prepended(dimension, dimensions),
                IntStream.range(0, steps.size())
                        .mapToObj(k -> prepended(steps.get(k), strides.get(k)))
                        .toList());
    }

    private static List<Integer> prepended(int first, List<Integer> rest) {
        List<Integer> all = new ArrayList<>(rest);
        all.addFirst(first);
        return all;
    }

    /** Whether all operands have the output's shape. */
    public boolean isElementwise() {
        return dimensions.size() == 1 && strides.stream().allMatch(own -> own.getFirst() == 1);
    }

    /** Elements of the output. */
    public int elements() {
        return dimensions.stream().reduce(1, (a, b) -> a * b);
    }
}
