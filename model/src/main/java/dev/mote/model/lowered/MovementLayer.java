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
