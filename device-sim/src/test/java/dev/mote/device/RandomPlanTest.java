package dev.mote.device;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.lowered.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drawn graphs: nothing overwrites what is still to be read. The seed of a graph is its position. */
class RandomPlanTest {
    private static final int GRAPHS = 150;

    @ParameterizedTest
    @EnumSource(
            value = Goal.class,
            names = {"SIZE", "BALANCED"})
    void everyByteIsWhereItIsRead(Goal goal) {
        for (int seed = 0; seed < GRAPHS; seed++) {
            check(RandomGraphs.graph(seed), goal);
            check(RandomGraphs.int16Graph(seed), goal);
        }
    }

    private static void check(Graph graph, Goal goal) {
        Program program = Interpreter.of(graph).program();
        PlanWalk.check(program, Codegen.plan(graph, Core.PORTABLE, goal));
    }
}
