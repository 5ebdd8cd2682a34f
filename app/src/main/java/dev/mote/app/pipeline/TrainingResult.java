package dev.mote.app.pipeline;

import dev.mote.app.report.Evaluated;
import dev.mote.app.report.FitText;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.Generalization;
import dev.mote.dataset.metrics.LossCurve;
import dev.mote.dataset.metrics.Scores;
import dev.mote.dataset.metrics.Share;
import dev.mote.device.compare.CompareModels;
import dev.mote.device.compare.LayerHistograms;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.InputPreparation;
import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import dev.mote.trainer.TrainedModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a trained model does; both empty for numbers.
 *
 * @param test the float model over the test split, in the simulator
 */
public record TrainingResult(Optional<Evaluated> test, Optional<Generalization> generalization) {
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
        if (dataset.isRegression()) {
            return new TrainingResult(Optional.empty(), Optional.empty());
        }
        FloatModel model = trained.model();
        InputPreparation preparation = model.graph().card().preparation();
        Samples samples = dataset.withChannels(preparation.channels()).test();
        Classification test = classify(model, dataset.labels(), samples, preparation);
        return new TrainingResult(
                Optional.of(new Evaluated("float", test, LayerHistograms.of(model, samples, preparation))),
                Optional.of(generalization(dataset, trained, counts, test)));
    }

    static Classification classify(
            FloatModel model, List<String> labels, Samples samples, InputPreparation preparation) {
        Scores scores = new CompareModels(samples, preparation).run(model);
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
        InputPreparation preparation = model.graph().card().preparation();
        Samples all = dataset.withChannels(preparation.channels()).train();
        int count = Math.min(all.count(), TRAINING_SAMPLES);
        Samples some = all.subset(IntStream.range(0, count)
                .map(i -> (int) ((long) i * all.count() / count))
                .toArray());
        var matrix = classify(model, dataset.labels(), some, preparation).matrix();
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
