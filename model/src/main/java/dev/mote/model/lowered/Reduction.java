package dev.mote.model.lowered;

import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Which elements of a tensor are summed into one: the tensor as dimensions that are alternately kept and reduced.
 *
 * @param dimensions outermost first, neighbours of one kind merged
 * @param reduced whether a dimension is summed over
 */
public record Reduction(List<Integer> dimensions, List<Boolean> reduced) {
    public Reduction {
        dimensions = List.copyOf(dimensions);
        reduced = List.copyOf(reduced);
    }

    /** @param axes negative ones count from the innermost; an axis may be named twice */
    static Reduction of(Shape input, int[] axes) {
        boolean[] summed = new boolean[input.rank()];
        for (int axis : axes) {
            summed[axis < 0 ? axis + input.rank() : axis] = true;
        }
        List<Integer> dimensions = new ArrayList<>();
        List<Boolean> reduced = new ArrayList<>();
        for (int i = 0; i < input.rank(); i++) {
            if (!reduced.isEmpty() && reduced.getLast() == summed[i]) {
                dimensions.set(dimensions.size() - 1, dimensions.getLast() * input.dimension(i));
            } else {
                dimensions.add(input.dimension(i));
                reduced.add(summed[i]);
            }
        }
        return new Reduction(dimensions, reduced);
    }

    /** Elements that make one output. */
    public int count() {
        return product(true);
    }

    /** Elements of the output. */
    public int outputs() {
        return product(false);
    }

    private int product(boolean kind) {
        int product = 1;
        for (int i = 0; i < dimensions.size(); i++) {
            if (reduced.get(i) == kind) {
                product *= dimensions.get(i);
            }
        }
        return product;
    }
}
