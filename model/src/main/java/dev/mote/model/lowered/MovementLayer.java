package dev.mote.model.lowered;

import dev.mote.model.graph.StridedView;
import dev.mote.model.graph.TensorData;
import java.util.List;

/** Layers that only move elements, of any type. */
public sealed interface MovementLayer extends Layer {

    /** The same elements in the same order: a reshape. */
    record Copy(int elements) implements MovementLayer {}

    /** {@code view}, in as few dimensions as it takes, none of which is 1 but where there is one element. */
    record StridedCopy(StridedView view) implements MovementLayer {}

    /** What is known before the model runs: int32, whatever the operand holds. */
    record Store(TensorData values) implements MovementLayer {}

    /**
     * {@code batches} times {@code rows} times: for each index of the batch the run of elements at that index of the axis.
     *
     * @param axis runs of the input in one row
     * @param run elements that stay together
     * @param indices int32 [batches, indices of a batch], in [0, axis)
     */
    record Gather(int batches, int rows, int axis, int run, TensorData indices) implements MovementLayer {}

    /**
     * As {@link Gather}, with the indices in operand 1. What is outside of [0, axis) counts as the nearest index inside.
     *
     * @param count indices of a batch
     */
    record GatherComputed(int batches, int rows, int axis, int run, int count) implements MovementLayer {
        @Override
        public int operands() {
            return 2;
        }
    }

    /**
     * For each row of indices in operand 1 the run of elements at row sum(index * step) of the input. What is outside of [0, rows) counts as
     * the nearest row inside.
     *
     * @param count rows of indices
     * @param steps rows of the input from one index to the next, one an index
     */
    record GatherRows(int rows, int run, int count, List<Integer> steps) implements MovementLayer {
        public GatherRows {
            steps = List.copyOf(steps);
        }

        @Override
        public int operands() {
            return 2;
        }
    }

    /**
     * Operand 0 with operand 1, {@code part} in size, in place of what is there from operand 2 on, which is cut so that the part fits.
     *
     * @param input dimensions, outermost first
     * @param part dimensions, each at most that of the input
     * @param wide whether operand 2 is int64, not int32
     */
    record UpdateSlice(List<Integer> input, List<Integer> part, boolean wide) implements MovementLayer {
        public UpdateSlice {
            input = List.copyOf(input);
            part = List.copyOf(part);
        }

        @Override
        public int operands() {
            return 3;
        }
    }

    /**
     * The shape to which two shapes broadcast; the shorter one has 1 in front. Where neither has a 1 the first counts.
     *
     * @param first dimensions of operand 0
     * @param second dimensions of operand 1
     */
    record BroadcastShapes(int first, int second) implements MovementLayer {
        @Override
        public int operands() {
            return 2;
        }
    }

    /**
     * Picks pixels: out[b][y][x] = in[b][rows[y]][columns[x]].
     *
     * @param height of the input
     * @param run elements of a pixel
     */
    record Resample(int batches, int height, int width, int run, List<Integer> rows, List<Integer> columns)
            implements MovementLayer {
        public Resample {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /**
     * Pixel (y, x) of image b of the input goes to phase (y + top, x + left) mod block; phases stand side by side as images.
     *
     * @param fill what pixels outside of the input hold
     */
    record SpaceToBatch(Blocks blocks, double fill) implements MovementLayer {}

    /** The other way round. */
    record BatchToSpace(Blocks blocks) implements MovementLayer {}

    /**
     * Images and their phases: [images, height, width, run] and [block * images, phase height, phase width, run].
     *
     * @param top rows of the blocks above the image
     * @param left columns of the blocks before the image
     */
    record Blocks(
            int images,
            int height,
            int width,
            int run,
            int blockHeight,
            int blockWidth,
            int phaseHeight,
            int phaseWidth,
            int top,
            int left) {}

    /**
     * Elements before and after each dimension mirror those inside. A dimension of the input has runs of neighbouring elements.
     *
     * @param input dimensions, outermost first
     * @param margin 1 if the outermost element is left out, otherwise 0
     */
    record MirrorPad(List<Integer> input, List<Integer> before, List<Integer> after, int run, int margin)
            implements MovementLayer {
        public MirrorPad {
            input = List.copyOf(input);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** Where element {@code index} of output dimension {@code d} comes from. */
        public int source(int d, int index) {
            int position = index - before.get(d);
            if (position < 0) {
                return margin - 1 - position;
            }
            int size = input.get(d);
            return position < size ? position : 2 * size - 1 - margin - position;
        }
    }

    /**
     * Elements before and after each dimension are filled.
     *
     * @param input dimensions, outermost first
     * @param before elements added in front, one a dimension
     * @param after elements added behind
     * @param fill zero point of int8 tensors, 0 of others, or what PADV2 gives
     */
    record Pad(List<Integer> input, List<Integer> before, List<Integer> after, double fill) implements MovementLayer {
        public Pad {
            input = List.copyOf(input);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * {@code rows} times: a run of elements from each input in turn.
     *
     * @param runs elements of one run, one an input
     */
    record Concatenate(int rows, List<Integer> runs) implements MovementLayer {
        public Concatenate {
            runs = List.copyOf(runs);
        }

        @Override
        public int operands() {
            return runs.size();
        }
    }
}
