package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.HashMap;
import java.util.Map;

/** The greatest magnitude in each channel (index in the innermost dimension) of what layers with weights compute. */
final class ChannelPeaks {
    private ChannelPeaks() {}

    /** By tensor index. */
    static Map<Integer, float[]> observe(Interpreter interpreter, Calibration calibration) {
        return Chunks.map(calibration.samples().size(), (first, end) -> peaks(interpreter, calibration, first, end))
                .stream()
                .reduce(ChannelPeaks::merge)
                .orElseThrow();
    }

    private static Map<Integer, float[]> peaks(Interpreter interpreter, Calibration calibration, int first, int end) {
        Graph graph = interpreter.program().graph();
        Map<Integer, float[]> peaks = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (OperatorRules.weightsAxis(node.operator()).isPresent()) {
                peaks.put(node.output(), new float[graph.output(node).shape().dimension(-1)]);
            }
        }
        Invocation invocation = interpreter.invocation();
        for (float[] sample : calibration.samples().subList(first, end)) {
            Feed.floats(graph, invocation, sample);
            invocation.run();
            peaks.forEach((tensor, own) -> {
                float[] values = ((TensorBuffer.Floats) invocation.tensor(tensor)).values();
                for (int i = 0; i < values.length; i++) {
                    own[i % own.length] = Math.max(own[i % own.length], Math.abs(values[i]));
                }
            });
        }
        return peaks;
    }

    private static Map<Integer, float[]> merge(Map<Integer, float[]> one, Map<Integer, float[]> other) {
        one.forEach((tensor, own) -> {
            float[] more = other.get(tensor);
            for (int c = 0; c < own.length; c++) {
                own[c] = Math.max(own[c], more[c]);
            }
        });
        return one;
    }
}
