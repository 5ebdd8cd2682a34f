package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Shape;
import dev.mote.model.tflite.TfliteWriter;
import dev.mote.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitFrontEndTest {
    private static final List<String> NAMES = List.of("acc_x", "acc_y", "acc_z", "light");
    private static final int ROWS = 32;

    /** Two classes: slow and fast swings of acc_y, of the same size. The light hardly changes. */
    private static Dataset dataset(double rateHertz) {
        Samples train = samples(120, 1);
        return new Dataset(
                "swings",
                true,
                Shape.of(ROWS, 4),
                List.of("slow", "fast"),
                "g,g,g,lux",
                NAMES,
                rateHertz,
                train,
                samples(60, 2));
    }

    private static Samples samples(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count * ROWS * 4];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(2);
            double phase = random.nextDouble() * 7;
            for (int row = 0; row < ROWS; row++) {
                int at = (i * ROWS + row) * 4;
                values[at] = (float) random.nextGaussian() * 0.1f;
                values[at + 1] = (float) (Math.sin(phase + row * (labels[i] == 0 ? 0.4 : 1.6)) + 2.5);
                values[at + 2] = 0;
                values[at + 3] = 1000 + row % 2 * 0.5f;
            }
        }
        return Samples.of(Shape.of(ROWS, 4), values, labels, new int[0]);
    }

    private static Recipe recipe(String more) {
        return Recipe.parse("r.yaml", """
                name: swings
                input: {normalize: standardize}
                layers:
                  - flatten
                  - dense: {units: classes, activation: softmax}
                loss: categorical_crossentropy
                optimizer: {adam: {learning_rate: 0.05}}
                epochs: 15
                """ + more);
    }

    private static Optional<SignalFrontEnd> fit(Dataset dataset, String more, List<String> notes) {
        return FitFrontEnd.on(dataset, recipe(more), notes::add).map(SignalFrontEnd.class::cast);
    }

    @Test
    void givesEverySignalAPlainFrontEndThatCoversTheTrainingData() {
        List<String> notes = new ArrayList<>();
        SignalFrontEnd frontEnd = fit(dataset(50), "", notes).orElseThrow();
        // The axes share the full scale of the largest, 3.5 g.
        assertEquals(new SignalFrontEnd(50, ROWS, 16, List.of(4f, 4f, 4f, 1024f), List.of()), frontEnd);
        assertEquals(1, notes.size());
        assertEquals(
                "light varies by only 8.0 counts (standard deviation) of its full scale 1024.0; a smaller"
                        + " front_end.full_scale would show more of it",
                notes.getFirst());
    }

    @Test
    void saysWhatSaturates() {
        List<String> notes = new ArrayList<>();
        SignalFrontEnd frontEnd = fit(
                        dataset(50), "front_end: {full_scale: {acc: 3, acc_x: 16, light: 1000}, stride: 8}\n", notes)
                .orElseThrow();
        assertEquals(new SignalFrontEnd(50, ROWS, 8, List.of(16f, 3f, 3f, 1000f), List.of()), frontEnd);
        assertEquals(3, notes.size(), notes.toString());
        assertTrue(
                notes.getFirst().matches("\\d+ training values of acc_y are beyond the full scale 3.0, up to 3.[45].*"),
                notes.getFirst());
        assertTrue(notes.get(1).startsWith("1920 training values of light are beyond the full scale"), notes.get(1));
    }

    @Test
    void leavesOtherDataAlone() {
        assertEquals(Optional.empty(), fit(dataset(0), "", new ArrayList<>()));
        assertEquals(
                "front_end: swings holds no signals [time, channels] of a known rate, which a front end is for; remove it",
                assertThrows(
                                BadInputException.class,
                                () -> fit(dataset(0), "front_end: {stride: 8}\n", new ArrayList<>()))
                        .getMessage());
    }

    @Test
    void bringsPicturesOfACameraToTheSizeOfTheData() {
        Shape shape = Shape.of(28, 28, 1);
        Samples samples = Samples.of(shape, new float[2 * 28 * 28], new int[] {0, 1}, new int[0]);
        Dataset digits = new Dataset(
                "digits", true, shape, List.of("0", "1"), "grey level", List.of("grey"), 0, samples, samples);
        String frame = "front_end: {frame: {height: 60, width: 80, channels: colour}, stretch: true, box: %d}\n";
        ImageFrontEnd.Crop whole = new ImageFrontEnd.Crop(0, 0, 60, 80);
        assertEquals(
                Optional.of(new ImageFrontEnd(60, 80, 3, whole, 28, 28, true, false, true, 20)),
                FitFrontEnd.on(digits, recipe(frame.formatted(20)), note -> {}));
        assertEquals(
                "front_end: box 29, expected 0 (none) or at most the picture's sides and 255; change it in the recipe",
                assertThrows(
                                BadInputException.class,
                                () -> FitFrontEnd.on(digits, recipe(frame.formatted(29)), note -> {}))
                        .getMessage());
        assertEquals(
                "front_end.frame: swings holds no pictures, which a frame is for; remove it",
                assertThrows(BadInputException.class, () -> fit(dataset(50), frame.formatted(0), new ArrayList<>()))
                        .getMessage());
    }

    @Test
    void findsChannelsByTheirNames() {
        SignalFrontEnd frontEnd = fit(
                        dataset(50),
                        "front_end: {stages: [high_pass: {cutoff: 0.5, channels: [acc_z, acc]}, magnitude: acc, select: [acc, light],"
                                + " compress: {acc_m: 0.25}, statistics: {of: [mean], channels: light}, spectrum: {size: 32, peaks: 1}]}\n",
                        new ArrayList<>())
                .orElseThrow();
        assertEquals(
                List.of(
                        new Stage.HighPass(0.5, List.of(0, 1, 2), false),
                        new Stage.Magnitude(List.of(0, 1, 2), false),
                        new Stage.Select(List.of(1, 0)),
                        new Stage.Compress(List.of(0.25f, 0f)),
                        new Stage.Statistics(List.of(Statistic.MEAN), List.of(1)),
                        new Stage.Spectrum(32, List.of(), 1, false, List.of())),
                frontEnd.stages());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{full_scale: {gyro: 2}} -> front_end.full_scale: no channel of swings begins with 'gyro'; its channels are acc_x, acc_y, acc_z, light",
                "{stride: 33} -> front_end.stride is 33, but a window of swings has 32 samples; expected at most as many",
                "{stages: [high_pass: 25]} -> r.yaml:9: front_end.stages[0].high_pass: cutoff 25.0 Hz, expected less than half of the rate, 25.0 Hz",
                "{stages: [low_pass: 5, select: [gyro]]} -> r.yaml:9: front_end.stages[1].select: no channel begins with 'gyro'; at this stage there are acc_x, acc_y, acc_z, light",
                "{stages: [magnitude: [acc, light], select: acc_x]} -> r.yaml:9: front_end.stages[1].select: no channel begins with 'acc_x'; at this stage there are acc_magnitude, light_magnitude",
                "{stages: [{magnitude: ''}]} -> r.yaml:9: front_end.stages[0].magnitude: 4 channels begin with '', expected 1 to 3, the axes of one sensor",
                "{full_scale: {acc_x: 8}, stages: [magnitude: acc]} -> r.yaml:9: front_end.stages[0].magnitude: magnitude of axes with different full scales, expected the same for all",
                "{stages: [statistics: mean, difference]} -> r.yaml:9: front_end.stages[1].difference: a series stage after statistics or spectrum, expected it before them",
                "{stages: [spectrum: {size: 32, bands: [[1, 1.5]]}]} -> r.yaml:9: front_end.stages[0].spectrum: band from 1.0 to 1.5 Hz holds no frequency of the transform: they are 1.5625 Hz apart, below 25.0 Hz",
            })
    void refusesWhatDoesNotFitTheData(String textAndMessage) {
        String[] parts = textAndMessage.split(" -> ");
        String message = assertThrows(
                        BadInputException.class,
                        () -> fit(dataset(50), "front_end: " + parts[0] + "\n", new ArrayList<>()))
                .getMessage();
        assertEquals(parts[1], message);
    }

    /** A straight line through the samples cannot tell the classes; their spectrum and crossings can. */
    @Test
    void trainsOnFeatures() {
        String features = "front_end: {stages: [statistics: {of: [zero_crossings, deviation], channels: acc_y},"
                + " spectrum: {size: 32, bands: [[1, 6], [6, 20]], peaks: 1, log: true, channels: acc_y}]}\n";
        TrainedModel trained = Trainer.train(recipe(features), dataset(50), TrainingListener.SILENT);
        assertEquals(1, trained.history().test().orElseThrow().accuracy().orElseThrow());
        Graph graph = trained.model().graph();
        assertEquals(Shape.of(1, 6), graph.tensor(graph.inputs().getFirst()).shape());
        InputPreparation preparation = graph.card().preparation();
        assertEquals(NAMES, preparation.channels());
        assertEquals(6, preparation.offset().size());
        // The mean of the peak's frequency, in Hz: 0.4 and 1.6 radians a sample at 50 Hz are 3.2 and 12.7 Hz.
        assertEquals(8, preparation.offset().get(4), 1.5);
        TrainedModel again = Trainer.train(recipe(features), dataset(50), TrainingListener.SILENT);
        assertEquals(
                java.nio.ByteBuffer.wrap(TfliteWriter.write(graph)),
                java.nio.ByteBuffer.wrap(TfliteWriter.write(again.model().graph())));
    }

    @Test
    void compressesFeaturesByTheirNames() {
        Recipe recipe = Recipe.parse("r.yaml", """
                name: swings
                input: {normalize: standardize, compress: {.rms: 0.01, acc_x.mean: 0.02}}
                front_end: {stages: [statistics: {of: [mean, rms], channels: acc}]}
                layers:
                  - dense: {units: classes, activation: softmax}
                loss: categorical_crossentropy
                epochs: 1
                """);
        assertEquals(
                List.of(0.02f, 0.01f, 0f, 0.01f, 0f, 0.01f),
                Trainer.untrained(recipe, dataset(50))
                        .graph()
                        .card()
                        .preparation()
                        .knee());
    }

    @Test
    void refusesAKneeThatCountsDoNotShow() {
        Recipe recipe = Recipe.parse("r.yaml", """
                name: swings
                input: {compress: {acc: 0.0001}}
                layers:
                  - flatten
                  - dense: {units: classes, activation: softmax}
                loss: categorical_crossentropy
                epochs: 1
                """);
        String message = assertThrows(BadInputException.class, () -> Trainer.untrained(recipe, dataset(50)))
                .getMessage();
        assertEquals(
                "input.compress: the knee 1.0E-4 of acc_x is less than the step of its integers, 1.220703125E-4; take a larger"
                        + " knee, or a smaller front_end.full_scale",
                message);
    }
}
