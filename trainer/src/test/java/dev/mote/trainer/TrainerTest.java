package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.trainer.recipe.ActivationFunction;
import dev.mote.trainer.recipe.EarlyStopping;
import dev.mote.trainer.recipe.EarlyStopping.Monitor;
import dev.mote.trainer.recipe.Layer;
import dev.mote.trainer.recipe.LearningRateSchedule;
import dev.mote.trainer.recipe.Loss;
import dev.mote.trainer.recipe.Optimizer;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final TrainingData XOR = TrainingData.of(
            Shape.of(2), new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new float[][] {{0}, {1}, {1}, {0}});

    /** Six points of y = 2x - 1. */
    private static final TrainingData LINE = TrainingData.of(
            Shape.of(1), new float[][] {{-1}, {0}, {1}, {2}, {3}, {4}}, new float[][] {{-3}, {-1}, {1}, {3}, {5}, {7}});

    private static Sequential line() {
        return Sequential.named("line")
                .add(Layer.dense(1, ActivationFunction.LINEAR))
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(Optimizer.Sgd.DEFAULT)
                .epochs(500);
    }

    /** 65,536 samples of 40,000 values would be more than an array holds; there are two. */
    @Test
    void aBatchIsNoLargerThanTheSamples() {
        TrainingData two = TrainingData.of(
                Shape.of(40_000), new float[][] {new float[40_000], new float[40_000]}, new float[][] {{1}, {1}});
        Recipe recipe = line().epochs(1).batchSize(65_536).build();
        assertEquals(
                1,
                Trainer.train(recipe, two, TrainingListener.SILENT)
                        .history()
                        .epochs()
                        .size());
    }

    private static Sequential xor() {
        return Sequential.named("xor")
                .add(Layer.dense(8, ActivationFunction.TANH))
                .add(Layer.dense(1, ActivationFunction.SIGMOID))
                .loss(Loss.BINARY_CROSSENTROPY)
                .optimizer(Optimizer.Adam.of(0.05))
                .epochs(200)
                .batchSize(4);
    }

    /** Stripes along the height or the width of 8x8, with noise: two classes that a 3x3 kernel tells apart. */
    static TrainingData stripes(int count) {
        var random = new SplittableRandom(7);
        float[][] inputs = new float[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            inputs[i] = Floats.random(64, random);
            for (int k = 0; k < 64; k++) {
                int position = labels[i] == 0 ? k / 8 : k % 8;
                inputs[i][k] += position % 2;
            }
        }
        return TrainingData.ofClasses(Shape.of(8, 8, 1), inputs, labels, 2);
    }

    private static Sequential cnn() {
        return Sequential.named("stripes")
                .add(Layer.conv2d(4, 3))
                .add(Layer.batchNormalization())
                .add(new Layer.Activate(ActivationFunction.RELU))
                .add(new Layer.Dropout(0.2))
                .add(new Layer.Flatten())
                .add(Layer.dense(2, ActivationFunction.SOFTMAX))
                .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
                .optimizer(Optimizer.Adam.of(0.01))
                .epochs(6)
                .batchSize(30)
                .validationSplit(0.2);
    }

    private static TrainedModel train(Sequential recipe, TrainingData data) {
        return Trainer.train(recipe.build(), data, TrainingListener.SILENT);
    }

    private static float[] constant(TrainedModel trained, String name) {
        Tensor tensor = trained.model().graph().tensors().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return tensor.data().orElseThrow().floats();
    }

    @Test
    void oneNeuronLearnsALine() {
        TrainedModel trained = train(line(), LINE);
        assertEquals(1.997, constant(trained, "dense_kernel")[0], 0.003);
        assertEquals(18.98, Floats.run(trained.model(), 10)[0], 0.03);
        assertTrue(trained.history().training().accuracy().isEmpty());
    }

    @Test
    void learnsExclusiveOr() {
        TrainedModel trained = train(xor(), XOR);
        assertEquals(1.0, trained.history().training().accuracy().orElseThrow());
        assertTrue(Floats.run(trained.model(), 0, 0)[0] < 0.2);
        assertTrue(Floats.run(trained.model(), 0, 1)[0] > 0.8);
        assertTrue(Floats.run(trained.model(), 1, 0)[0] > 0.8);
        assertTrue(Floats.run(trained.model(), 1, 1)[0] < 0.2);
    }

    @Test
    void momentumLearnsExclusiveOr() {
        TrainedModel trained = train(xor().optimizer(new Optimizer.Sgd(0.3, 0.9, 0.001)), XOR);
        assertEquals(1.0, trained.history().training().accuracy().orElseThrow());
    }

    @Test
    void convolutionLearnsStripes() {
        TrainedModel trained = train(cnn(), stripes(200));
        assertTrue(trained.history().validation().orElseThrow().accuracy().orElseThrow() > 0.95);
        assertEquals(6, trained.history().epochs().size());
        assertTrue(trained.history().epochs().getFirst().training().loss()
                > trained.history().epochs().getLast().training().loss());
    }

    @Test
    void sameSeedGivesTheSameModel() {
        assertEquals(
                train(cnn(), stripes(100)).model(), train(cnn(), stripes(100)).model());
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        assertNotEquals(
                List.of(constant(train(cnn(), stripes(100)), "dense_kernel")[0]),
                List.of(constant(train(cnn().seed(2), stripes(100)), "dense_kernel")[0]));
    }

    @Test
    void stopsEarlyWithTheBestWeights() {
        EarlyStopping rule = new EarlyStopping(Monitor.VAL_LOSS, 3, 0, true);
        TrainedModel trained =
                train(cnn().epochs(60).optimizer(Optimizer.Adam.of(0.05)).earlyStopping(rule), stripes(60));
        List<History.Epoch> epochs = trained.history().epochs();
        double best = epochs.stream()
                .mapToDouble(epoch -> epoch.validation().orElseThrow().loss())
                .min()
                .orElseThrow();
        assertTrue(trained.history().stoppedEarly());
        assertEquals(trained.history().bestEpoch() + 3, epochs.size());
        assertEquals(best, trained.history().validation().orElseThrow().loss(), 0);
    }

    @Test
    void endsWithTheMeanOfTheLastEpochs() {
        float last = constant(train(line().epochs(3), LINE), "dense_kernel")[0];
        float before = constant(train(line().epochs(2), LINE), "dense_kernel")[0];
        float mean = constant(train(line().epochs(3).averageLastEpochs(2), LINE), "dense_kernel")[0];
        assertEquals((last + before) / 2, mean, 1e-6);
    }

    @Test
    void cosineEndsAtItsFinalFraction() {
        TrainedModel trained = train(line().epochs(4).schedule(new LearningRateSchedule.Cosine(0.1)), LINE);
        List<Double> rates = trained.history().epochs().stream()
                .map(History.Epoch::learningRate)
                .toList();
        assertEquals(0.00868, rates.get(0), 1e-5);
        assertEquals(0.0055, rates.get(1), 1e-5);
        assertEquals(0.001, rates.get(3), 1e-9);
    }

    @Test
    void labelSmoothingRaisesTheReachableLoss() {
        TrainedModel trained = train(cnn().epochs(20).labelSmoothing(0.2), stripes(100));
        // Least cross-entropy against 0.9 and 0.1.
        assertTrue(trained.history().epochs().getLast().training().loss() > 0.325);
    }

    @Test
    void stopsWhenTheLossIsNoNumber() {
        BadInputException thrown = assertThrows(
                BadInputException.class, () -> train(line().optimizer(new Optimizer.Sgd(1e6, 0, 0)), LINE));
        assertTrue(
                thrown.getMessage()
                        .matches("recipe line: epoch \\d+, step 1: the loss is (NaN|Infinity);"
                                + " lower learning_rate \\(now 1000000.0\\).*"),
                thrown.getMessage());
    }

    @Test
    void refusesValuesThatAreNoNumbers() {
        BadInputException thrown = assertThrows(
                BadInputException.class,
                () -> TrainingData.of(Shape.of(2), new float[][] {{1, Float.NaN}}, new float[][] {{1}}));
        assertEquals(
                "training data: value 1 of input 0 is NaN, expected a finite number; remove or repair that sample",
                thrown.getMessage());
    }

    @Test
    void interruptEndsTheRun() {
        TrainingListener interrupting = new TrainingListener() {
            @Override
            public void epochEnded(History.Epoch epoch) {
                Thread.currentThread().interrupt();
            }
        };
        assertThrows(CancellationException.class, () -> Trainer.train(line().build(), LINE, interrupting));
        assertTrue(Thread.interrupted());
    }

    @Test
    void tellsItsListenerEveryStep() {
        List<String> events = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepped(int epoch, int step, Metrics soFar) {
                events.add(epoch + "." + step);
            }

            @Override
            public void ended() {
                events.add("ended");
            }
        };
        Trainer.train(line().epochs(2).batchSize(4).build(), LINE, listener);
        assertEquals(List.of("1.1", "1.2", "2.1", "2.2", "ended"), events);
    }

    @Test
    void refusesALastLayerThatDoesNotFitTheLoss() {
        Sequential wrong = Sequential.named("wrong")
                .add(Layer.dense(2, ActivationFunction.RELU))
                .loss(Loss.CATEGORICAL_CROSSENTROPY);
        BadInputException thrown = assertThrows(
                BadInputException.class,
                () -> train(wrong, TrainingData.ofClasses(Shape.of(1), new float[][] {{1}}, new int[] {0}, 2)));
        assertEquals(
                "recipe wrong: layers[0].dense: the loss categorical_crossentropy needs activation: softmax at the end",
                thrown.getMessage());
    }

    @Test
    void refusesANetworkWithoutWeights() {
        Recipe recipe = Recipe.parse("r", "name: idle\nlayers: [flatten]\nloss: mean_squared_error\n");
        TrainingData data = TrainingData.of(Shape.of(1), new float[][] {{1}}, new float[][] {{1}});
        assertEquals(
                "r:2: layers[0].flatten: no layer has weights, so there is nothing to train; add a dense layer",
                assertThrows(BadInputException.class, () -> Trainer.train(recipe, data, TrainingListener.SILENT))
                        .getMessage());
    }

    @Test
    void refusesMoreWeightsThanAnArrayHolds() {
        Recipe recipe = Recipe.parse(
                "r",
                "name: huge\nlayers: [dense: {units: 60000}, dense: {units: 60000}, dense: {units: 1}]\nloss: mean_squared_error\n");
        TrainingData data = TrainingData.of(Shape.of(1), new float[][] {{1}}, new float[][] {{1}});
        assertEquals(
                "r:2: layers[2].dense: the weights of a layer are too many (more than 2^31 - 1 elements in [60000,"
                        + " 60000]); give fewer units or filters",
                assertThrows(BadInputException.class, () -> Trainer.train(recipe, data, TrainingListener.SILENT))
                        .getMessage());
    }

    @Test
    void holdsBackWholeGroups() {
        TrainingData data = stripes(60)
                .withGroups(IntStream.range(0, 60).mapToObj(i -> i / 10).toList());
        ValidationSplit split = ValidationSplit.of(
                data, Classes.of(data, data.classNames()), cnn().build().training(), new SplittableRandom(3));
        assertEquals(60, split.training().length + split.validation().length);
        assertEquals(20, split.validation().length);
        assertEquals(
                4, IntStream.of(split.training()).map(i -> i / 10).distinct().count());
        assertEquals(
                2, IntStream.of(split.validation()).map(i -> i / 10).distinct().count());
    }
}
