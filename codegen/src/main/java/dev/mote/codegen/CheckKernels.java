package dev.mote.codegen;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Places;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.IntegerLayer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.StateLayer;
import dev.mote.model.lowered.Step;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses programs with layers that have no C kernel. */
final class CheckKernels {
    private CheckKernels() {}

    static void requireAll(String source, Program program) {
        Graph graph = program.graph();
        List<Step> others =
                program.steps().stream().filter(step -> !hasKernel(step)).toList();
        if (!others.isEmpty()) {
            String places = others.stream()
                    .map(step -> Places.operator(step.node(), graph.nodes().get(step.node()), graph.tensors()))
                    .collect(Collectors.joining(", "));
            throw new BadInputException(
                    source + ": " + places + ": has no C kernel; quantize the float model: mote quantize");
        }
    }

    private static boolean hasKernel(Step step) {
        return switch (step.layer()) {
            case Int8Layer int8 -> true;
            case Int16Layer int16 -> true;
            case FloatLayer floating -> true;
            case IntegerLayer integer -> true;
            case MovementLayer movement -> true;
            case StateLayer state -> true;
        };
    }
}
