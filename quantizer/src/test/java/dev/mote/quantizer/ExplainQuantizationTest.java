package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Samples;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainQuantizationTest {
    private static final int INPUT = 6 * 6 * 2;

    /** One channel of layer "next" is a hundred times as large as the others, and the layer behind it makes up for that. */
    private static FloatModel network() {
        Nets net = new Nets(4);
        int stem = net.conv("stem", net.input(1, 6, 6, 2), 6, Activation.RELU);
        int next = net.conv("next", stem, 4, Activation.RELU);
        Graph graph = net.graph(net.dense("out", net.flatten("flat", next), 4, Activation.NONE));
        ReplaceConstants constants = new ReplaceConstants(graph);
        for (int position : new int[] {1, 2}) {
            float[] values = constants.values(1, position);
            for (int i = 0; i < values.length / 4; i++) {
                values[i] *= 100;
            }
            constants.replace(1, position, values);
        }
        float[] weights = constants.values(3, 1);
        for (int i = 0; i < weights.length; i += 4) {
            weights[i] /= 100;
        }
        constants.replace(3, 1, weights);
        return new FloatModel(constants.graph());
    }

    private static Explanation explain() {
        Calibration calibration = new Calibration("calibration", Nets.randomSamples(INPUT, 40, 1));
        Validation validation = new Validation("others", Nets.randomSamples(INPUT, 40, 1), Optional.empty(), false);
        return ExplainQuantization.explain(
                network(), calibration, validation, QuantizerOptions.DEFAULT, model -> new Footprint(1, 2, 3));
    }

    @Test
    void tellsABadRangeFromBadWeights() {
        Explanation explanation = explain();
        assertEquals(
                List.of("input0", "stem", "next", "out"),
                explanation.layers().stream().map(LayerCost::name).toList());
        LayerCost stem = explanation.layers().get(1);
        LayerCost next = explanation.layers().get(2);
        LayerCost out = explanation.layers().get(3);
        assertTrue(next.alone().sqnrDb() < stem.alone().sqnrDb() - 5, next::toString);
        assertTrue(next.weightsSqnrDb() > next.alone().sqnrDb() + 5, next::toString);
        assertTrue(out.weightsSqnrDb() < next.weightsSqnrDb() - 5, out::toString);
        assertTrue(next.int16GainDb().orElseThrow() > stem.int16GainDb().orElseThrow(), next::toString);
    }

    @Test
    void measuresEachRemedyOnBothHalves() {
        Explanation explanation = explain();
        Remedy plain = remedy(explanation, "percentile 99.99");
        Remedy equalized = remedy(explanation, "percentile 99.99, activations equalized");
        assertTrue(equalized.validation().sqnrDb() > plain.validation().sqnrDb() + 5, equalized::toString);
        assertTrue(equalized.calibration().sqnrDb() > plain.calibration().sqnrDb() + 5, equalized::toString);
        Remedy wide = remedy(explanation, "percentile 99.99, int16");
        assertTrue(wide.validation().sqnrDb() > plain.validation().sqnrDb() + 5, wide::toString);
        assertEquals(new Footprint(1, 2, 3), wide.footprint());
        assertEquals(40, explanation.calibrationSamples());
        assertEquals(40, explanation.validationSamples());
    }

    private static Remedy remedy(Explanation explanation, String name) {
        return explanation.remedies().stream()
                .filter(remedy -> remedy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noValidationSampleCalibrates() {
        float[] values = new float[100];
        int[] labels = new int[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
            labels[i] = i % 3;
        }
        Samples samples = Samples.of(Shape.of(1), values, labels, new int[0]);
        Validation.Halves halves =
                Validation.split("numbers", samples, true, InputPath.of(InputPreparation.NONE), 500, 1000, 7);
        assertEquals(50, halves.calibration().samples().size());
        assertEquals(50, halves.validation().samples().size());
        List<Float> all = Stream.concat(halves.calibration().samples().stream(), halves.validation().samples().stream())
                .map(sample -> sample[0])
                .distinct()
                .toList();
        assertEquals(100, all.size());
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    (int) halves.validation().samples().get(i)[0] % 3,
                    halves.validation().labels().orElseThrow()[i]);
        }
    }

    @Test
    void validatesOnAllOtherSamplesHoweverManyAreAskedFor() {
        Samples samples = Samples.of(Shape.of(1), new float[30], new int[30], new int[0]);
        Validation.Halves halves =
                Validation.split("zeros", samples, true, InputPath.of(InputPreparation.NONE), 10, Integer.MAX_VALUE, 7);
        assertEquals(10, halves.calibration().samples().size());
        assertEquals(20, halves.validation().samples().size());
    }
}
