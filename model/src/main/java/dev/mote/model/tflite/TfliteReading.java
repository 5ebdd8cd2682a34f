package dev.mote.model.tflite;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.InvalidModelException;
import dev.mote.model.interpreter.FoldConstants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a {@code .tflite} holds, with everything that speaks against using it. What the graph cannot express is replaced in it by
 * {@link dev.mote.model.graph.Operator.Unsupported} and {@link dev.mote.model.graph.TensorType#OTHER}, so a graph that lost something
 * never verifies.
 *
 * @param source file name, for messages
 * @param graph as the file says it; {@link #folded} is what runs
 * @param findings of the reader and of {@link GraphVerifier}, about the graph that runs
 */
public record TfliteReading(String source, Graph graph, List<Finding> findings) {
    public TfliteReading {
        findings = List.copyOf(findings);
    }

    /** The graph as it runs: what is known before the run is constant. */
    public FoldConstants.Folded folded() {
        return FoldConstants.apply(graph);
    }

    /** Adds the verifier's findings, but for places where the reader has already said what is wrong. */
    static TfliteReading of(String source, Graph graph, List<Finding> found) {
        Set<String> reported = new HashSet<>();
        for (Finding finding : found) {
            reported.add(finding.place());
        }
        List<Finding> findings = new ArrayList<>(found);
        FoldConstants.Folded folded = FoldConstants.apply(graph);
        for (Finding finding : GraphVerifier.verify(folded.graph(), folded.nodes())) {
            if (!reported.contains(finding.place())) {
                findings.add(finding);
            }
        }
        return new TfliteReading(source, graph, CondenseFindings.of(findings));
    }

    /** The graph as it runs.
     *  @throws InvalidModelException with every error, if there is one */
    public Graph requireValid() {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidModelException(source, errors);
        }
        return folded().graph();
    }
}
