package dev.mote.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where the outputs of a {@link Operator.View} lie in its input. The node must keep the rules of its attributes. */
public final class Views {
    private final Graph graph;
    private final Node node;
    private final StridedView whole;

    private Views(Graph graph, Node node, Operator.View view) {
        this.graph = graph;
        this.node = node;
        this.whole = StridedView.of(graph.input(node, view.moved()).shape());
    }

    /** One view an output. Dimensions are those of the output, but that block and channels of SPACE_TO_DEPTH and DEPTH_TO_SPACE are apart. */
    public static List<StridedView> of(Graph graph, Node node, Operator.View view) {
        return new Views(graph, node, view).views(view);
    }

    private List<StridedView> views(Operator.View view) {
        return switch (view) {
            case Operator.Squeeze squeeze -> List.of(squeeze(squeeze.axes()));
            case Operator.ExpandDims expand -> {
                int axis = integers(1)[0];
                yield List.of(whole.repeated(axis < 0 ? axis + rank() + 1 : axis, 1));
            }
            case Operator.Transpose transpose -> List.of(whole.permuted(integers(1)));
            case Operator.Slice slice -> List.of(slice(integers(1), integers(2)));
            case Operator.StridedSlice slice -> List.of(stridedSlice(slice));
            case Operator.Split split -> {
                int axis = axis(integers(0)[0]);
                int parts = node.outputs().size();
                int size = whole.dimensions().get(axis) / parts;
                yield split(axis, IntStream.range(0, parts).map(i -> size).toArray());
            }
            case Operator.SplitV split -> splitV();
            case Operator.Unpack unpack -> {
                int axis = axis(unpack.axis());
                yield IntStream.range(0, node.outputs().size())
                        .mapToObj(i -> whole.sliced(axis, i, 1, 1).without(axis))
                        .toList();
            }
            case Operator.BroadcastTo broadcast -> List.of(broadcast(integers(1)));
            case Operator.Fill fill -> List.of(broadcast(integers(0)));
            case Operator.ReverseV2 reverse -> {
                StridedView reversed = whole;
                for (int axis : integers(1)) {
                    int size = whole.dimensions().get(axis(axis));
                    reversed = reversed.sliced(axis(axis), size - 1, -1, size);
                }
                yield List.of(reversed);
            }
            case Operator.SpaceToDepth(int block) ->
                List.of(whole.factored(2, block).factored(1, block).permuted(0, 1, 3, 2, 4, 5));
            case Operator.DepthToSpace(int block) -> {
                int channels = whole.dimensions().get(3) / (block * block);
                yield List.of(whole.factored(3, channels).factored(3, block).permuted(0, 1, 3, 2, 4, 5));
            }
        };
    }

    private StridedView squeeze(List<Integer> named) {
        List<Integer> axes = named.stream().map(this::axis).toList();
        StridedView squeezed = whole;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            if (whole.dimensions().get(axis) == 1 && (axes.isEmpty() || axes.contains(axis))) {
                squeezed = squeezed.without(axis);
            }
        }
        return squeezed;
    }

    private StridedView slice(int[] begins, int[] sizes) {
        StridedView sliced = whole;
        for (int axis = 0; axis < rank(); axis++) {
            int rest = whole.dimensions().get(axis) - begins[axis];
            sliced = sliced.sliced(axis, begins[axis], 1, sizes[axis] == -1 ? rest : sizes[axis]);
        }
        return sliced;
    }

    private StridedView stridedSlice(Operator.StridedSlice slice) {
        StridedView sliced = whole;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            SliceRange range = SliceRange.of(
                    slice, axis, whole.dimensions().get(axis), integers(1)[axis], integers(2)[axis], integers(3)[axis]);
            sliced = sliced.sliced(axis, range.begin(), range.step(), range.count());
            if (range.isShrunk()) {
                sliced = sliced.without(axis);
            }
        }
        return sliced;
    }

    private List<StridedView> splitV() {
        int axis = axis(integers(2)[0]);
        int[] sizes = integers(1);
        int given = IntStream.of(sizes).filter(size -> size >= 0).sum();
        int rest = whole.dimensions().get(axis) - given;
        return split(
                axis, IntStream.of(sizes).map(size -> size < 0 ? rest : size).toArray());
    }

    private List<StridedView> split(int axis, int[] sizes) {
        List<StridedView> parts = new ArrayList<>();
        int begin = 0;
        for (int size : sizes) {
            parts.add(whole.sliced(axis, begin, 1, size));
            begin += size;
        }
        return parts;
    }

    private StridedView broadcast(int[] shape) {
        StridedView spread = whole;
        for (int back = 1; back <= shape.length; back++) {
            int size = shape[shape.length - back];
            int axis = rank() - back;
            if (axis < 0) {
                spread = spread.repeated(0, size);
            } else if (whole.dimensions().get(axis) != size) {
                spread = spread.without(axis).repeated(axis, size);
            }
        }
        return spread;
    }

    private int[] integers(int position) {
        return graph.input(node, position).integers();
    }

    private int rank() {
        return whole.dimensions().size();
    }

    private int axis(int axis) {
        return axis < 0 ? axis + rank() : axis;
    }
}
