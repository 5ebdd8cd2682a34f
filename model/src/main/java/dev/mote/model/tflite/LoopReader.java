package dev.mote.model.tflite;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Finds the loops of a graph, and reads the subgraphs that they name. */
final class LoopReader {
    /** Number of the options table of WHILE: condition and body, by index. */
    private static final int OPTIONS_TYPE = 93;

    private static final Operator WHILE = new Operator.Unsupported("WHILE");

    private final List<FlatTable> subgraphs;
    private final BiFunction<FlatTable, List<Finding>, Graph> reader;
    private final Map<Integer, Optional<Graph>> read = new HashMap<>();
    private final Set<Integer> used = new HashSet<>(List.of(0));

    /** @param reader of a subgraph; it adds what is wrong with it to the list */
    LoopReader(List<FlatTable> subgraphs, BiFunction<FlatTable, List<Finding>, Graph> reader) {
        this.subgraphs = subgraphs;
        this.reader = reader;
    }

    /** Loops whose subgraphs are sound, by the index of the node.
     *  @param operators tables of the nodes */
    Map<Integer, UnrollLoops.Loop> loops(Graph graph, List<FlatTable> operators) {
        Map<Integer, UnrollLoops.Loop> loops = new HashMap<>();
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            FlatTable table = operators.get(index);
            if (node.operator().equals(WHILE) && table.int8(Schema.Operator.OPTIONS_TYPE, 0) == OPTIONS_TYPE) {
                int position = index;
                table.table(Schema.Operator.OPTIONS, "WHILE")
                        .flatMap(this::loop)
                        .ifPresent(loop -> loops.put(position, loop));
            }
        }
        return loops;
    }

    /** Whether every subgraph is the first one or part of a loop. */
    boolean usesAll() {
        return used.size() == subgraphs.size();
    }

    private Optional<UnrollLoops.Loop> loop(FlatTable options) {
        Optional<Graph> condition = subgraph(options.int32(0, 0));
        Optional<Graph> body = subgraph(options.int32(1, 0));
        return condition.flatMap(first -> body.map(second -> new UnrollLoops.Loop(first, second)));
    }

    private Optional<Graph> subgraph(int index) {
        if (index <= 0 || index >= subgraphs.size()) {
            return Optional.empty();
        }
        used.add(index);
        return read.computeIfAbsent(index, position -> {
            List<Finding> findings = new ArrayList<>();
            Graph graph = reader.apply(subgraphs.get(position), findings);
            return findings.isEmpty() ? Optional.of(graph) : Optional.empty();
        });
    }
}
