package dev.mote.model.graph;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Shapes and indices of the operators that pick elements by indices, which may be computed. */
final class GatherRules {
    private static final String EXPORT_AGAIN = "export the model again";
    /** TFLM's GATHER_ND. */
    private static final int MOST_INDICES = 5;

    private final CheckedNode node;

    GatherRules(CheckedNode node) {
        this.node = node;
    }

    void gather(Operator.Gather gather) {
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
        if (requireIndices(node.input(1), in[axis], "axis " + axis)) {
            IntStream outer = Arrays.stream(in, 0, axis);
            IntStream middle = Arrays.stream(indices, batch, indices.length);
            IntStream inner = Arrays.stream(in, axis + 1, in.length);
            requireOutput(IntStream.concat(IntStream.concat(outer, middle), inner));
        }
    }

    void gatherNd() {
        int[] in = node.input().shape().dimensions();
        int[] indices = node.input(1).shape().dimensions();
        int named = indices.length == 0 ? 0 : indices[indices.length - 1];
        if (named < 1 || named > Math.min(in.length, MOST_INDICES)) {
            wrongInput("indices have shape " + node.input(1).shape() + " for input "
                    + node.input().shape() + ", expected an innermost dimension of 1 to "
                    + Math.min(in.length, MOST_INDICES));
            return;
        }
        if (node.input(1).isConstant() && !requireRows(named)) {
            return;
        }
        requireOutput(
                IntStream.concat(Arrays.stream(indices, 0, indices.length - 1), Arrays.stream(in, named, in.length)));
    }

    /** As TFLM checks them: where each row of indices leads, not each index. */
    private boolean requireRows(int named) {
        Shape in = node.input().shape();
        int rows = in.elements(0, named);
        long[] positions = GatherIndices.positions(in, named, node.input(1).integers());
        return LongStream.of(positions).filter(position -> position < 0 || position >= rows).findFirst().stream()
                .peek(position -> wrongAttribute(
                        "a row of indices leads to position " + position + " of " + rows + ", input has shape " + in))
                .findAny()
                .isEmpty();
    }

    void embeddingLookup() {
        Shape indices = node.input(0).shape();
        Shape values = node.input(1).shape();
        if (indices.rank() != 1 || values.rank() < 2) {
            wrongInput("indices have shape " + indices + " and values " + values
                    + ", expected one dimension and two or more");
            return;
        }
        if (requireIndices(node.input(0), values.dimension(0), "values")) {
            requireOutput(IntStream.concat(
                    IntStream.of(indices.dimension(0)), Arrays.stream(values.dimensions(), 1, values.rank())));
        }
    }

    void dynamicUpdateSlice() {
        Shape in = node.input().shape();
        Shape part = node.input(1).shape();
        Shape start = node.input(2).shape();
        boolean fits = in.rank() > 0 && part.rank() == in.rank() && start.equals(Shape.of(in.rank()));
        for (int d = 0; fits && d < in.rank(); d++) {
            fits = part.dimension(d) <= in.dimension(d);
        }
        if (!fits) {
            wrongInput("input has shape " + in + ", the part " + part + " and its start " + start
                    + ", expected a part that fits and as many numbers as dimensions");
            return;
        }
        requireOutput(Arrays.stream(in.dimensions()));
    }

    void broadcastArgs() {
        Shape first = node.input(0).shape();
        Shape second = node.input(1).shape();
        if (first.rank() != 1 || second.rank() != 1) {
            wrongInput("shapes have shape " + first + " and " + second + ", expected one dimension each");
            return;
        }
        if (node.input(0).isConstant() && node.input(1).isConstant()) {
            int[] a = node.input(0).integers();
            int[] b = node.input(1).integers();
            for (int back = 1; back <= Math.min(a.length, b.length); back++) {
                int x = a[a.length - back];
                int y = b[b.length - back];
                if (x != y && x != 1 && y != 1) {
                    wrongAttribute(
                            "shapes have " + x + " and " + y + " in dimension -" + back + ", expected one of them 1");
                    return;
                }
            }
        }
        ShapeRules.requireOutput(node, Math.max(first.elements(), second.elements()));
    }

    /** Those of a constant; computed ones are cut when the model runs. */
    private boolean requireIndices(Tensor indices, int size, String what) {
        if (indices.isConstant()) {
            for (int index : indices.integers()) {
                if (index < 0 || index >= size) {
                    wrongAttribute("index is " + index + ", " + what + " has " + size);
                    return false;
                }
            }
        }
        return true;
    }

    private void requireOutput(IntStream expected) {
        ShapeRules.requireOutput(node, expected.asLongStream().toArray());
    }

    private void wrongInput(String message) {
        node.error("TFL-30", message, EXPORT_AGAIN);
    }

    private void wrongAttribute(String message) {
        node.error("TFL-32", message, EXPORT_AGAIN);
    }
}
