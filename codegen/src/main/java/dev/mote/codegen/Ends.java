package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The inputs, or the outputs, of a model as C sees them: {@code input}, or {@code input_0}, {@code input_1} and so on. */
record Ends(String word, List<Tensor> tensors) {
    static Ends inputs(Graph graph) {
        return new Ends("input", graph.inputs().stream().map(graph::tensor).toList());
    }

    static Ends outputs(Graph graph) {
        return new Ends("output", graph.outputs().stream().map(graph::tensor).toList());
    }

    int count() {
        return tensors.size();
    }

    boolean isSingle() {
        return tensors.size() == 1;
    }

    /** Elements of the one at {@code position}. */
    int length(int position) {
        return tensors.get(position).shape().elements();
    }

    List<Integer> lengths() {
        return IntStream.range(0, count()).map(this::length).boxed().toList();
    }

    int totalLength() {
        return IntStream.range(0, count()).map(this::length).reduce(0, Math::addExact);
    }

    /** {@code ""} of a single one, else {@code _0}. */
    String suffix(int position) {
        return isSingle() ? "" : "_" + position;
    }

    /** Name of the C parameter. */
    String variable(int position) {
        return word + suffix(position);
    }

    /** C parameters, each of {@code type}. */
    String parameters(String type) {
        return IntStream.range(0, count()).mapToObj(i -> type + variable(i)).collect(Collectors.joining(", "));
    }
}
