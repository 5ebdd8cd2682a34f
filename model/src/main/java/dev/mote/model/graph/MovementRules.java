package dev.mote.model.graph;

import java.util.List;
import java.util.Optional;

/** Attributes and shapes of the operators that only move elements. */
final class MovementRules {
    private static final String EXPORT_AGAIN = "export the model again";
    private static final int MOST_PADDED_DIMENSIONS = 5;

    private final CheckedNode node;

    MovementRules(CheckedNode node) {
        this.node = node;
    }

    void check(Operator.Movement movement) {
        Tensor moved = node.input(movement.moved());
        boolean emptied =
                node.outputs().stream().anyMatch(output -> output.shape().elements() == 0);
        if (moved.shape().elements() == 0 || emptied) {
            wrongInput("moves tensors without elements, expected one or more");
            return;
        }
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
            case Operator.Gather gather -> new GatherRules(node).gather(gather);
            case Operator.GatherNd gather -> new GatherRules(node).gatherNd();
            case Operator.EmbeddingLookup lookup -> new GatherRules(node).embeddingLookup();
            case Operator.DynamicUpdateSlice update -> new GatherRules(node).dynamicUpdateSlice();
            case Operator.BroadcastArgs shapes -> new GatherRules(node).broadcastArgs();
            case Operator.ZerosLike zeros -> ShapeRules.requireOutput(node, ShapeRules.sizes(node.input()));
            case Operator.ResizeNearestNeighbor resize -> new ResizeRules(node).nearest(resize);
            case Operator.SpaceToBatchNd space -> new BlockRules(node).spaceToBatch();
            case Operator.BatchToSpaceNd batch -> new BlockRules(node).batchToSpace();
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

    private void wrongInput(String message) {
        node.error("TFL-30", message, EXPORT_AGAIN);
    }

    private void wrongAttribute(String message) {
        node.error("TFL-32", message, EXPORT_AGAIN);
    }
}
