package dev.mote.model.tflite;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.InvalidModelException;
import dev.mote.model.graph.Places;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@code .tflite} holds, with everything that speaks against using it. What the graph cannot express is replaced in it by
 * {@link dev.mote.model.graph.Operator.Unsupported} and {@link dev.mote.model.graph.TensorType#OTHER}, so a graph that lost something
 * never verifies.
 *
 * @param source file name, for messages
 * @param findings of the reader and of {@link GraphVerifier}
 */
public record TfliteReading(String source, Graph graph, List<Finding> findings) {
    public TfliteReading {
        findings = List.copyOf(findings);
    }

    /**
     * Adds the verifier's findings, but for places where the reader has already said what is wrong. A sound graph loses its shape
     * arithmetic; one with errors stays as the file has it, so that the numbers in findings are those of the file.
     */
    static TfliteReading of(String source, Graph graph, List<Finding> found) {
        DropShapeArithmetic shapes = DropShapeArithmetic.of(graph);
        TfliteReading simplified = new TfliteReading(source, shapes.graph(), joined(found, Set.of(), shapes.graph()));
        if (shapes.dropped().isEmpty() || simplified.errors().isEmpty()) {
            return simplified;
        }
        Set<String> notNeeded = shapes.dropped().stream()
                .map(node -> Places.operator(node, graph.nodes().get(node), graph.tensors()))
                .collect(Collectors.toSet());
        return new TfliteReading(source, graph, joined(found, notNeeded, graph));
    }

    private static List<Finding> joined(List<Finding> found, Set<String> without, Graph graph) {
        Set<String> silent = new HashSet<>(without);
        found.forEach(finding -> silent.add(finding.place()));
        return CondenseFindings.of(Stream.concat(
                        found.stream(),
                        GraphVerifier.verify(graph).stream().filter(finding -> !silent.contains(finding.place())))
                .toList());
    }

    private List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }

    /** The graph.
     *  @throws InvalidModelException with every error, if there is one */
    public Graph requireValid() {
        List<Finding> errors = errors();
        if (!errors.isEmpty()) {
            throw new InvalidModelException(source, errors);
        }
        return graph;
    }
}
