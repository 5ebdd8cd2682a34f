package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor that may lie inside of another one, so that no kernel needs to copy it: a part of a concatenation, or what a slice takes out.
 *
 * @param step that would copy it
 * @param call of that step's kernel which does
 * @param offset of the part in the whole, in bytes
 */
public record Join(int step, int call, int part, int whole, int offset) {

    /** Those of the concatenations and slices whose parts are one run of elements each. */
    static List<Join> of(Program program) {
        List<Join> joins = new ArrayList<>();
        for (int index = 0; index < program.steps().size(); index++) {
            Step step = program.steps().get(index);
            int bytes = program.graph().tensor(step.output()).type().bytes();
            if (step.layer() instanceof MovementLayer.Concatenate(int rows, List<Integer> runs) && rows == 1) {
                int offset = 0;
                for (int i = 0; i < runs.size(); i++) {
                    add(joins, program.graph(), new Join(index, i, step.inputs().get(i), step.output(), offset));
                    offset += runs.get(i) * bytes;
                }
            } else if (step.layer() instanceof MovementLayer.StridedCopy copy && isRun(copy)) {
                int offset = copy.view().offset() * bytes;
                add(
                        joins,
                        program.graph(),
                        new Join(index, 0, step.output(), step.inputs().getFirst(), offset));
            }
        }
        return joins;
    }

    private static boolean isRun(MovementLayer.StridedCopy copy) {
        return copy.view().dimensions().size() == 1 && copy.view().strides().getFirst() == 1;
    }

    /** What is not at a word may be slow to read, and what neither step makes has its place. */
    private static void add(List<Join> joins, Graph graph, Join join) {
        int alignment =
                Math.max(ArenaPacking.ALIGNMENT, graph.tensor(join.part).type().bytes());
        boolean isFree = isMade(graph, join.part)
                && isMade(graph, join.whole)
                && !graph.inputs().contains(join.part);
        if (join.offset % alignment == 0 && isFree) {
            joins.add(join);
        }
    }

    private static boolean isMade(Graph graph, int tensor) {
        return !graph.tensor(tensor).isConstant() && !graph.tensor(tensor).isState();
    }

    /** Whether the whole is made of its parts, not the part taken out of it. */
    boolean isConcatenation(Program program) {
        return program.steps().get(step).output() == whole;
    }
}
