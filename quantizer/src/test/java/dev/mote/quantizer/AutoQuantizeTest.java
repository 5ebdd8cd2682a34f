package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Tensor;
import dev.mote.model.interpreter.Interpreter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AutoQuantizeTest {
    private static final int INPUT = 6 * 6 * 2;

    /** The same for both, so that nothing lies outside of the ranges. */
    private final List<float[]> others = Nets.randomSamples(INPUT, 40, 1);

    private final Calibration calibration = new Calibration("calibration", others);

    private static FloatModel network(boolean softmax) {
        Nets net = new Nets(4);
        int stem = net.conv("stem", net.input(1, 6, 6, 2), 6, Activation.RELU);
        int next = net.depthwise("next", stem, Activation.RELU);
        int out = net.dense("out", net.flatten("flat", next), 4, Activation.NONE);
        return net.model(softmax ? net.softmax("classes", out) : out);
    }

    /** Samples whose right class is what the float model says. */
    private Validation labelled(FloatModel model) {
        int[] labels = others.stream()
                .mapToInt(sample -> {
                    float[] scores = Interpreter.of(model).invocation().run(sample);
                    int best = 0;
                    for (int i = 1; i < scores.length; i++) {
                        best = scores[i] > scores[best] ? i : best;
                    }
                    return best;
                })
                .toArray();
        return new Validation("others", others, Optional.of(labels), false);
    }

    private static Footprint footprint(Int8Model model) {
        long constants = model.graph().tensors().stream()
                .filter(Tensor::isConstant)
                .mapToLong(Tensor::byteSize)
                .sum();
        return new Footprint(constants, 0, 0);
    }

    private Choice choose(FloatModel model, Validation validation, double tolerance) {
        return AutoQuantize.choose(
                model, calibration, validation, QuantizerOptions.DEFAULT, tolerance, AutoQuantizeTest::footprint);
    }

    @Test
    void takesTheWayInInt8WithTheLeastErrorWhereInt8IsEnough() {
        FloatModel model = network(true);
        Choice choice = choose(model, labelled(model), 5);
        assertTrue(choice.withinTolerance());
        assertEquals(OptionalDouble.of(1), choice.exact().accuracy());
        assertEquals(WideActivations.NONE, choice.chosen().options().wide());
        Remedy best = choice.tried().stream()
                .max(Comparator.comparingDouble(way -> way.validation().sqnrDb()))
                .orElseThrow();
        assertEquals(best, choice.chosen());
        assertEquals(
                best.options().methodText(),
                choice.result().model().graph().card().facts().get("calibration.method"));
        assertEquals("5.0", choice.result().model().graph().card().facts().get("quantization.tolerance_points"));
    }

    /** The error of numbers, as part of their magnitude: int8 reaches about a hundredth. */
    @Test
    void goesToInt16WhereNoWayInInt8StaysWithinTheTolerance() {
        FloatModel model = network(false);
        Validation validation = new Validation("others", others, Optional.empty(), true);
        Choice none = choose(model, validation, 0);
        assertFalse(none.withinTolerance());
        assertTrue(none.reason().startsWith("none of "), none.reason());
        double least =
                none.tried().stream().mapToDouble(Remedy::pointsLost).min().orElseThrow();
        assertEquals(least, none.chosen().pointsLost());
        double narrow = none.tried().stream()
                .filter(way -> way.options().wide().equals(WideActivations.NONE))
                .mapToDouble(Remedy::pointsLost)
                .min()
                .orElseThrow();
        assertTrue(least < narrow, () -> least + " with int16, " + narrow + " without");
        Choice strict = choose(model, validation, (least + narrow) / 2);
        assertTrue(strict.withinTolerance(), strict.reason());
        assertFalse(strict.chosen().options().wide().equals(WideActivations.NONE));
        assertTrue(strict.reason().contains("no way in int8 stays within it"), strict.reason());
    }
}
