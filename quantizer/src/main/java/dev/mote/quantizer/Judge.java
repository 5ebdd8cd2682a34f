package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Compares quantized forms of one float graph with it, over the same samples. Errors are those before a closing SOFTMAX or LOGISTIC, whose
 * coarse steps of 1/256 would hide differences; classes are those of the first output.
 */
final class Judge {
    private final Graph graph;
    private final List<float[]> samples;
    private final Optional<int[]> labels;
    private final boolean isRegression;
    private final List<Integer> judged;
    private final List<Answer> exact;

    /** The judged tensors of one sample, one after the other, and the class. */
    private record Answer(float[] values, int predicted) {}

    Judge(Observed observed, List<float[]> samples) {
        this(observed, new Validation("", samples, Optional.empty(), false));
    }

    Judge(Observed observed, Validation validation) {
        this.graph = observed.graph();
        this.samples = validation.samples();
        this.labels = validation.labels();
        this.isRegression = validation.isRegression();
        this.judged = judged(graph);
        this.exact = answers(observed.exact(), tensor -> tensor, tensor -> Encoding.FLOAT, tensor -> Encoding.FLOAT);
    }

    /** The graph's outputs, or what the function that ends them reads. */
    private static List<Integer> judged(Graph graph) {
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

    /** Of the float graph itself. */
    Score exact() {
        return score(exact);
    }

    Score of(QuantizeGraph.Quantized quantized, Layout layout) {
        return score(answers(quantized, layout));
    }

    /** Of another float graph with the same activations. */
    Score of(Graph other) {
        return score(
                answers(Interpreter.of(other), tensor -> tensor, tensor -> Encoding.FLOAT, tensor -> Encoding.FLOAT));
    }

    /** Sum of the squares of the differences at the judged tensors. */
    double error(QuantizeGraph.Quantized quantized, Layout layout) {
        return error(answers(quantized, layout));
    }

    /** Outputs are read as the caller gets them, also where the model holds them in more bits. */
    private List<Answer> answers(QuantizeGraph.Quantized quantized, Layout layout) {
        Map<Integer, Integer> places = new HashMap<>(quantized.activations());
        Map<Integer, Encoding> encodings = new HashMap<>(layout.stored());
        for (int i = 0; i < graph.outputs().size(); i++) {
            places.put(graph.outputs().get(i), quantized.graph().outputs().get(i));
        }
        encodings.putAll(layout.outputs());
        return answers(Interpreter.of(quantized.graph()), places::get, encodings::get, layout.inputs()::get);
    }

    private interface Encodings {
        Encoding of(int tensor);
    }

    private interface Places {
        int of(int tensor);
    }

    private List<Answer> answers(Interpreter interpreter, Places places, Encodings stored, Encodings inputs) {
        List<Encoding> ends = graph.inputs().stream().map(inputs::of).toList();
        int output = graph.outputs().getFirst();
        return Chunks.map(samples.size(), (first, end) -> {
                    Invocation invocation = interpreter.invocation(samples.size());
                    return samples.subList(first, end).stream()
                            .map(sample -> {
                                Feed.encoded(ends, invocation, sample);
                                invocation.run();
                                return new Answer(
                                        values(invocation, places, stored),
                                        predicted(invocation.tensor(places.of(output)), stored.of(output)));
                            })
                            .toList();
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private float[] values(Invocation invocation, Places places, Encodings stored) {
        int length = judged.stream()
                .mapToInt(tensor -> graph.tensor(tensor).shape().elements())
                .sum();
        float[] values = new float[length];
        int position = 0;
        for (int tensor : judged) {
            TensorBuffer buffer = invocation.tensor(places.of(tensor));
            for (int i = 0; i < graph.tensor(tensor).shape().elements(); i++) {
                values[position++] = (float) stored.of(tensor).real(buffer, i);
            }
        }
        return values;
    }

    /** The greatest output, the first of equals; a single output says class 1 from 0.5 on. */
    private int predicted(TensorBuffer buffer, Encoding encoding) {
        int length = graph.tensor(graph.outputs().getFirst()).shape().elements();
        if (length == 1) {
            return encoding.real(buffer, 0) >= 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < length; i++) {
            if (encoding.real(buffer, i) > encoding.real(buffer, best)) {
                best = i;
            }
        }
        return best;
    }

    private double error(List<Answer> answers) {
        double error = 0;
        for (int sample = 0; sample < samples.size(); sample++) {
            float[] expected = exact.get(sample).values();
            float[] found = answers.get(sample).values();
            for (int i = 0; i < expected.length; i++) {
                double difference = (double) expected[i] - found[i];
                error += difference * difference;
            }
        }
        return error;
    }

    private Score score(List<Answer> answers) {
        double signal = 0;
        for (Answer answer : exact) {
            for (float value : answer.values()) {
                signal += (double) value * value;
            }
        }
        double agreement = isRegression
                ? Double.NaN
                : share(sample ->
                        answers.get(sample).predicted() == exact.get(sample).predicted());
        OptionalDouble accuracy = labels.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(share(sample -> answers.get(sample).predicted() == labels.get()[sample]));
        return new Score(accuracy, agreement, Sqnr.decibels(signal, error(answers)));
    }

    private double share(IntPredicate holds) {
        return (double) IntStream.range(0, samples.size()).filter(holds).count() / samples.size();
    }
}
