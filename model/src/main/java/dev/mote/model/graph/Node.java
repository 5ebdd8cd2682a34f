package dev.mote.model.graph;

import java.util.List;

/**
 * An operator applied to tensors, which are indices into {@link Graph#tensors()}.
 *
 * @param inputs in the operator's order; {@link #ABSENT} stands for an optional input that is not given
 * @param intermediates tensors that only tell scales inside of the operator, for kernels other than Mote's and TFLM's
 */
public record Node(Operator operator, List<Integer> inputs, List<Integer> outputs, List<Integer> intermediates) {
    public static final int ABSENT = -1;

    public Node {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        intermediates = List.copyOf(intermediates);
    }

    public Node(Operator operator, List<Integer> inputs, List<Integer> outputs) {
        this(operator, inputs, outputs, List.of());
    }

    /** Whether input {@code position} is there. */
    public boolean hasInput(int position) {
        return position < inputs.size() && inputs.get(position) != ABSENT;
    }

    /** Tensor index of the first input. */
    public int input() {
        return inputs.getFirst();
    }

    /** Tensor index of the first output. */
    public int output() {
        return outputs.getFirst();
    }
}
