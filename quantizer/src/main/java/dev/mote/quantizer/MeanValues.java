package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.List;

/** The mean of each element of some tensors over samples, as real numbers. */
final class MeanValues {
    private MeanValues() {}

    /** A tensor of the graph that runs, and how it holds its numbers. */
    record Place(int tensor, Encoding encoding) {}

    /**
     * One array for each of {@code places}.
     *
     * @param inputs encodings of the graph inputs
     */
    static List<double[]> of(
            Interpreter interpreter, List<Encoding> inputs, List<float[]> samples, List<Place> places) {
        List<double[]> sums = Chunks.map(
                        samples.size(),
                        (first, end) -> sums(interpreter, inputs, samples.subList(first, end), samples.size(), places))
                .stream()
                .reduce(MeanValues::merge)
                .orElseThrow();
        sums.forEach(sum -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= samples.size();
            }
        });
        return sums;
    }

    private static List<double[]> sums(
            Interpreter interpreter, List<Encoding> inputs, List<float[]> samples, int runs, List<Place> places) {
        Graph graph = interpreter.program().graph();
        List<double[]> sums = places.stream()
                .map(place -> new double[graph.tensor(place.tensor()).shape().elements()])
                .toList();
        Invocation invocation = interpreter.invocation(runs);
        for (float[] sample : samples) {
            Feed.encoded(inputs, invocation, sample);
            invocation.run();
            for (int p = 0; p < places.size(); p++) {
                TensorBuffer buffer = invocation.tensor(places.get(p).tensor());
                double[] sum = sums.get(p);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += places.get(p).encoding().real(buffer, i);
                }
            }
        }
        return sums;
    }

    private static List<double[]> merge(List<double[]> one, List<double[]> other) {
        for (int p = 0; p < one.size(); p++) {
            for (int i = 0; i < one.get(p).length; i++) {
                one.get(p)[i] += other.get(p)[i];
            }
        }
        return one;
    }
}
