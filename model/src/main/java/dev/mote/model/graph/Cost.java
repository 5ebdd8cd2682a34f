package dev.mote.model.graph;

import java.util.OptionalInt;

/**
 * What a graph takes to run, as its shapes say. A file of some bytes can claim any size, so both figures have a bound that is far above
 * what a microcontroller holds and far below what would stop the machine that simulates it.
 */
public final class Cost {
    /** Of all tensors together, constants included. */
    public static final long MOST_BYTES = 1L << 30;
    /** Of one run; see {@link #steps}. */
    public static final double MOST_STEPS = 1e11;

    private Cost() {}

    /** Memory of all tensors, each by itself, as the interpreter holds them. */
    public static long bytes(Graph graph) {
        return graph.tensors().stream().mapToLong(Tensor::byteSize).sum();
    }

    /** Elements that are read to compute all outputs, products with weights included.
     *  @param graph without errors */
    public static double steps(Graph graph) {
        return graph.nodes().stream().mapToDouble(node -> steps(graph, node)).sum();
    }

    /** Of one node; a double, since the product of sizes that a file claims may exceed a long. */
    static double steps(Graph graph, Node node) {
        double elements = 0;
        for (int index : node.inputs()) {
            elements += index == Node.ABSENT ? 0 : graph.tensor(index).shape().elements();
        }
        for (int index : node.outputs()) {
            elements += (double) graph.tensor(index).shape().elements() * stepsOfElement(graph, node);
        }
        return elements;
    }

    private static double stepsOfElement(Graph graph, Node node) {
        if (node.operator() instanceof Operator.Pool2d pool) {
            Shape input = graph.input(node, 0).shape();
            return (double) Math.min(pool.height(), input.dimension(1)) * Math.min(pool.width(), input.dimension(2));
        }
        if (node.operator() instanceof Operator.BatchMatmul(boolean adjointFirst, boolean adjointSecond)) {
            return graph.input(node, 0).shape().dimension(adjointFirst ? -2 : -1);
        }
        if (node.operator() instanceof Operator.Stateful) {
            return weights(graph, node) / graph.output(node).shape().dimension(-1);
        }
        OptionalInt axis = WeightAxis.of(node.operator());
        if (axis.isEmpty()) {
            return 1;
        }
        Shape weights = graph.input(node, 1).shape();
        return (double) weights.elements() / weights.dimension(axis.getAsInt());
    }

    /** Elements of all constants: each counts once for a step in time. */
    private static double weights(Graph graph, Node node) {
        return node.inputs().stream()
                .filter(index -> index != Node.ABSENT)
                .map(graph::tensor)
                .filter(Tensor::isConstant)
                .mapToDouble(tensor -> tensor.shape().elements())
                .sum();
    }
}
