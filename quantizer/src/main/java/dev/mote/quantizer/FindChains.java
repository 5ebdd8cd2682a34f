package dev.mote.quantizer;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds pairs of layers with weights between which each channel can be scaled: the second undoes what the first does, and everything
 * between scales with its input, channel by channel, and has one reader. RELU6 does not: f(s x) is not s f(x). Nor does a tensor whose
 * range was trained.
 */
final class FindChains {
    private final Graph graph;

    private FindChains(Graph graph) {
        this.graph = graph;
    }

    /**
     * @param first node whose output channels are scaled
     * @param second node whose input channels take it back
     * @param channels between them
     */
    record Chain(int first, int second, int channels) {}

    /** In the order of the nodes. */
    static List<Chain> of(Graph graph) {
        FindChains search = new FindChains(graph);
        List<Chain> chains = new ArrayList<>();
        for (int index = 0; index < graph.nodes().size(); index++) {
            search.from(index).ifPresent(chains::add);
        }
        return chains;
    }

    private Optional<Chain> from(int first) {
        Node node = graph.nodes().get(first);
        if (!(node.operator() instanceof Operator.Weighted weighted)
                || node.operator() instanceof Operator.TransposeConv
                || !isHomogeneous(weighted.activation())
                || !graph.input(node, 1).isConstant()) {
            return Optional.empty();
        }
        int channels = graph.output(node).shape().dimension(-1);
        int tensor = node.output();
        Optional<Integer> reader = onlyReader(tensor);
        while (reader.isPresent()) {
            Node next = graph.nodes().get(reader.get());
            if (next.operator() instanceof Operator.Weighted) {
                int second = reader.get();
                return takesBack(next, tensor, channels)
                        ? Optional.of(new Chain(first, second, channels))
                        : Optional.empty();
            }
            if (!passes(next, tensor, channels)) {
                return Optional.empty();
            }
            tensor = next.output();
            reader = onlyReader(tensor);
        }
        return Optional.empty();
    }

    private Optional<Integer> onlyReader(int tensor) {
        if (graph.outputs().contains(tensor) || TensorRanges.isTrained(graph, tensor)) {
            return Optional.empty();
        }
        int[] readers = IntStream.range(0, graph.nodes().size())
                .flatMap(index -> graph.nodes().get(index).inputs().stream()
                        .filter(input -> input == tensor)
                        .mapToInt(input -> index))
                .toArray();
        return readers.length == 1 ? Optional.of(readers[0]) : Optional.empty();
    }

    private static boolean isHomogeneous(Activation activation) {
        return activation == Activation.NONE || activation == Activation.RELU;
    }

    /** Whether input channel c of {@code node} is channel c modulo {@code channels} of what the chain began with. */
    private boolean takesBack(Node node, int tensor, int channels) {
        if (node.input() != tensor || !graph.input(node, 1).isConstant()) {
            return false;
        }
        Shape weights = graph.input(node, 1).shape();
        return switch (node.operator()) {
            case Operator.Conv2d conv -> isInnermost(tensor, channels) && weights.dimension(3) == channels;
            case Operator.DepthwiseConv2d conv -> isInnermost(tensor, channels);
            case Operator.FullyConnected dense -> weights.dimension(1) % channels == 0;
            case Operator other -> false;
        };
    }

    /** Whether what {@code node} makes of a channel only grows with that channel. */
    private boolean passes(Node node, int tensor, int channels) {
        boolean innermost = isInnermost(tensor, channels);
        return switch (node.operator()) {
            case Operator.Pool2d pool -> innermost && isHomogeneous(pool.activation());
            case Operator.Pad pad -> innermost && isInnermost(node.output(), channels);
            case Operator.Reduce reduce ->
                innermost
                        && reduce.function() == Operator.ReduceFunction.MEAN
                        && isInnermost(node.output(), channels)
                        && reducesOthers(node);
            case Operator.Unary unary -> unary.function() == Operator.UnaryFunction.RELU;
            case Operator.LeakyRelu leaky -> true;
            case Operator.Reshape reshape -> node.input() == tensor;
            case Operator.Squeeze squeeze -> true;
            case Operator.ExpandDims expand -> true;
            case Operator other -> false;
        };
    }

    private boolean reducesOthers(Node node) {
        int rank = graph.input(node, 0).shape().rank();
        return IntStream.of(graph.input(node, 1).integers()).noneMatch(axis -> axis == rank - 1 || axis == -1);
    }

    private boolean isInnermost(int tensor, int channels) {
        Shape shape = graph.tensor(tensor).shape();
        return shape.rank() > 0 && shape.dimension(-1) == channels;
    }
}
