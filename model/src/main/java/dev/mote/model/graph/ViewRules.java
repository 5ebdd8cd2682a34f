package dev.mote.model.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What must hold of begins, sizes, axes and the like, so that {@link Views} can tell where an output lies. */
final class ViewRules {
    private static final String EXPORT_AGAIN = "export the model again";

    private final CheckedNode node;
    private final Operator.View view;
    private final int[] in;

    ViewRules(CheckedNode node, Operator.View view) {
        this.node = node;
        this.view = view;
        this.in = node.input(view.moved()).shape().dimensions();
    }

    /** @return whether the attributes are right */
    boolean check() {
        return switch (view) {
            case Operator.Squeeze(List<Integer> axes) -> squeeze(axes);
            case Operator.ExpandDims expand ->
                count(1, "axis", 1) && axis(node.input(1).integers()[0], in.length + 1);
            case Operator.Transpose transpose -> count(1, "permutation", in.length) && permutation();
            case Operator.Slice slice -> count(1, "begin", in.length) && count(2, "size", in.length) && slice();
            case Operator.StridedSlice slice ->
                count(1, "begin", in.length)
                        && count(2, "end", in.length)
                        && count(3, "strides", in.length)
                        && stridedSlice(slice);
            case Operator.Split split ->
                count(0, "axis", 1) && axis(node.input(0).integers()[0], in.length) && split();
            case Operator.SplitV split ->
                count(1, "sizes", outputs())
                        && count(2, "axis", 1)
                        && axis(node.input(2).integers()[0], in.length)
                        && splitV();
            case Operator.Unpack(int axis) ->
                axis(axis, in.length)
                        && (size(axis) == outputs()
                                || wrong("has " + outputs() + " outputs, axis " + axis + " has " + size(axis)));
            case Operator.BroadcastTo broadcast -> broadcast(node.input(1));
            case Operator.Fill fill -> fill();
            case Operator.ReverseV2 reverse -> reverse();
            case Operator.SpaceToDepth(int block) -> spaceToDepth(block);
            case Operator.DepthToSpace(int block) -> depthToSpace(block);
        };
    }

    private boolean squeeze(List<Integer> axes) {
        for (int axis : axes) {
            if (!axis(axis, in.length)) {
                return false;
            }
            if (size(axis) != 1) {
                return wrong("axis " + axis + " has " + size(axis) + " elements, expected 1");
            }
        }
        return true;
    }

    private boolean permutation() {
        int[] order = node.input(1).integers();
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        return Arrays.equals(sorted, IntStream.range(0, in.length).toArray())
                || wrong("permutation is " + Arrays.toString(order) + ", expected each of the " + in.length
                        + " dimensions once");
    }

    private boolean slice() {
        int[] begins = node.input(1).integers();
        int[] sizes = node.input(2).integers();
        for (int axis = 0; axis < in.length; axis++) {
            boolean inside = begins[axis] >= 0 && begins[axis] < in[axis];
            int rest = inside ? in[axis] - begins[axis] : 0;
            if (!inside || sizes[axis] != -1 && (sizes[axis] < 1 || sizes[axis] > rest)) {
                return wrong("begin is " + begins[axis] + " and size " + sizes[axis] + " in dimension " + axis
                        + ", input has " + in[axis]);
            }
        }
        return true;
    }

    private boolean stridedSlice(Operator.StridedSlice slice) {
        int[] begins = node.input(1).integers();
        int[] ends = node.input(2).integers();
        int[] strides = node.input(3).integers();
        for (int axis = 0; axis < in.length; axis++) {
            int count = strides[axis] == 0
                    ? 0
                    : SliceRange.of(slice, axis, in[axis], begins[axis], ends[axis], strides[axis])
                            .count();
            if (count < 1) {
                return wrong("begin " + begins[axis] + ", end " + ends[axis] + " and stride " + strides[axis]
                        + " take nothing of dimension " + axis + ", which has " + in[axis]);
            }
        }
        return true;
    }

