package dev.mote.quantizer;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Interpreter;
import java.util.SortedMap;

/**
 * A float graph with all its rewrites, and what calibration saw of it.
 *
 * @param exact runs {@code graph}
 * @param histograms by tensor index, of all activations
 */
record Observed(Graph graph, Interpreter exact, Calibration calibration, SortedMap<Integer, Histogram> histograms) {

    /** @throws dev.mote.model.BadInputException if the model is quantized already, or a sample does not fit it */
    static Observed of(FloatModel model, Calibration calibration, Equalization equalization) {
        CheckFloatGraph.require(model.graph());
        calibration.requireFits(model.graph());
        Graph fused = FuseActivations.apply(SplitSums.apply(model.graph()));
        Graph graph = CellRanges.in(EqualizeLayers.apply(fused, equalization, calibration), calibration);
        Interpreter exact = Interpreter.of(graph);
        return new Observed(graph, exact, calibration, ObserveRanges.observe(exact, calibration));
    }
}
