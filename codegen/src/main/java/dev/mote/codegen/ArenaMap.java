package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What lies where in the arena and when, for people. */
final class ArenaMap {
    private final Graph graph;
    private final List<GeneratedLayer> layers;
    private final MemoryPlan plan;

    ArenaMap(Graph graph, List<GeneratedLayer> layers, MemoryPlan plan) {
        this.graph = graph;
        this.layers = layers;
        this.plan = plan;
    }

    /** A stretch of the arena, with the step that uses it first. */
    private record Row(int first, int offset, int bytes, String use, String what) {
        @Override
        public String toString() {
            return "%8d %8d  %s  %s".formatted(offset, bytes, use, what);
        }
    }

    /** A line a stretch, in order of first use; scratch behind the tensors of its layer. */
    List<String> lines() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < plan.blocks().size(); i++) {
            rows.add(tensors(plan.blocks().get(i), plan.offsets().get(i)));
        }
        plan.scratch().forEach((step, offset) -> rows.add(scratch(step, offset)));
        rows.sort(Comparator.comparingInt(Row::first));
        List<String> lines = new ArrayList<>(List.of(""));
        if (outputsLieOverOperands()) {
            lines.add("An output may lie over an input of its layer: no element is written over before it is read.");
        }
        lines.add("  offset    bytes  in layers  tensor");
        rows.forEach(row -> lines.add(row.toString()));
        return lines;
    }

    private Row tensors(MemoryBlock block, int offset) {
        String names = block.tensors().stream()
                .map(tensor -> CText.quoted(graph.tensor(tensor).name()))
                .collect(Collectors.joining("\n *" + " ".repeat(31)));
        return new Row(block.first(), offset, block.bytes(), use(firstUse(block), lastUse(block)), names);
    }

    private Row scratch(int step, int offset) {
        String layer = String.valueOf(step);
        return new Row(step, offset, layers.get(step).code().scratchBytes(), use(layer, layer), "scratch");
    }

    private static String use(String first, String last) {
        return "%4s-%-4s".formatted(first, last);
    }

    private String firstUse(MemoryBlock block) {
        boolean isInput = block.first() == MemoryBlock.BEFORE_RUN;
        return isState(block) ? "kept" : isInput ? "in" : String.valueOf(block.first());
    }

    private String lastUse(MemoryBlock block) {
        return block.last() == MemoryBlock.BEFORE_RUN
                ? "in"
                : block.last() < layers.size() ? String.valueOf(block.last()) : isState(block) ? "" : "out";
    }

    private boolean isState(MemoryBlock block) {
        return graph.tensor(block.tensors().getFirst()).isState();
    }

    private boolean outputsLieOverOperands() {
        for (int i = 0; i < plan.blocks().size(); i++) {
            for (int k = 0; k < i; k++) {
                MemoryBlock block = plan.blocks().get(i);
                MemoryBlock other = plan.blocks().get(k);
                int from = plan.offsets().get(i);
                int otherFrom = plan.offsets().get(k);
                if (block.overlapsInTime(other)
                        && from < otherFrom + other.bytes()
                        && otherFrom < from + block.bytes()) {
                    return true;
                }
            }
        }
        return false;
    }
}
