package dev.mote.app.pipeline;

import dev.mote.codegen.CProject;
import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.Scores;
import dev.mote.device.compare.CompareModels;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Int8Model;
import java.util.List;

/** Float against int8 sample by sample, and the compiled C against the simulator byte by byte. */
final class ThreeWayComparison {
    private ThreeWayComparison() {}

    static Compared run(
            FloatModel floatModel,
            Int8Model int8Model,
            CProject project,
            InputPath path,
            List<String> labels,
            Samples samples) {
        CompareModels compare = new CompareModels(samples, path);
        Scores floatScores = compare.run(floatModel);
        byte[] inputs = compare.inputs(int8Model);
        List<byte[]> simulated = compare.run(int8Model, inputs);
        Scores int8Scores = new Scores(simulated.stream()
                .map(int8Model.outputQuantization()::dequantize)
                .toList());
        byte[] compiled = Firmware.run(project, inputs);
        return new Compared(
                compare.compare(labels, floatScores, int8Scores),
                floatScores,
                int8Scores,
                project,
                Firmware.mismatches(simulated, compiled));
    }
}
