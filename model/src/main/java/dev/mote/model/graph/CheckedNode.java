package dev.mote.model.graph;

import java.util.List;
import java.util.stream.IntStream;

/** A node whose tensor indices and operand counts are known to be right, with the place where its findings belong. */
record CheckedNode(Graph graph, Node node, String place, FindingList findings) {
    Operator operator() {
        return node.operator();
    }

    /** The input that is computed with. */
    Tensor input() {
        return graph.input(node, operator().data());
    }

    Tensor input(int position) {
        return graph.input(node, position);
    }

    Tensor output() {
        return graph.output(node);
    }

    boolean hasInput(int position) {
        return node.hasInput(position);
    }

    List<Tensor> outputs() {
        return node.outputs().stream().map(graph::tensor).toList();
    }

    /** All operands that are there: inputs, then outputs. */
    List<Tensor> tensors() {
        IntStream inputs = IntStream.range(0, node.inputs().size()).filter(this::hasInput);
        return IntStream.concat(
                        inputs.map(node.inputs()::get), node.outputs().stream().mapToInt(Integer::intValue))
                .mapToObj(graph::tensor)
                .toList();
    }

    boolean isInt8() {
        return input().type() == TensorType.INT8 && output().type() == TensorType.INT8;
    }

    /** Whether its activations are int16. */
    boolean isInt16() {
        return input().type() == TensorType.INT16 && output().type() == TensorType.INT16;
    }

    void error(String code, String message, String remedy) {
        findings.error(code, place, message, remedy);
    }

    void warning(String code, String message, String remedy) {
        findings.warning(code, place, message, remedy);
    }
}
