package dev.mote.app.pipeline;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.tflite.TfliteFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Models of the kind that a command needs. */
public final class ModelFiles {
    /** Ends of an int8 model that are a setting of the converter; others are part of what the model computes. */
    private static final Set<TensorType> CONVERTERS_CHOICE =
            Set.of(TensorType.FLOAT32, TensorType.UINT8, TensorType.INT8);

    private ModelFiles() {}

    /** @throws BadInputException if the file is no model that Mote can run, or its ends are not float32 */
    public static FloatModel readFloat(Path file) {
        Graph graph = TfliteFile.read(file);
        otherEnd(graph, TensorType.FLOAT32).ifPresent(end -> {
            throw new BadInputException(
                    file + ": " + end + ", expected a float32 model; give the model as it was trained");
        });
        return new FloatModel(graph);
    }

    /** The model if all its ends are float32; empty for any other. */
    public static Optional<FloatModel> readIfFloat(Path file) {
        Graph graph = TfliteFile.read(file);
        return otherEnd(graph, TensorType.FLOAT32).isEmpty() ? Optional.of(new FloatModel(graph)) : Optional.empty();
    }

    /** @throws BadInputException if the file is no model that Mote can run, or its ends are not int8 */
    public static Int8Model readInt8(Path file) {
        Graph graph = TfliteFile.read(file);
        otherEnd(graph, TensorType.INT8).ifPresent(end -> {
            throw new BadInputException(file + ": " + end + ", expected an int8 model; " + remedy(graph));
        });
        return new Int8Model(graph);
    }

    private static Optional<String> otherEnd(Graph graph, TensorType expected) {
        return Stream.concat(
                        graph.inputs().stream().map(index -> describe("input", graph.tensor(index), expected)),
                        graph.outputs().stream().map(index -> describe("output", graph.tensor(index), expected)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> describe(String role, Tensor tensor, TensorType expected) {
        return tensor.type() == expected
                ? Optional.empty()
                : Optional.of(role + " \"" + tensor.name() + "\" is "
                        + tensor.type().toString().toLowerCase(java.util.Locale.ROOT));
    }

    private static String remedy(Graph graph) {
        boolean converts = graph.nodes().stream()
                .map(Node::operator)
                .anyMatch(operator -> operator instanceof Operator.Quantize || operator instanceof Operator.Dequantize);
        if (!converts && endsAreAmong(graph, Set.of(TensorType.FLOAT32))) {
            return "quantize it first: mote quantize";
        }
        return converts && endsAreAmong(graph, CONVERTERS_CHOICE)
                ? "convert it again with int8 for its inputs and outputs (inference_input_type, inference_output_type),"
                        + " or run it as it is: mote run"
                : "only int8 at all inputs and outputs can be compared, run this one on raw tensors: mote run";
    }

    private static boolean endsAreAmong(Graph graph, Set<TensorType> types) {
        return Stream.concat(graph.inputs().stream(), graph.outputs().stream())
                .allMatch(end -> types.contains(graph.tensor(end).type()));
    }
}
