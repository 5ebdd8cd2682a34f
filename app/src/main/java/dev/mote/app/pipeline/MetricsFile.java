package dev.mote.app.pipeline;

import dev.mote.app.report.Epoch;
import dev.mote.app.report.Evaluated;
import dev.mote.app.report.FitText;
import dev.mote.app.report.PredictedNumbers;
import dev.mote.dataset.metrics.Generalization;
import dev.mote.dataset.metrics.Histogram;
import dev.mote.dataset.metrics.Interval;
import dev.mote.dataset.metrics.Regression;
import dev.mote.dataset.metrics.RocCurve;
import dev.mote.dataset.metrics.Share;
import dev.mote.device.compare.LayerValues;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code metrics.json}: every number behind the pages and pictures of a run; the components are the keys. No time: a run gives the same again. */
record MetricsFile(
        String model,
        String dataset,
        boolean synthetic,
        List<EpochFigures> epochs,
        Optional<FitFigures> fit,
        List<ModelFigures> models,
        List<NumberFigures> numbers) {
    /** Steps along each axis of a curve, at most. */
    private static final int ROC_STEPS = 200;

    /** Of one pass over the training samples. */
    record EpochFigures(
            int epoch,
            double loss,
            double accuracy,
            Double validationLoss,
            Double validationAccuracy,
            double learningRate) {
        static EpochFigures of(Epoch epoch) {
            return new EpochFigures(
                    epoch.number(),
                    epoch.training().loss(),
                    epoch.training().accuracy(),
                    epoch.validation().map(Epoch.Metrics::loss).orElse(null),
                    epoch.validation().map(Epoch.Metrics::accuracy).orElse(null),
                    epoch.learningRate());
        }
    }

    /**
     * Whether the model overfits.
     *
     * @param verdict {@code overfits}, {@code underfits}, {@code overfits_slightly}, {@code fits} or {@code unknown}
     * @param baseline accuracy of always answering the most frequent class
     */
    record FitFigures(
            String verdict,
            String sentence,
            String note,
            ShareFigures training,
            Optional<ShareFigures> validation,
            Optional<ShareFigures> test,
            Optional<Interval> gapInterval,
            double baseline) {
        static FitFigures of(Generalization fit) {
            return new FitFigures(
                    MetricsFile.verdict(fit),
                    plain(FitText.sentence(fit)),
                    plain(FitText.note(fit)),
                    ShareFigures.of(fit.training()),
                    fit.validation().map(ShareFigures::of),
                    fit.test().map(ShareFigures::of),
                    fit.gap(),
                    fit.baseline());
        }
    }

    record ShareFigures(int right, int samples, double accuracy, Interval interval) {
        static ShareFigures of(Share share) {
            return new ShareFigures(share.right(), share.samples(), share.accuracy(), share.interval());
        }
    }

    /** @param confusion of each true class, how often it was taken for each */
    record ModelFigures(
            String name,
            int samples,
            ClassifierFigures metrics,
            List<List<Integer>> confusion,
            List<Curve> roc,
            List<LayerValues> layers) {
        static ModelFigures of(Evaluated model) {
            var classification = model.classification();
            return new ModelFigures(
                    model.name(),
                    classification.matrix().total(),
                    ClassifierFigures.of(classification),
                    classification.matrix().counts(),
                    IntStream.range(0, classification.labels().size())
                            .mapToObj(c -> Curve.of(
                                    classification.labels().get(c),
                                    classification.curves().get(c)))
                            .toList(),
                    model.layers());
        }
    }

    /**
     * A number that is predicted.
     *
     * @param truth of the samples that the pictures show; {@code predicted} likewise
     */
    record NumberFigures(
            String unit,
            int samples,
            Regression.Target scores,
            Histogram residuals,
            List<Float> truth,
            List<Float> predicted) {
        static NumberFigures of(PredictedNumbers numbers) {
            return new NumberFigures(
                    numbers.unit(),
                    numbers.truth().size(),
                    numbers.scores(),
                    numbers.residuals(),
                    numbers.shown().stream().map(numbers.truth()::get).toList(),
                    numbers.shown().stream().map(numbers.predicted()::get).toList());
        }
    }

    record Curve(String label, double auc, List<Double> falsePositiveRate, List<Double> truePositiveRate) {
        static Curve of(String label, RocCurve curve) {
            List<RocCurve.Point> points = curve.thinned(ROC_STEPS);
            return new Curve(
                    label,
                    curve.auc(),
                    points.stream().map(RocCurve.Point::falsePositiveRate).toList(),
                    points.stream().map(RocCurve.Point::truePositiveRate).toList());
        }
    }

    static String json(
            String model,
            String dataset,
            boolean synthetic,
            List<Epoch> epochs,
            Optional<Generalization> fit,
            List<Evaluated> models,
            List<PredictedNumbers> numbers) {
        return Json.text(new MetricsFile(
                model,
                dataset,
                synthetic,
                epochs.stream().map(EpochFigures::of).toList(),
                fit.map(FitFigures::of),
                models.stream().map(ModelFigures::of).toList(),
                numbers.stream().map(NumberFigures::of).toList()));
    }

    static String verdict(Generalization fit) {
        return fit.kind().name().toLowerCase(Locale.ROOT);
    }

    /** For terminals and files: plain spaces and minus signs. */
    static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('−', '-');
    }
}
