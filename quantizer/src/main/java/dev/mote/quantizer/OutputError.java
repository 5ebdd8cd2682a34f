package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.List;

/**
 * How far quantized forms of one float graph miss its outputs, over the same samples: sum of squares. Before a closing SOFTMAX or
 * LOGISTIC, whose coarse steps of 1/256 would hide differences.
 */
final class OutputError {
    private final Graph graph;
    private final List<float[]> samples;
    private final List<Integer> judged;
    /** One a sample: the judged tensors one after the other. */
    private final List<float[]> exact;

    OutputError(Observed observed, List<float[]> samples) {
        this.graph = observed.graph();
        this.samples = samples;
        this.judged = judged(graph);
        this.exact = Chunks.map(samples.size(), (first, end) -> exact(observed.exact(), first, end)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The graph's outputs, or what the function that ends them reads. */
    static List<Integer> judged(Graph graph) {
        return graph.outputs().stream()
                .map(output -> graph.nodes().stream()
                        .filter(node -> node.output() == output && isSquashing(node.operator()))
                        .findFirst()
                        .map(Node::input)
                        .orElse(output))
                .distinct()
                .toList();
    }

    private static boolean isSquashing(Operator operator) {
        return operator instanceof Operator.Softmax
                || operator instanceof Operator.Unary(Operator.UnaryFunction function)
                        && function == Operator.UnaryFunction.LOGISTIC;
    }

    double of(QuantizeGraph.Quantized quantized, Layout layout) {
        Interpreter interpreter = Interpreter.of(quantized.graph());
        return Chunks.map(samples.size(), (first, end) -> error(interpreter, quantized, layout, first, end)).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private List<float[]> exact(Interpreter interpreter, int first, int end) {
        Invocation invocation = interpreter.invocation();
        return samples.subList(first, end).stream()
                .map(sample -> {
                    Feed.floats(graph, invocation, sample);
                    invocation.run();
                    return values(invocation);
                })
                .toList();
    }

    private float[] values(Invocation invocation) {
        int length = judged.stream()
                .mapToInt(tensor -> graph.tensor(tensor).shape().elements())
                .sum();
        float[] values = new float[length];
        int position = 0;
        for (int tensor : judged) {
            float[] own = ((TensorBuffer.Floats) invocation.tensor(tensor)).values();
            System.arraycopy(own, 0, values, position, own.length);
            position += own.length;
        }
        return values;
    }

    private double error(
            Interpreter interpreter, QuantizeGraph.Quantized quantized, Layout layout, int first, int end) {
        Invocation invocation = interpreter.invocation(samples.size());
        List<Encoding> inputs =
                graph.inputs().stream().map(layout.inputs()::get).toList();
        double error = 0;
        for (int sample = first; sample < end; sample++) {
            Feed.encoded(inputs, invocation, samples.get(sample));
            invocation.run();
            int position = 0;
            for (int tensor : judged) {
                TensorBuffer buffer = invocation.tensor(quantized.activations().get(tensor));
                Encoding encoding = layout.stored().get(tensor);
                for (int i = 0; i < graph.tensor(tensor).shape().elements(); i++) {
                    double difference = exact.get(sample)[position++] - encoding.real(buffer, i);
                    error += difference * difference;
                }
            }
        }
        return error;
    }
}
