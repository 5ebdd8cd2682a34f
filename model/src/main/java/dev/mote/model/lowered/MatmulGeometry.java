package dev.mote.model.lowered;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Products of matrices, batch by batch: out[batch][row][column] = sum over k of
 * first[batch * firstBatchSteps + row * firstRowStep + k * firstDepthStep] * second[... + k * secondDepthStep + column *
 * secondColumnStep]. Steps are in elements; a batch step of 0 repeats.
 *
 * @param batches dimensions of the batches, outermost first; always {@value #BATCH_DIMENSIONS}
 */
public record MatmulGeometry(
        List<Integer> batches,
        List<Integer> firstBatchSteps,
        List<Integer> secondBatchSteps,
        int rows,
        int columns,
        int depth,
        int firstRowStep,
        int firstDepthStep,
        int secondColumnStep,
        int secondDepthStep) {
    public static final int BATCH_DIMENSIONS = 3;

    public MatmulGeometry {
        batches = List.copyOf(batches);
        firstBatchSteps = List.copyOf(firstBatchSteps);
        secondBatchSteps = List.copyOf(secondBatchSteps);
    }

    static MatmulGeometry of(Operator.BatchMatmul matmul, Shape first, Shape second) {
        boolean adjointFirst = matmul.adjointFirst();
        boolean adjointSecond = matmul.adjointSecond();
        List<Integer> batches = new ArrayList<>();
        List<Integer> firstSteps = new ArrayList<>();
        List<Integer> secondSteps = new ArrayList<>();
        for (int back = 2 + BATCH_DIMENSIONS; back > 2; back--) {
            batches.add(Math.max(dimension(first, back), dimension(second, back)));
            firstSteps.add(step(first, back));
            secondSteps.add(step(second, back));
        }
        return new MatmulGeometry(
                batches,
                firstSteps,
                secondSteps,
                first.dimension(adjointFirst ? -1 : -2),
                second.dimension(adjointSecond ? -2 : -1),
                first.dimension(adjointFirst ? -2 : -1),
                adjointFirst ? 1 : first.dimension(-1),
                adjointFirst ? first.dimension(-1) : 1,
                adjointSecond ? second.dimension(-1) : 1,
                adjointSecond ? 1 : second.dimension(-1));
    }

    /** [rows, depth] times [columns, depth]. */
    static MatmulGeometry dense(int rows, int columns, int depth) {
        List<Integer> none = Collections.nCopies(BATCH_DIMENSIONS, 0);
        List<Integer> one = Collections.nCopies(BATCH_DIMENSIONS, 1);
        return new MatmulGeometry(one, none, none, rows, columns, depth, depth, 1, depth, 1);
    }

    private static int dimension(Shape shape, int back) {
        return back <= shape.rank() ? shape.dimension(-back) : 1;
    }

    private static int step(Shape shape, int back) {
        return dimension(shape, back) == 1 ? 0 : shape.elements(shape.rank() - back + 1, shape.rank());
    }

    /** Matrices of the output. */
    public int matrices() {
        return batches.stream().reduce(1, (a, b) -> a * b);
    }

    /** Multiply-accumulates. */
    public long macs() {
        return (long) matrices() * rows * columns * depth;
    }
}
