package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which branches fit together. */
final class BranchShapes {
    private BranchShapes() {}

    /**
     * What is wrong, if anything.
     *
     * @param names of the layers that end the branches
     * @param dimensions that have to be the same, counted from the outermost
     */
    static Optional<String> mismatch(List<StageValue> branches, List<String> names, int dimensions, String expected) {
        StageValue first = branches.getFirst();
        for (int i = 1; i < branches.size(); i++) {
            if (!isAlike(first, branches.get(i), dimensions)) {
                return Optional.of("'" + names.getFirst() + "' has shape " + first.seen() + " and '" + names.get(i)
                        + "' " + branches.get(i).seen() + ", expected " + expected
                        + "; put a convolution with the missing strides or filters, or a pooling, into one branch");
            }
        }
        return Optional.empty();
    }

    private static boolean isAlike(StageValue a, StageValue b, int dimensions) {
        return a.signal() == b.signal()
                && a.shape().rank() == b.shape().rank()
                && Arrays.equals(
                        a.shape().dimensions(), 0, dimensions, b.shape().dimensions(), 0, dimensions);
    }

    /** Side by side along the innermost dimension. */
    static Shape concatenated(List<StageValue> branches) {
        int[] dimensions = branches.getFirst().shape().dimensions();
        dimensions[dimensions.length - 1] = branches.stream()
                .mapToInt(branch -> branch.shape().dimension(-1))
                .sum();
        return Shape.of(dimensions);
    }
}
