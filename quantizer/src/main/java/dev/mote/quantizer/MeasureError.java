package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the float and the int8 model side by side and sums up, for each activation, how far apart they are. */
final class MeasureError {
    private final Interpreter exact;
    private final Interpreter int8;
    private final Map<Integer, Integer> activations;
    private final Layout layout;
    private final List<float[]> samples;

    private MeasureError(Interpreter exact, QuantizeGraph.Quantized quantized, Layout layout, List<float[]> samples) {
        this.exact = exact;
        this.int8 = Interpreter.of(new Int8Model(quantized.graph()));
        this.activations = quantized.activations();
        this.layout = layout;
        this.samples = samples;
    }

    /** Sums by tensor index of the float graph. */
    static SortedMap<Integer, ErrorSums> measure(
            Interpreter exact, QuantizeGraph.Quantized quantized, Layout layout, List<float[]> samples) {
        MeasureError work = new MeasureError(exact, quantized, layout, samples);
        return Chunks.map(samples.size(), work::sums).stream()
                .reduce(MeasureError::merge)
                .orElseThrow();
    }

    private SortedMap<Integer, ErrorSums> sums(int first, int end) {
        Graph graph = exact.program().graph();
        List<Encoding> inputs =
                graph.inputs().stream().map(layout.inputs()::get).toList();
        Invocation floats = exact.invocation();
        Invocation bytes = int8.invocation(samples.size());
        SortedMap<Integer, ErrorSums> sums = new TreeMap<>();
        layout.stored()
                .forEach((tensor, encoding) -> sums.put(
                        tensor, new ErrorSums(channels(graph.tensor(tensor).shape()), encoding)));
        for (float[] sample : samples.subList(first, end)) {
            Feed.floats(graph, floats, sample);
            Feed.encoded(inputs, bytes, sample);
            floats.run();
            bytes.run();
            sums.forEach((tensor, sum) -> sum.add(
                    ((TensorBuffer.Floats) floats.tensor(tensor)).values(), bytes.tensor(activations.get(tensor))));
        }
        return sums;
    }

    private static int channels(Shape shape) {
        return shape.rank() == 0 ? 1 : Math.max(shape.dimension(-1), 1);
    }

    private static SortedMap<Integer, ErrorSums> merge(
            SortedMap<Integer, ErrorSums> sum, SortedMap<Integer, ErrorSums> more) {
        sum.forEach((tensor, own) -> own.add(more.get(tensor)));
        return sum;
    }
}
