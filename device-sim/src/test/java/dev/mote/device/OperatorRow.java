package dev.mote.device;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the reference, the Java interpreter and the generated C do with the cases of one operator. */
record OperatorRow(String operator, List<VectorProject> cases) {

    /** A line of the table. */
    String line() {
        return "| %s | %s | %s | %s | %s | %d |\n"
                .formatted(
                        operator,
                        text(referenceTypes()),
                        compared(OperatorRow::runsInJava),
                        compared(OperatorRow::runsInC),
                        constantInputs(),
                        cases.stream().filter(OperatorRow::runsInReference).count());
    }

    /** Whether Java or C lack something that the reference has. */
    boolean isIncomplete() {
        return Stream.<Predicate<VectorProject>>of(OperatorRow::runsInJava, OperatorRow::runsInC)
                .anyMatch(runs -> !complete(runs).equals(referenceTypes()));
    }

    private SortedSet<String> referenceTypes() {
        return types(cases.stream().filter(OperatorRow::runsInReference));
    }

    /** The reference's types of which every case runs. */
    private SortedSet<String> complete(Predicate<VectorProject> runs) {
        SortedSet<String> types = referenceTypes();
        types.removeAll(
                types(cases.stream().filter(OperatorRow::runsInReference).filter(runs.negate())));
        return types;
    }

    private String compared(Predicate<VectorProject> runs) {
        SortedSet<String> types = complete(runs);
        SortedSet<String> more = types(cases.stream().filter(runs));
        more.removeAll(referenceTypes());
        List<String> parts = new ArrayList<>();
        if (!types.isEmpty()) {
            parts.add(types.equals(referenceTypes()) ? "all" : text(types));
        }
        if (!more.isEmpty()) {
            parts.add((types.isEmpty() ? "" : "and ") + text(more));
        }
        return parts.isEmpty() ? "none" : String.join(" ", parts);
    }

    private static boolean runsInReference(VectorProject project) {
        return project.vectors().refusal().isEmpty();
    }

    private static boolean runsInC(VectorProject project) {
        return project.refusal().isEmpty();
    }

    private static boolean runsInJava(VectorProject project) {
        return isValid(project.vectors().read().findings());
    }

    private static boolean isValid(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /** Positions of the node's inputs that may not be computed: where a model is refused once the constant is an input of it. */
    private String constantInputs() {
        SortedSet<Integer> free = new TreeSet<>();
        SortedSet<Integer> fixed = new TreeSet<>();
        cases.stream()
                .filter(OperatorRow::runsInReference)
                .filter(OperatorRow::runsInJava)
                .map(project -> project.vectors().read().graph())
                .forEach(graph -> constants(graph).forEach(position -> {
                    boolean needed = !isValid(GraphVerifier.verify(withInput(graph, position)));
                    (needed ? fixed : free).add(position);
                }));
        fixed.removeAll(free);
        return fixed.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Stream<Integer> constants(Graph graph) {
        Node node = graph.nodes().getFirst();
        return IntStream.range(0, node.inputs().size())
                .filter(node::hasInput)
                .filter(position -> graph.input(node, position).isConstant())
                .boxed();
    }

    private static Graph withInput(Graph graph, int position) {
        int index = graph.nodes().getFirst().inputs().get(position);
        Tensor constant = graph.tensor(index);
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        tensors.set(
                index, Tensor.variable(constant.name(), constant.type(), constant.shape(), constant.quantization()));
        List<Integer> inputs = new ArrayList<>(graph.inputs());
        inputs.add(index);
        return new Graph(graph.name(), tensors, graph.nodes(), inputs, graph.outputs(), graph.metadata());
    }

    private static SortedSet<String> types(Stream<VectorProject> projects) {
        return projects.map(project -> project.vectors().types()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code int8_to_int16} as {@code int8 to int16}, {@code int8_int4} as {@code int8 with int4 weights}. */
    private static String text(SortedSet<String> types) {
        return types.isEmpty()
                ? "none"
                : types.stream()
                        .map(type -> type.replace("_to_", " to ").replace("_int4", " with int4 weights"))
                        .collect(Collectors.joining(", "));
    }
}
