package dev.mote.app.pipeline;

import dev.mote.app.report.Evaluated;
import dev.mote.app.report.FitText;
import dev.mote.app.report.LayerSet;
import dev.mote.app.report.PredictedNumbers;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.Generalization;
import dev.mote.dataset.metrics.LossCurve;
import dev.mote.dataset.metrics.Regression;
import dev.mote.dataset.metrics.Scores;
import dev.mote.dataset.metrics.Share;
import dev.mote.device.compare.CompareModels;
import dev.mote.device.compare.LayerHistograms;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Quantity;
import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import dev.mote.trainer.TrainedModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a trained model does over the test split, in the simulator.
 *
 * @param test empty if numbers are predicted; {@code generalization} likewise
 * @param numbers empty if classes are told
 */
public record TrainingResult(
        Optional<Evaluated> test,
        Optional<Generalization> generalization,
        List<PredictedNumbers> numbers,
        LayerSet layers) {
    /** As many training samples are looked at where the training did not measure its accuracy. */
    private static final int TRAINING_SAMPLES = 5000;

    /** {@code overfits}, {@code underfits}, {@code overfits_slightly}, {@code fits} or {@code unknown}. */
    public Optional<String> verdict() {
        return generalization.map(MetricsFile::verdict);
    }

    /** The verdict in words, for a terminal. */
    public Optional<String> sentence() {
        return generalization.map(fit -> MetricsFile.plain(FitText.sentence(fit)));
    }

    /** Of the test split. */
    public Optional<ClassifierFigures> figures() {
        return test.map(evaluated -> ClassifierFigures.of(evaluated.classification()));
    }

    static TrainingResult of(Dataset dataset, TrainedModel trained, SampleCounts counts) {
        FloatModel model = trained.model();
        InputPath path = InputPath.of(model.graph());
        Samples samples = dataset.withChannels(path.channels()).test();
        LayerSet layers = new LayerSet("float", LayerHistograms.of(model, samples, path));
        if (dataset.isRegression()) {
            List<float[]> predicted =
                    new CompareModels(samples, path).run(model).outputs();
            return new TrainingResult(
                    Optional.empty(),
                    Optional.empty(),
                    numbers(dataset.targets(), samples.targets(), predicted),
                    layers);
        }
        Classification test = classify(model, dataset.labels(), samples, path);
        return new TrainingResult(
                Optional.of(new Evaluated(layers.name(), test, layers.layers())),
                Optional.of(generalization(dataset, trained, counts, test)),
                List.of(),
                layers);
    }

    private static List<PredictedNumbers> numbers(
            List<Quantity> targets, List<float[]> truth, List<float[]> predicted) {
        Regression regression =
                Regression.of(targets.stream().map(Quantity::name).toList(), truth, predicted);
        return IntStream.range(0, targets.size())
                .mapToObj(k -> new PredictedNumbers(
                        targets.get(k).unit(),
                        regression.targets().get(k),
                        truth.stream().map(row -> row[k]).toList(),
                        predicted.stream().map(row -> row[k]).toList(),
                        Regression.residuals(truth, predicted, k)))
                .toList();
    }

    static Classification classify(FloatModel model, List<String> labels, Samples samples, InputPath path) {
        Scores scores = new CompareModels(samples, path).run(model);
        return Classification.of(labels, samples.labels(), scores);
    }

    static Generalization generalization(
            Dataset dataset, TrainedModel trained, SampleCounts counts, Classification test) {
        History history = trained.history();
        Share tested = new Share(test.matrix().right(), test.matrix().total());
        return new Generalization(
                share(history.training(), counts.training()).orElseGet(() -> onTraining(dataset, trained.model())),
                history.validation().flatMap(metrics -> share(metrics, counts.validation())),
                dataset.testsOnTraining() ? Optional.empty() : Optional.of(tested),
                mostFrequent(dataset),
                losses(history));
    }

    private static Optional<Share> share(Metrics metrics, int samples) {
        return metrics.accuracy().stream()
                .mapToObj(accuracy -> Share.of(accuracy, samples))
                .findFirst();
    }

    /** Of mean squared error, the training measures no accuracy. */
    private static Share onTraining(Dataset dataset, FloatModel model) {
        InputPath path = InputPath.of(model.graph());
        Samples all = dataset.withChannels(path.channels()).train();
        int count = Math.min(all.count(), TRAINING_SAMPLES);
        Samples some = all.subset(IntStream.range(0, count)
                .map(i -> (int) ((long) i * all.count() / count))
                .toArray());
        var matrix = classify(model, dataset.labels(), some, path).matrix();
        return new Share(matrix.right(), matrix.total());
    }

    private static double mostFrequent(Dataset dataset) {
        int[] counts = dataset.train().countsPerClass(dataset.labels().size());
        return (double) IntStream.of(counts).max().orElse(0) / dataset.train().count();
    }

    private static LossCurve losses(History history) {
        return new LossCurve(
                history.epochs().stream().map(epoch -> epoch.training().loss()).toList(),
                history.epochs().stream()
                        .flatMap(epoch -> epoch.validation().stream())
                        .map(Metrics::loss)
                        .toList());
    }
}