    private boolean split() {
        int size = size(node.input(0).integers()[0]);
        return size % outputs() == 0 || wrong(size + " elements cannot be split into " + outputs() + " equal parts");
    }

    private boolean splitV() {
        int size = size(node.input(2).integers()[0]);
        int[] sizes = node.input(1).integers();
        long given =
                IntStream.of(sizes).filter(part -> part != -1).asLongStream().sum();
        long open = IntStream.of(sizes).filter(part -> part == -1).count();
        boolean sound = IntStream.of(sizes).allMatch(part -> part == -1 || part > 0);
        boolean full = open == 0 ? given == size : open == 1 && given < size;
        return sound && full
                || wrong("sizes of parts are " + Arrays.toString(Arrays.copyOf(sizes, Math.min(sizes.length, 8)))
                        + ", expected positive ones that make " + size);
    }

    private boolean fill() {
        if (in.length != 0) {
            node.error("TFL-30", "value has shape " + node.input(1).shape() + ", expected a scalar", EXPORT_AGAIN);
            return false;
        }
        return broadcast(node.input(0));
    }

    private boolean broadcast(Tensor constant) {
        if (constant.shape().rank() != 1) {
            node.error("TFL-30", "shape has shape " + constant.shape() + ", expected one dimension", EXPORT_AGAIN);
            return false;
        }
        int[] shape = constant.integers();
        boolean fits = shape.length >= in.length && Arrays.stream(shape).allMatch(size -> size > 0);
        for (int back = 1; fits && back <= in.length; back++) {
            int size = in[in.length - back];
            fits = size == 1 || size == shape[shape.length - back];
        }
        return fits
                || wrong("shape is " + Arrays.toString(Arrays.copyOf(shape, Math.min(shape.length, 8)))
                        + ", which input " + node.input(view.moved()).shape() + " does not fit");
    }

    private boolean reverse() {
        boolean[] reversed = new boolean[in.length];
        for (int axis : node.input(1).integers()) {
            if (!axis(axis, in.length)) {
                return false;
            }
            int position = axis < 0 ? axis + in.length : axis;
            if (reversed[position]) {
                return wrong("axis " + axis + " is named twice");
            }
            reversed[position] = true;
        }
        return true;
    }

    private boolean spaceToDepth(int block) {
        if (in.length != 4 || block < 1 || in[1] % block != 0 || in[2] % block != 0) {
            return wrong("block is " + block + " for input " + node.input().shape()
                    + ", expected a divisor of height and width");
        }
        ShapeRules.requireOutput(node, in[0], in[1] / block, in[2] / block, (long) in[3] * block * block);
        return true;
    }

    private boolean depthToSpace(int block) {
        if (in.length != 4 || block < 1 || block > in[3] || in[3] % ((long) block * block) != 0) {
            return wrong("block is " + block + " for input " + node.input().shape()
                    + ", expected one whose square divides the channels");
        }
        ShapeRules.requireOutput(node, in[0], (long) in[1] * block, (long) in[2] * block, in[3] / (block * block));
        return true;
    }

    /** Whether constant input {@code position} has {@code count} numbers. */
    private boolean count(int position, String what, int count) {
        Shape shape = node.input(position).shape();
        boolean right = shape.rank() <= 1 && shape.elements() == count;
        if (!right) {
            node.error(
                    "TFL-30",
                    what + " has shape " + shape + ", expected " + count + (count == 1 ? " number" : " numbers")
                            + " for input " + node.input(view.moved()).shape(),
                    EXPORT_AGAIN);
        }
        return right;
    }

    private boolean axis(int axis, int dimensions) {
        return axis >= -dimensions && axis < dimensions
                || wrong("axis is " + axis + ", expected one of " + dimensions + " dimensions");
    }

    private int size(int axis) {
        return in[axis < 0 ? axis + in.length : axis];
    }

    private int outputs() {
        return node.node().outputs().size();
    }

    /** @return false */
    private boolean wrong(String message) {
        node.error("TFL-32", message, EXPORT_AGAIN);
        return false;
    }
}
