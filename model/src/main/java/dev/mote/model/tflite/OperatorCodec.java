package dev.mote.model.tflite;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.TensorType;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * How one operator is written in a {@code .tflite}.
 *
 * @param name in the schema
 * @param optionsType number of its options table in the schema's union BuiltinOptions; 0 for none
 * @param optionsSlots slots of that table
 * @param version smallest operator version whose kernels do what the node needs: what TensorFlow's converter writes
 */
record OperatorCodec<T extends Operator>(
        String name,
        Class<T> type,
        int optionsType,
        int optionsSlots,
        Function<OptionsReader, T> read,
        Write<T> write,
        ToIntFunction<Use<T>> version) {

    /** Puts the attributes of an operator into its options table. */
    interface Write<T extends Operator> {
        void write(Use<T> use, OptionsWriter options);
    }

    /** An operator where it stands in a graph. */
    record Use<T extends Operator>(T operator, Graph graph, Node node) {
        TensorType inputType() {
            return graph.input(node, 0).type();
        }

        Shape inputShape(int position) {
            return graph.input(node, position).shape();
        }

        /** Innermost dimension of an input; 1 for a scalar, which a graph that breaks rules may have there. */
        int channels(int position) {
            Shape shape = inputShape(position);
            return shape.rank() == 0 ? 1 : shape.dimension(-1);
        }

        Shape outputShape() {
            return graph.output(node).shape();
        }
    }

    /** Number of the operator in the schema. */
    int number() {
        return BuiltinOperators.number(name);
    }

    int versionFor(Graph graph, Node node) {
        return version.applyAsInt(use(graph, node));
    }

    void writeOptions(Graph graph, Node node, OptionsWriter options) {
        write.write(use(graph, node), options);
    }

    private Use<T> use(Graph graph, Node node) {
        return new Use<>(type.cast(node.operator()), graph, node);
    }
}
