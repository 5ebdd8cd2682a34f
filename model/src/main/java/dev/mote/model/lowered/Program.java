package dev.mote.model.lowered;

import dev.mote.model.graph.Graph;
import java.util.List;

/** A graph made ready to run: one step for each output of each node, in order. */
public record Program(Graph graph, List<Step> steps) {
    public Program {
        steps = List.copyOf(steps);
    }

    /** Multiply-accumulates of one run. */
    public long macs() {
        return steps.stream().mapToLong(step -> step.layer().macs()).sum();
    }
}
