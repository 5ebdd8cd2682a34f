package dev.mote.model.graph;

/** Shapes of BATCH_MATMUL. */
final class MatmulRules {
    private static final int LEAST_DIMENSIONS = 2;
    private static final int MOST_DIMENSIONS = 5;

    private final CheckedNode node;

    MatmulRules(CheckedNode node) {
        this.node = node;
    }

    void check(Operator.BatchMatmul matmul) {
        long[] first = ShapeRules.sizes(node.input(0));
        long[] second = ShapeRules.sizes(node.input(1));
        if (!hasMatrices(first) || !hasMatrices(second)) {
            refuse(first, second, "expected " + LEAST_DIMENSIONS + " to " + MOST_DIMENSIONS + " dimensions each");
            return;
        }
        long rows = first[first.length - (matmul.adjointFirst() ? 1 : 2)];
        long depth = first[first.length - (matmul.adjointFirst() ? 2 : 1)];
        long columns = second[second.length - (matmul.adjointSecond() ? 2 : 1)];
        if (second[second.length - (matmul.adjointSecond() ? 1 : 2)] != depth) {
            refuse(first, second, "whose matrices do not fit each other");
            return;
        }
        long[] expected = new long[Math.max(first.length, second.length)];
        expected[expected.length - 2] = rows;
        expected[expected.length - 1] = columns;
        for (int back = 3; back <= expected.length; back++) {
            long a = back <= first.length ? first[first.length - back] : 1;
            long b = back <= second.length ? second[second.length - back] : 1;
            if (a != b && a != 1 && b != 1) {
                refuse(first, second, "whose batches do not fit together");
                return;
            }
            expected[expected.length - back] = a == 1 ? b : a;
        }
        ShapeRules.requireOutput(node, expected);
    }

    private static boolean hasMatrices(long[] sizes) {
        return sizes.length >= LEAST_DIMENSIONS && sizes.length <= MOST_DIMENSIONS;
    }

    private void refuse(long[] first, long[] second, String why) {
        node.error(
                "TFL-30",
                "inputs " + ShapeRules.text(first) + " and " + ShapeRules.text(second) + ", " + why,
                "export the model again");
    }
}
