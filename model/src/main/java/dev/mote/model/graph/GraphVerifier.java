package dev.mote.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Checks every rule that the rest of Mote relies on, and reports all that are broken. */
public final class GraphVerifier {
    private GraphVerifier() {}

    /** All findings, errors and warnings: of tensors, then of operators in their order. */
    public static List<Finding> verify(Graph graph) {
        return verify(graph, IntStream.range(0, graph.nodes().size()).boxed().toList());
    }

    /** As {@link #verify(Graph)}.
     *  @param numbers what the nodes are called in the findings */
    public static List<Finding> verify(Graph graph, List<Integer> numbers) {
        FindingList findings = new FindingList();
        TensorRules tensors = new TensorRules(findings);
        for (int index = 0; index < graph.tensors().size(); index++) {
            tensors.check(index, graph.tensor(index));
        }
        OrderRules order = new OrderRules(graph, findings);
        order.checkInputs();
        double steps = 0;
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            String place = Places.operator(numbers.get(index), node, graph.tensors());
            boolean tensorsExist = order.checkNode(node, place);
            boolean operandsFit = OperandRules.check(node, place, findings);
            if (tensorsExist && operandsFit) {
                steps += checkNode(new CheckedNode(graph, node, place, findings));
            }
        }
        order.checkOutputs();
        checkCost(Cost.bytes(graph), steps, findings);
        return findings.all();
    }

    /** A tensor that is wrong by itself has its own finding: what follows from it for the operator would only repeat that.
     *  @return steps that the node takes; 0 if it has an error */
    private static double checkNode(CheckedNode node) {
        boolean readable = node.tensors().stream()
                .allMatch(tensor -> tensor.type() != TensorType.OTHER
                        && tensor.data()
                                .map(data -> data.size() == tensor.byteSize())
                                .orElse(true));
        int before = node.findings().errors();
        if (readable && TypeRules.check(node)) {
            AttributeRules.check(node);
            ShapeRules.check(node);
            QuantizationRules.check(node);
            if (node.findings().errors() == before) {
                AccumulatorRules.check(node);
                return Cost.steps(node.graph(), node.node());
            }
        }
        return 0;
    }

    private static void checkCost(long bytes, double steps, FindingList findings) {
        if (bytes > Cost.MOST_BYTES) {
            findings.error(
                    "TFL-61",
                    Places.MODEL,
                    "has tensors of " + bytes + " bytes, expected at most " + Cost.MOST_BYTES,
                    "make the model smaller, or export it with a batch size of 1");
        }
        if (steps > Cost.MOST_STEPS) {
            findings.error(
                    "TFL-62",
                    Places.MODEL,
                    String.format(Locale.ROOT, "takes %.1e steps a run, expected at most %.0e", steps, Cost.MOST_STEPS),
                    "make its layers smaller");
        }
    }

    /** Whether tensors and nodes, each by itself, have no error: the order of the nodes and the ends of the graph do not matter.
     *  @param graph whose nodes name no tensor that it does not have */
    public static boolean isSound(Graph graph) {
        FindingList findings = new FindingList();
        TensorRules tensors = new TensorRules(findings);
        for (int index = 0; index < graph.tensors().size(); index++) {
            tensors.check(index, graph.tensor(index));
        }
        for (Node node : graph.nodes()) {
            if (OperandRules.check(node, "", findings)) {
                checkNode(new CheckedNode(graph, node, "", findings));
            }
        }
        return findings.all().stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
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
            requireType(graph, index, "input", type, findings);
        }
        for (int index : graph.outputs()) {
            requireType(graph, index, "output", type, findings);
        }
        if (!findings.isEmpty()) {
            throw new InvalidModelException(graph.name(), findings);
        }
    }

    private static void requireType(Graph graph, int index, String end, TensorType type, List<Finding> findings) {
        Tensor tensor = graph.tensor(index);
        if (tensor.type() != type) {
            String remedy = type == TensorType.INT8 ? toInt8(graph) : "give the float model";
            findings.add(Finding.error(
                    "TFL-01",
                    end + " " + Places.quote(tensor.name()),
                    "is " + tensor.type() + ", expected " + type,
                    remedy));
        }
    }

    /** Converters leave the ends float32 unless told otherwise. */
    private static String toInt8(Graph graph) {
        boolean isInt8Inside = graph.nodes().stream()
                .map(Node::operator)
                .anyMatch(operator -> operator instanceof Operator.Quantize || operator instanceof Operator.Dequantize);
        return isInt8Inside
                ? "only its inside is int8: convert again with inference_input_type and inference_output_type tf.int8"
                : "quantize it first: mote quantize";
    }
}
