package dev.mote.model.graph;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** In which numbers a model computes, whatever its inputs and outputs are converted from and to. */
public enum NumberKind {
    FLOAT,
    INT8,
    INT16,
    /** Several of them. */
    MIXED,
    /** None of them: the model only moves, counts or decides. */
    OTHER;

    private static final Set<TensorType> COMPUTED = EnumSet.of(TensorType.FLOAT32, TensorType.INT8, TensorType.INT16);

    public static NumberKind of(Graph graph) {
        Set<TensorType> types = EnumSet.noneOf(TensorType.class);
        for (Node node : graph.nodes()) {
            if (!converts(node.operator())) {
                add(types, graph, node);
            }
        }
        if (types.isEmpty()) {
            graph.nodes().forEach(node -> add(types, graph, node));
        }
        if (types.size() != 1) {
            return types.isEmpty() ? OTHER : MIXED;
        }
        return switch (types.iterator().next()) {
            case FLOAT32 -> FLOAT;
            case INT8 -> INT8;
            case INT16 -> INT16;
            case INT32, UINT8, INT64, BOOL, OTHER -> OTHER;
        };
    }

    private static void add(Set<TensorType> types, Graph graph, Node node) {
        node.outputs().stream()
                .filter(index -> index >= 0 && index < graph.tensors().size())
                .map(index -> graph.tensor(index).type())
                .filter(COMPUTED::contains)
                .forEach(types::add);
    }

    private static boolean converts(Operator operator) {
        return operator instanceof Operator.Quantize || operator instanceof Operator.Dequantize;
    }

    /** As in JSON: {@code int8}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
