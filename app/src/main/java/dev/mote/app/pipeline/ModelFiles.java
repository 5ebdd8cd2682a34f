package dev.mote.app.pipeline;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.tflite.TfliteFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Models of the kind that a command needs. */
public final class ModelFiles {
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
        boolean quantizedInside = graph.nodes().stream().anyMatch(node -> node.operator() instanceof Operator.Quantize);
        return quantizedInside
                ? "convert it again with int8 for its inputs and outputs (inference_input_type, inference_output_type)"
                : "quantize it first: mote quantize";
    }
}
