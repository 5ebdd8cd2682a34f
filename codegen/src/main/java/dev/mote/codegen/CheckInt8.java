package dev.mote.codegen;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Places;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.IntegerLayer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses programs that are not int8 throughout. */
final class CheckInt8 {
    private CheckInt8() {}

    static void requireInt8(String source, Program program) {
        Graph graph = program.graph();
        List<Step> others =
                program.steps().stream().filter(step -> !isInt8(graph, step)).toList();
        if (!others.isEmpty()) {
            String places = others.stream()
                    .map(step -> Places.operator(step.node(), graph.nodes().get(step.node()), graph.tensors()))
                    .collect(Collectors.joining(", "));
            throw new BadInputException(
                    source + ": " + places
                            + ": not int8 throughout, C code is written for int8 only; quantize the float model: mote quantize");
        }
    }

    private static boolean isInt8(Graph graph, Step step) {
        return switch (step.layer()) {
            case Int8Layer int8 -> true;
            case FloatLayer floating -> false;
            case IntegerLayer integer -> false;
            case MovementLayer movement ->
                isInt8(graph.tensor(step.output()))
                        && step.inputs().stream().allMatch(input -> isInt8(graph.tensor(input)));
        };
    }

    private static boolean isInt8(Tensor tensor) {
        return tensor.type() == TensorType.INT8;
    }
}
