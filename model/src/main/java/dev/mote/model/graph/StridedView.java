package dev.mote.model.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the elements of an output are in an input: element (i0, i1, ...) is input[offset + sum(i * strides)]. A stride of 0 repeats, a
 * negative one walks backwards.
 *
 * @param dimensions of the output, outermost first
 * @param strides in elements, one a dimension
 * @param offset of the first element
 */
public record StridedView(List<Integer> dimensions, List<Integer> strides, int offset) {
    public StridedView {
        dimensions = List.copyOf(dimensions);
        strides = List.copyOf(strides);
    }

    /** All of a tensor, as it is. */
    public static StridedView of(Shape shape) {
        List<Integer> strides = IntStream.range(0, shape.rank())
                .mapToObj(axis -> shape.elements(axis + 1, shape.rank()))
                .toList();
        List<Integer> dimensions = IntStream.of(shape.dimensions()).boxed().toList();
        return new StridedView(dimensions, strides, 0);
    }

    /** Dimension i is dimension {@code order[i]} of this. */
    StridedView permuted(int... order) {
        return new StridedView(
                IntStream.of(order).mapToObj(dimensions::get).toList(),
                IntStream.of(order).mapToObj(strides::get).toList(),
                offset);
    }

    /** {@code count} indices of {@code axis}, from {@code begin} on, {@code step} apart. */
    StridedView sliced(int axis, int begin, int step, int count) {
        return new StridedView(
                with(dimensions, axis, count),
                with(strides, axis, strides.get(axis) * step),
                offset + begin * strides.get(axis));
    }

    /** Without {@code axis}, of which only index 0 is left. */
    StridedView without(int axis) {
        List<Integer> fewer = new ArrayList<>(dimensions);
        List<Integer> fewerStrides = new ArrayList<>(strides);
        fewer.remove(axis);
        fewerStrides.remove(axis);
        return new StridedView(fewer, fewerStrides, offset);
    }

    /** With a new dimension at position {@code axis}, which repeats the rest {@code count} times. */
    StridedView repeated(int axis, int count) {
        List<Integer> more = new ArrayList<>(dimensions);
        List<Integer> moreStrides = new ArrayList<>(strides);
        more.add(axis, count);
        moreStrides.add(axis, 0);
        return new StridedView(more, moreStrides, offset);
    }

    /** {@code axis} as two dimensions, of which the inner one has {@code inner} indices. */
    StridedView factored(int axis, int inner) {
        List<Integer> more = with(dimensions, axis, inner);
        List<Integer> moreStrides = new ArrayList<>(strides);
        more.add(axis, dimensions.get(axis) / inner);
        moreStrides.add(axis, strides.get(axis) * inner);
        return new StridedView(more, moreStrides, offset);
    }

    /** The same walk with as few dimensions as it takes: those of 1 dropped, neighbours that continue each other merged. */
    public StridedView simplified() {
        List<Integer> fewer = new ArrayList<>();
        List<Integer> fewerStrides = new ArrayList<>();
        for (int axis = dimensions.size() - 1; axis >= 0; axis--) {
            int last = fewer.size() - 1;
            if (dimensions.get(axis) == 1) {
                continue;
            }
            if (last >= 0 && strides.get(axis) == fewer.get(last) * fewerStrides.get(last)) {
                fewer.set(last, fewer.get(last) * dimensions.get(axis));
            } else {
                fewer.add(dimensions.get(axis));
                fewerStrides.add(strides.get(axis));
            }
        }
        if (fewer.isEmpty()) {
            return new StridedView(List.of(1), List.of(1), offset);
        }
        Collections.reverse(fewer);
        Collections.reverse(fewerStrides);
        return new StridedView(fewer, fewerStrides, offset);
    }

    /** Whether {@link #simplified} this is a stretch of neighbouring elements from the first on. */
    public boolean isWhole() {
        return offset == 0 && strides.equals(List.of(1));
    }

    private static List<Integer> with(List<Integer> values, int position, int value) {
        List<Integer> changed = new ArrayList<>(values);
        changed.set(position, value);
        return changed;
    }
}
