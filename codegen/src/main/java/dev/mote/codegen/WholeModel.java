package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;

/**
 * What the choice of a layer's kernel takes from the layers around it.
 *
 * @param convolves whether there are int8 convolutions
 * @param largestTensor bytes
 * @param largestStep bytes of a step's inputs and output
 */
record WholeModel(boolean convolves, long largestTensor, long largestStep) {
    static WholeModel of(Program program) {
        Graph graph = program.graph();
        return new WholeModel(
                program.steps().stream().anyMatch(step -> step.layer() instanceof Int8Layer.Conv2d),
                program.steps().stream()
                        .mapToInt(Step::output)
                        .mapToLong(output -> graph.tensor(output).byteSize())
                        .max()
                        .orElse(0),
                program.steps().stream()
                        .mapToLong(step -> bytes(graph, step))
                        .max()
                        .orElse(0));
    }

    private static long bytes(Graph graph, Step step) {
        long inputs = step.inputs().stream()
                .filter(input -> !graph.tensor(input).isConstant())
                .mapToLong(input -> graph.tensor(input).byteSize())
                .sum();
        return inputs + graph.tensor(step.output()).byteSize();
    }

    /** Whether a step of {@code bytes} that needs {@code scratch} besides takes no more than the largest does. */
    boolean hasRoom(long bytes, long scratch) {
        return bytes + scratch <= largestStep;
    }
}
