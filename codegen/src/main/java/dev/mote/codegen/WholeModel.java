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
 */
record WholeModel(boolean convolves, long largestTensor) {
    static WholeModel of(Program program) {
        Graph graph = program.graph();
        return new WholeModel(
                program.steps().stream().anyMatch(step -> step.layer() instanceof Int8Layer.Conv2d),
                program.steps().stream()
                        .mapToInt(Step::output)
                        .mapToLong(output -> graph.tensor(output).byteSize())
                        .max()
                        .orElse(0));
    }
}
