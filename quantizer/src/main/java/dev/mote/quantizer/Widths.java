package dev.mote.quantizer;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.TensorType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which groups of tensors are held in int16, and which nodes compute with it: those that read or write such a group. A group stays int8
 * where TFLM lacks the int16 kernel of any node at it.
 */
final class Widths {
    private final Graph graph;
    private final TieQuantization ties;
    private final Set<Integer> wide = new HashSet<>();

    Widths(Graph graph, TieQuantization ties, WideActivations wanted) {
        this.graph = graph;
        this.ties = ties;
        for (int tensor : ObserveRanges.activations(graph)) {
            if (wanted.has(graph.tensor(tensor).name())) {
                wide.add(ties.group(tensor));
            }
        }
        for (Node node : graph.nodes()) {
            if (!OperatorRules.hasInt16(node.operator())) {
                activations(node).forEach(tensor -> wide.remove(ties.group(tensor)));
            }
        }
    }

    boolean isWide(int tensor) {
        return wide.contains(ties.group(tensor));
    }

    boolean isWide(Node node) {
        return activations(node).anyMatch(this::isWide);
    }

    /** Names of the tensors that could be held in int16, one list a group, in the order in which they are computed. */
    static List<List<String>> possible(Graph graph) {
        TieQuantization ties = TieQuantization.of(graph);
        Widths all = new Widths(graph, ties, WideActivations.ALL);
        List<Integer> activations = ObserveRanges.activations(graph);
        return activations.stream()
                .filter(all::isWide)
                .map(ties::group)
                .distinct()
                .map(group -> activations.stream()
                        .filter(tensor -> ties.group(tensor) == group)
                        .map(tensor -> graph.tensor(tensor).name())
                        .toList())
                .toList();
    }

    /** @throws BadInputException if {@code wanted} names what is no activation, or none that can be int16 */
    static void require(Graph graph, WideActivations wanted) {
        List<String> possible =
                possible(graph).stream().flatMap(List::stream).sorted().toList();
        wanted.names().stream()
                .sorted()
                .filter(name -> !possible.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInputException("\"" + name + "\" is no activation that can be int16; expected of: "
                            + (possible.isEmpty() ? "none" : String.join(", ", possible)));
                });
    }

    private Stream<Integer> activations(Node node) {
        Stream<Integer> inputs = node.inputs().stream()
                .filter(input -> input != Node.ABSENT && !graph.tensor(input).isConstant());
        return Stream.concat(inputs, node.outputs().stream())
                .filter(tensor -> graph.tensor(tensor).type() == TensorType.FLOAT32);
    }
}
