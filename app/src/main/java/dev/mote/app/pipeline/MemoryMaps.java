package dev.mote.app.pipeline;

import dev.mote.app.report.MemoryMap;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.codegen.MemoryPlan;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.lowered.Lowering;
import dev.mote.model.lowered.Program;
import java.util.List;
import java.util.stream.IntStream;

/** The arena of the planned C project, for pictures. */
public final class MemoryMaps {
    private MemoryMaps() {}

    /**
     * @param graph that Mote can run
     * @throws dev.mote.model.BadInputException if a layer is larger than its C kernel takes
     */
    public static MemoryMap of(Graph graph) {
        return of(Lowering.lower(graph));
    }

    static MemoryMap of(Program program) {
        MemoryPlan plan = Codegen.plan(program.graph(), Core.PORTABLE, Goal.BALANCED);
        Graph graph = program.graph();
        List<MemoryMap.Block> blocks = IntStream.range(0, plan.blocks().size())
                .mapToObj(i -> {
                    var block = plan.blocks().get(i);
                    List<String> names = block.tensors().stream()
                            .map(tensor -> graph.tensor(tensor).name())
                            .toList();
                    return new MemoryMap.Block(
                            String.join(", ", names),
                            plan.offsets().get(i),
                            block.bytes(),
                            block.first(),
                            Math.min(block.last(), program.steps().size() - 1));
                })
                .toList();
        List<String> steps = program.steps().stream()
                .map(step -> OperatorNames.of(graph.nodes().get(step.node()).operator()))
                .toList();
        return new MemoryMap(steps, blocks, plan.arenaBytes(), plan.lowerBound());
    }
}
