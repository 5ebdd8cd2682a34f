package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import java.util.List;
import java.util.function.IntPredicate;
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

    CType type(int position) {
        return CType.of(tensors.get(position).type());
    }

    /** Whether its elements stand for real numbers by a scale and a zero point. */
    boolean isQuantized(int position) {
        return type(position).isQuantized() && tensors.get(position).quantization() instanceof Quantization.PerTensor;
    }

    /** Bytes of the one at {@code position}. */
    int bytes(int position) {
        return Math.multiplyExact(length(position), type(position).bytes());
    }

    /** @param hasPlace whether the one at a position has a place in the arena */
    List<CProject.End> ends(IntPredicate hasPlace) {
        return IntStream.range(0, count())
                .mapToObj(i -> new CProject.End(type(i).text(), length(i), bytes(i), hasPlace.test(i)))
                .toList();
    }

    /** Whether any of them has elements of {@code type}. */
    boolean has(CType type) {
        return IntStream.range(0, count()).anyMatch(i -> type(i) == type);
    }

    int totalBytes() {
        return IntStream.range(0, count()).map(this::bytes).reduce(0, Math::addExact);
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

    /** C parameters, pointers to elements behind {@code qualifier}. */
    String parameters(String qualifier) {
        return IntStream.range(0, count())
                .mapToObj(i -> qualifier + type(i).text() + " *" + variable(i))
                .collect(Collectors.joining(", "));
    }
}
