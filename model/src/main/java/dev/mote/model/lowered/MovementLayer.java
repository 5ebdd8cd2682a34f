package dev.mote.model.lowered;

import java.util.List;

/** Layers that only move elements, of any type. */
public sealed interface MovementLayer extends Layer {

    /** The same elements in the same order: a reshape. */
    record Copy(int elements) implements MovementLayer {}

    /**
     * Elements before and after each dimension are filled.
     *
     * @param input dimensions, outermost first
     * @param before elements added in front, one a dimension
     * @param after elements added behind
     * @param fill zero point of int8 tensors, 0 of others
     */
    record Pad(List<Integer> input, List<Integer> before, List<Integer> after, int fill) implements MovementLayer {
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
