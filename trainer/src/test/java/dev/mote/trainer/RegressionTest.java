package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantity;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.trainer.recipe.ActivationFunction;
import dev.mote.trainer.recipe.Layer;
import dev.mote.trainer.recipe.Loss;
import dev.mote.trainer.recipe.Optimizer;
import dev.mote.trainer.recipe.Sequential;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final Quantity Y = new Quantity("y", "m");

    /** y = 2x - 1, and where there are two targets, 3 - x. */
    private static Dataset line(Quantity... targets) {
        float[] x = {-1, 0, 1, 2, 3, 4};
        float[] y = new float[x.length * targets.length];
        for (int i = 0; i < x.length; i++) {
            y[i * targets.length] = 2 * x[i] - 1;
            if (targets.length == 2) {
                y[2 * i + 1] = 3 - x[i];
            }
        }
        Samples all = Samples.ofTargets(Shape.of(1), x, y, new int[0]);
        return new Dataset("line", true, Shape.of(1), List.of(), List.of(targets), "m", List.of("x"), 0, all, all);
    }

    private static Sequential neuron(int units) {
        return Sequential.named("line")
                .add(Layer.dense(units, ActivationFunction.LINEAR))
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Optimizer.Sgd(0.01, 0, 0))
                .batchSize(6)
                .epochs(500);
    }

    @Test
    void learnsALineAndSaysHowFarItIsOff() {
        TrainedModel trained = Trainer.train(neuron(1).build(), line(Y), TrainingListener.SILENT);
        float[] ten = Interpreter.of(trained.model()).invocation().run(new float[] {10});
        assertEquals(18.98, ten[0], 0.02);
        History.Errors errors = trained.history().errors().orElseThrow();
        assertEquals(errors.training(), errors.test());
        assertEquals(trained.history().training().loss(), errors.test().meanSquaredError(), 1e-6);
        assertTrue(errors.test().r2() > 0.999 && errors.test().meanAbsoluteError() < 0.02, errors.toString());
        assertTrue(trained.history().test().orElseThrow().accuracy().isEmpty());
        assertTrue(trained.history().toJson().contains("\"test_mean_absolute_error\""));
        ModelCard card = trained.model().graph().card();
        assertEquals(List.of(), card.labels());
        assertEquals(List.of(Y), card.targets());
    }

    @Test
    void learnsSeveralTargetsAtOnce() {
        Dataset two = line(Y, new Quantity("z", ""));
        TrainedModel trained = Trainer.train(neuron(2).epochs(1500).build(), two, TrainingListener.SILENT);
        float[] five = Interpreter.of(trained.model()).invocation().run(new float[] {5});
        assertArrayEquals(new float[] {9, -2}, five, 0.02f);
    }

    @Test
    void refusesAnotherLossAndAnotherNumberOfOutputs() {
        Sequential classes = Sequential.named("line")
                .add(Layer.dense(1, ActivationFunction.SIGMOID))
                .loss(Loss.BINARY_CROSSENTROPY);
        String loss = assertThrows(
                        BadInputException.class, () -> Trainer.train(classes.build(), line(Y), TrainingListener.SILENT))
                .getMessage();
        assertTrue(loss.contains("target y of line is a number; use mean_squared_error"), loss);
        String units = assertThrows(
                        BadInputException.class,
                        () -> Trainer.train(neuron(3).build(), line(Y), TrainingListener.SILENT))
                .getMessage();
        assertTrue(units.contains("3 elements, but the data has 1 target values; set units: 1"), units);
    }
}
