package dev.mote.model.graph;

import java.util.Arrays;

/** Blocks, paddings and crops of SPACE_TO_BATCH_ND and BATCH_TO_SPACE_ND. */
final class BlockRules {
    private static final String EXPORT_AGAIN = "export the model again";

    private final CheckedNode node;
    private final long[] in;

    BlockRules(CheckedNode node) {
        this.node = node;
        this.in = ShapeRules.sizes(node.input());
    }

    void spaceToBatch() {
        if (!isSound("paddings")) {
            return;
        }
        int[] block = block();
        long[] expected = in.clone();
        for (int d = 0; d < block.length; d++) {
            long padded = in[d + 1] + edge(d, 0) + edge(d, 1);
            if (padded % block[d] != 0 || expected[0] * block[d] > Integer.MAX_VALUE) {
                wrong("block is " + block[d] + " in dimension " + (d + 1) + ", which has " + padded
                        + " with its paddings, expected a divisor");
                return;
            }
            expected[0] *= block[d];
            expected[d + 1] = padded / block[d];
        }
        ShapeRules.requireOutput(node, expected);
    }

    void batchToSpace() {
        if (!isSound("crops")) {
            return;
        }
        int[] block = block();
        long[] expected = in.clone();
        for (int d = 0; d < block.length; d++) {
            long left = in[d + 1] * block[d] - edge(d, 0) - edge(d, 1);
            if (expected[0] % block[d] != 0 || left < 1) {
                wrong("block is " + block[d] + " and crops are " + edge(d, 0) + " and " + edge(d, 1) + " in dimension "
                        + (d + 1) + " for input " + ShapeRules.text(in));
                return;
            }
            expected[0] /= block[d];
            expected[d + 1] = left;
        }
        ShapeRules.requireOutput(node, expected);
    }

    /** Whether block and edges have the right counts and no number that cannot be. */
    private boolean isSound(String edges) {
        int spatial = in.length - 2;
        Shape block = node.input(1).shape();
        Shape shape = node.input(2).shape();
        if (spatial < 1 || spatial > 2 || !block.equals(Shape.of(spatial)) || !shape.equals(Shape.of(spatial, 2))) {
            node.error(
                    "TFL-30",
                    "input has shape " + ShapeRules.text(in) + ", block " + block + " and " + edges + " " + shape
                            + ", expected 3 or 4 dimensions, [dimensions - 2] and [dimensions - 2, 2]",
                    EXPORT_AGAIN);
            return false;
        }
        boolean positive = Arrays.stream(block()).allMatch(size -> size > 0)
                && Arrays.stream(node.input(2).integers()).allMatch(edge -> edge >= 0);
        if (!positive) {
            wrong("block is " + Arrays.toString(block()) + " and " + edges + " are "
                    + Arrays.toString(node.input(2).integers()) + ", expected 1 or more and 0 or more");
        }
        return positive;
    }

    private int[] block() {
        return node.input(1).integers();
    }

    private long edge(int dimension, int side) {
        return node.input(2).integers()[2 * dimension + side];
    }

    private void wrong(String message) {
        node.error("TFL-32", message, EXPORT_AGAIN);
    }
}
