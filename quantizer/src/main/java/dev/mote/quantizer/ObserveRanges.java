package dev.mote.quantizer;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Places;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs the float model over the calibration samples and keeps a histogram of each activation. Two passes, extremes first, so that memory
 * stays the same for any number of samples. Counts add up the same in any order: the result does not depend on the number of cores.
 */
final class ObserveRanges {
    private final Graph graph;
    private final Interpreter interpreter;
    private final Calibration calibration;
    /** Indices of the graph inputs and of all node outputs. */
    private final List<Integer> activations;

    private ObserveRanges(Interpreter interpreter, Calibration calibration) {
        this.graph = interpreter.program().graph();
        this.interpreter = interpreter;
        this.calibration = calibration;
        this.activations = activations(graph);
    }

    /**
     * Histograms by tensor index.
     *
     * @throws BadInputException if an activation is NaN or infinite
     */
    static SortedMap<Integer, Histogram> observe(Interpreter interpreter, Calibration calibration) {
        return new ObserveRanges(interpreter, calibration).histograms();
    }

    /** In the order in which they are computed. */
    static List<Integer> activations(Graph graph) {
        List<Integer> activations = new ArrayList<>(graph.inputs());
        graph.nodes().stream().map(Node::outputs).forEach(activations::addAll);
        return activations;
    }

    private SortedMap<Integer, Histogram> histograms() {
        List<Extremes> extremes = Chunks.map(calibration.samples().size(), this::extremes);
        extremes.stream()
                .map(Extremes::defect)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(defect -> {
                    throw new BadInputException(defect);
                });
        Extremes all = extremes.stream().reduce(Extremes::merge).orElseThrow();
        return Chunks.map(calibration.samples().size(), (first, end) -> histograms(all, first, end)).stream()
                .reduce(ObserveRanges::merge)
                .orElseThrow();
    }

    /** Least and greatest value of each activation, up to the first that is no number. */
    private record Extremes(float[] min, float[] max, Optional<String> defect) {
        Extremes merge(Extremes other) {
            float[] least = min.clone();
            float[] greatest = max.clone();
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], other.min[i]);
                greatest[i] = Math.max(greatest[i], other.max[i]);
            }
            return new Extremes(least, greatest, defect);
        }
    }

    private Extremes extremes(int first, int end) {
        Invocation invocation = interpreter.invocation();
        float[] min = new float[activations.size()];
        float[] max = new float[activations.size()];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        for (int sample = first; sample < end; sample++) {
            run(invocation, sample);
            for (int i = 0; i < activations.size(); i++) {
                for (float value : values(invocation, activations.get(i))) {
                    if (!Float.isFinite(value)) {
                        return new Extremes(min, max, Optional.of(defect(sample, i, value)));
                    }
                    min[i] = Math.min(min[i], value);
                    max[i] = Math.max(max[i], value);
                }
            }
        }
        return new Extremes(min, max, Optional.empty());
    }

    private String defect(int sample, int activation, float value) {
        boolean inSample = activation < graph.inputs().size();
        String name = Places.quote(graph.tensor(activations.get(activation)).name());
        return calibration.source() + ": calibration sample " + sample
                + (inSample ? " holds " + value + " for input " : " makes " + value + " in layer ") + name
                + ", expected finite numbers; "
                + (inSample ? "remove or repair the sample" : "check the model's weights, or train it again");
    }

    private SortedMap<Integer, Histogram> histograms(Extremes extremes, int first, int end) {
        SortedMap<Integer, Histogram> histograms = new TreeMap<>();
        for (int i = 0; i < activations.size(); i++) {
            histograms.put(activations.get(i), new Histogram(extremes.min()[i], extremes.max()[i]));
        }
        Invocation invocation = interpreter.invocation();
        for (int sample = first; sample < end; sample++) {
            run(invocation, sample);
            histograms.forEach((tensor, histogram) -> histogram.add(values(invocation, tensor)));
        }
        return histograms;
    }

    private static SortedMap<Integer, Histogram> merge(
            SortedMap<Integer, Histogram> sum, SortedMap<Integer, Histogram> more) {
        sum.forEach((tensor, histogram) -> histogram.add(more.get(tensor)));
        return sum;
    }

    private void run(Invocation invocation, int sample) {
        Feed.floats(graph, invocation, calibration.samples().get(sample));
        invocation.run();
    }

    private static float[] values(Invocation invocation, int tensor) {
        return ((TensorBuffer.Floats) invocation.tensor(tensor)).values();
    }
}
