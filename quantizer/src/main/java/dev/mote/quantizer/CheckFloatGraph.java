package dev.mote.quantizer;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Places;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;

/** Refuses models that are quantized already, in whole or in part. */
final class CheckFloatGraph {
    private CheckFloatGraph() {}

    /** @throws BadInputException with the first thing that is not float32 */
    static void require(Graph graph) {
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            String place = graph.name() + ": " + Places.operator(index, node, graph.tensors());
            if (node.operator() instanceof Operator.Quantize || node.operator() instanceof Operator.Dequantize) {
                throw refusal(place + ": the model is quantized in part already");
            }
            if (node.operator() instanceof Operator.Svdf) {
                throw new BadInputException(place
                        + ": mote quantize does not quantize it; convert the Keras model with"
                        + " tf.lite.Optimize.DEFAULT and a representative dataset instead");
            }
            if (node.operator() instanceof Operator.UnidirectionalSequenceLstm(float clip, boolean timeMajor)) {
                requireOneSequence(graph, node, timeMajor, place);
            }
            if (node.operator() instanceof Operator.Binary binary && binary.function() == Operator.BinaryFunction.DIV) {
                throw new BadInputException(place
                        + ": a division has too few digits in int8; multiply by a constant, or keep the model float32");
            }
            requireFloat(graph, node, place);
            requireConstantWeights(graph, node, place);
        }
    }

    private static void requireOneSequence(Graph graph, Node node, boolean timeMajor, String place) {
        int sequences = graph.input(node, 0).shape().dimension(timeMajor ? 1 : 0);
        if (sequences != 1) {
            throw new BadInputException(
                    place + ": a batch of " + sequences + " sequences, expected 1; export the model with batch size 1");
        }
    }

    private static void requireFloat(Graph graph, Node node, String place) {
        for (int position = 0; position < node.inputs().size(); position++) {
            if (node.hasInput(position)) {
                Tensor tensor = graph.input(node, position);
                boolean index = tensor.type() == TensorType.INT32 || tensor.type() == TensorType.INT64;
                if (tensor.type() != TensorType.FLOAT32 && !(index && tensor.isConstant())) {
                    throw refusal(place + ": input " + Places.quote(tensor.name()) + " is " + tensor.type()
                            + ", expected float32");
                }
            }
        }
        for (int output : node.outputs()) {
            if (graph.tensor(output).type() != TensorType.FLOAT32) {
                throw refusal(place + ": output is " + graph.tensor(output).type() + ", expected float32");
            }
        }
    }

    private static BadInputException refusal(String found) {
        return new BadInputException(
                found + "; give the float model that it was made from, converted without any quantization");
    }

    private static void requireConstantWeights(Graph graph, Node node, String place) {
        if (!(node.operator() instanceof Operator.Weighted weighted)) {
            return;
        }
        for (int position : new int[] {1, weighted.bias()}) {
            if (node.hasInput(position) && !graph.input(node, position).isConstant()) {
                throw new BadInputException(
                        place + ": " + Places.quote(graph.input(node, position).name())
                                + " is computed, expected constant weights and bias; export the model with its weights frozen");
            }
        }
    }
}
