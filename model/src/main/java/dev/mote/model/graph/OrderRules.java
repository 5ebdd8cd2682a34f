package dev.mote.model.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which tensor gets its value where: every index exists, every value has one origin, which comes before its use. */
final class OrderRules {
    private static final String EXPORT_AGAIN = "export the model again";

    private final Graph graph;
    private final FindingList findings;
    private final Set<Integer> known = new HashSet<>();

    OrderRules(Graph graph, FindingList findings) {
        this.graph = graph;
        this.findings = findings;
    }

    /** The ends of the graph; call it before {@link #checkNode}. */
    void checkInputs() {
        if (graph.inputs().isEmpty() || graph.outputs().isEmpty()) {
            findings.error(
                    "TFL-23",
                    Places.MODEL,
                    "has " + graph.inputs().size() + " inputs and "
                            + graph.outputs().size() + " outputs, expected one or more of each",
                    EXPORT_AGAIN);
        }
        for (int index : graph.inputs()) {
            if (exists(index, "input of the model")) {
                checkOrigin(index, "input of the model");
            }
        }
    }

    /** @return whether all tensors of {@code node} exist, so that further rules can look at them */
    boolean checkNode(Node node, String place) {
        boolean sound = true;
        for (int index : node.inputs()) {
            if (index != Node.ABSENT) {
                boolean exists = exists(index, place);
                sound &= exists;
                if (exists && !hasValue(index)) {
                    findings.error(
                            "TFL-21",
                            place,
                            "reads " + named(index) + ", which has no value yet",
                            "export the model again: operators must stand in the order in which they run");
                }
            }
        }
        for (int index : node.intermediates()) {
            sound &= exists(index, place);
        }
        for (int index : node.outputs()) {
            boolean exists = exists(index, place);
            sound &= exists;
            if (exists) {
                checkOrigin(index, place);
            }
        }
        return sound;
    }

    /** Call it after all nodes. */
    void checkOutputs() {
        Set<Integer> inputs = new HashSet<>(graph.inputs());
        for (int index : graph.outputs()) {
            if (exists(index, "output of the model") && (!known.contains(index) || inputs.contains(index))) {
                findings.error(
                        "TFL-21", "output of the model", named(index) + " is computed by no operator", EXPORT_AGAIN);
            }
        }
    }

    /** A tensor that Mote cannot hold has a finding of its own, and may be a constant or a variable. */
    private boolean hasValue(int index) {
        Tensor tensor = graph.tensor(index);
        return tensor.isConstant() || tensor.isState() || tensor.type() == TensorType.OTHER || known.contains(index);
    }

    private void checkOrigin(int index, String place) {
        if (graph.tensor(index).isConstant()) {
            findings.error("TFL-22", place, "writes " + named(index) + ", which is a constant", EXPORT_AGAIN);
        }
        if (graph.tensor(index).isState()) {
            findings.error(
                    "TFL-14",
                    place,
                    "writes " + named(index) + ", a variable, which only an operator with state may",
                    EXPORT_AGAIN);
        }
        if (!known.add(index)) {
            findings.error("TFL-22", place, "writes " + named(index) + ", which has a value already", EXPORT_AGAIN);
        }
    }

    private boolean exists(int index, String place) {
        List<Tensor> tensors = graph.tensors();
        boolean exists = index >= 0 && index < tensors.size();
        if (!exists) {
            findings.error(
                    "TFL-20", place, "names tensor " + index + ", the model has " + tensors.size(), EXPORT_AGAIN);
        }
        return exists;
    }

    private String named(int index) {
        return Places.tensor(index, graph.tensor(index).name());
    }
}
