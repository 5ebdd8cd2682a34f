package dev.mote.model.lowered;

import java.util.List;

/**
 * One layer of a program.
 *
 * @param node index of the graph's node that it comes from
 * @param inputs tensor indices of the layer's operands; weights are inside the layer
 * @param output tensor index
 */
public record Step(int node, Layer layer, List<Integer> inputs, int output) {
    public Step {
        inputs = List.copyOf(inputs);
    }
}
