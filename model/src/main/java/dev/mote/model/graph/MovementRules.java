package dev.mote.model.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Attributes and shapes of the operators that only move elements. */
final class MovementRules {
    private static final String EXPORT_AGAIN = "export the model again";
    private static final int MOST_PADDED_DIMENSIONS = 5;

    private final CheckedNode node;

    MovementRules(CheckedNode node) {
        this.node = node;
    }

    void check(Operator.Movement movement) {
        switch (movement) {
            case Operator.View view -> view(view);
            case Operator.Pack(int axis) -> pack(axis);
            case Operator.PadV2 pad -> {
                if (node.input(2).shape().elements() != 1) {
                    wrongInput("value to pad with has shape " + node.input(2).shape() + ", expected one element");
                }
                padded(node).ifPresent(expected -> ShapeRules.requireOutput(node, expected));
            }
            case Operator.MirrorPad(Operator.MirrorMode mode) -> mirrorPad(mode);
            case Operator.Gather gather -> gather(gather);
        }
    }

    private void view(Operator.View view) {
        if (!new ViewRules(node, view).check()) {
            return;
        }
        if (view instanceof Operator.SpaceToDepth || view instanceof Operator.DepthToSpace) {
            return;
        }
        List<StridedView> views = Views.of(node.graph(), node.node(), view);
        for (int i = 0; i < views.size(); i++) {
            long[] expected = views.get(i).dimensions().stream()
                    .mapToLong(Integer::longValue)
                    .toArray();
            ShapeRules.requireShape(node, node.outputs().get(i), expected);
        }
    }

    private void pack(int attribute) {
        long[] in = ShapeRules.sizes(node.input());
        int axis = attribute < 0 ? attribute + in.length + 1 : attribute;
        if (axis < 0 || axis > in.length) {
            wrongAttribute("axis is " + attribute + ", output has " + (in.length + 1) + " dimensions");
            return;
        }
        int inputs = node.node().inputs().size();
        for (int position = 1; position < inputs; position++) {
            if (!node.input(position).shape().equals(node.input().shape())) {
                wrongInput("input " + position + " has shape "
                        + node.input(position).shape() + ", expected "
                        + node.input().shape());
                return;
            }
        }
        long[] expected = new long[in.length + 1];
        System.arraycopy(in, 0, expected, 0, axis);
        expected[axis] = inputs;
        System.arraycopy(in, axis, expected, axis + 1, in.length - axis);
        ShapeRules.requireOutput(node, expected);
    }

    /** The output of PAD, PADV2 and MIRROR_PAD, where the paddings in input 1 are sound. */
    static Optional<long[]> padded(CheckedNode node) {
        long[] expected = ShapeRules.sizes(node.input());
        Shape shape = node.input(1).shape();
        if (expected.length > MOST_PADDED_DIMENSIONS || !shape.equals(Shape.of(expected.length, 2))) {
            node.error(
                    "TFL-30",
                    "paddings have shape " + shape + " for input " + ShapeRules.text(expected)
                            + ", expected [dimensions, 2], at most " + MOST_PADDED_DIMENSIONS + " dimensions",
                    EXPORT_AGAIN);
            return Optional.empty();
        }
        int[] paddings = node.input(1).integers();
        for (int i = 0; i < paddings.length; i++) {
            if (paddings[i] < 0) {
                node.error("TFL-32", "padding is " + paddings[i] + ", expected 0 or more", EXPORT_AGAIN);
                return Optional.empty();
            }
            expected[i / 2] += paddings[i];
        }
        return Optional.of(expected);
    }

    private void mirrorPad(Operator.MirrorMode mode) {
        Optional<long[]> expected = padded(node);
        if (expected.isEmpty()) {
            return;
        }
        int[] paddings = node.input(1).integers();
        for (int i = 0; i < paddings.length; i++) {
            int size = node.input().shape().dimension(i / 2);
            int most =
                    switch (mode) {
                        case REFLECT -> size - 1;
                        case SYMMETRIC -> size;
                    };
            if (paddings[i] > most) {
                wrongAttribute("padding is " + paddings[i] + " in a dimension of " + size + ", " + mode
                        + " has at most " + most);
                return;
            }
        }
        ShapeRules.requireOutput(node, expected.get());
    }

    private void gather(Operator.Gather gather) {
        int[] in = node.input().shape().dimensions();
        int[] indices = node.input(1).shape().dimensions();
        int axis = gather.axis() < 0 ? gather.axis() + in.length : gather.axis();
        int batch = gather.batchDimensions() < 0 ? gather.batchDimensions() + indices.length : gather.batchDimensions();
        if (axis < 0 || axis >= in.length || batch < 0 || batch > Math.min(axis, indices.length)) {
            wrongAttribute("axis is " + gather.axis() + " and batch dimensions are " + gather.batchDimensions()
                    + " for input " + node.input().shape() + " and indices "
                    + node.input(1).shape());
            return;
        }
        if (!Arrays.equals(in, 0, batch, indices, 0, batch)) {
            wrongInput("indices have shape " + node.input(1).shape() + ", expected the first " + batch
                    + " dimensions of " + node.input().shape());
            return;
        }
        for (int index : node.input(1).integers()) {
            if (index < 0 || index >= in[axis]) {
                wrongAttribute("index is " + index + ", axis " + axis + " has " + in[axis]);
                return;
            }
        }
        IntStream outer = Arrays.stream(in, 0, axis);
        IntStream middle = Arrays.stream(indices, batch, indices.length);
        IntStream inner = Arrays.stream(in, axis + 1, in.length);
        ShapeRules.requireOutput(
                node,
                IntStream.concat(IntStream.concat(outer, middle), inner)
                        .asLongStream()
                        .toArray());
    }

    private void wrongInput(String message) {
        node.error("TFL-30", message, EXPORT_AGAIN);
    }

    private void wrongAttribute(String message) {
        node.error("TFL-32", message, EXPORT_AGAIN);
    }
}
