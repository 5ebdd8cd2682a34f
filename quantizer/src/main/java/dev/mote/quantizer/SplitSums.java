package dev.mote.quantizer;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ADD_N(a, b, c)  becomes  ADD(ADD(a, b), c)}. TFLM's ADD_N of int8 is off by one zero point, and needs one scale for all its
 * inputs.
 */
final class SplitSums {
    private final List<Tensor> tensors;
    private final List<Node> nodes = new ArrayList<>();

    private SplitSums(Graph graph) {
        this.tensors = new ArrayList<>(graph.tensors());
    }

    static Graph apply(Graph graph) {
        SplitSums rewrite = new SplitSums(graph);
        graph.nodes().forEach(rewrite::add);
        return new Graph(
                graph.name(), rewrite.tensors, rewrite.nodes, graph.inputs(), graph.outputs(), graph.metadata());
    }

    private void add(Node node) {
        if (!(node.operator() instanceof Operator.AddN)) {
            nodes.add(node);
            return;
        }
        int last = node.inputs().size() - 1;
        int sum = node.inputs().getFirst();
        for (int position = 1; position <= last; position++) {
            int output = position == last ? node.output() : partial(tensors.get(node.output()), position);
            nodes.add(new Node(
                    new Operator.Binary(Operator.BinaryFunction.ADD, Activation.NONE),
                    List.of(sum, node.inputs().get(position)),
                    List.of(output)));
            sum = output;
        }
    }

    private int partial(Tensor total, int position) {
        tensors.add(
                Tensor.variable(total.name() + "/sum_" + position, total.type(), total.shape(), total.quantization()));
        return tensors.size() - 1;
    }
}
