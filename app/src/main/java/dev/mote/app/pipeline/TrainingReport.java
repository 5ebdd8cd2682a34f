package dev.mote.app.pipeline;

import dev.mote.app.Version;
import dev.mote.app.plot.Plots;
import dev.mote.app.report.Epoch;
import dev.mote.app.report.Evaluated;
import dev.mote.app.report.TrainingPage;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.metrics.Generalization;
import dev.mote.model.file.SafeFile;
import dev.mote.model.tflite.TfliteFile;
import dev.mote.trainer.TrainedModel;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@code mote train} leaves: the model, its history and metrics as JSON, a page, and pictures. */
public final class TrainingReport {
    private TrainingReport() {}

    /** @param warn is told what could not be done, a line each */
    public static TrainingResult write(
            Recipe recipe,
            Dataset dataset,
            TrainedModel trained,
            SampleCounts counts,
            RunFolder run,
            Consumer<String> warn) {
        TfliteFile.write(run.floatModel(), trained.model().graph());
        SafeFile.write(run.history(), trained.history().toJson());
        TrainingResult result = TrainingResult.of(dataset, trained, counts);
        List<Epoch> epochs = Epochs.of(trained.history());
        Optional<Generalization> fit = result.generalization();
        List<Evaluated> evaluated = result.test().stream().toList();
        TrainingPage page = new TrainingPage(
                recipe.name(),
                subtitle(dataset, trained),
                dataset.synthetic(),
                epochs,
                fit,
                evaluated,
                result.numbers(),
                result.layers(),
                Version.text());
        SafeFile.write(run.trainingHtml(), page.html());
        SafeFile.write(
                run.metrics(),
                MetricsFile.json(
                        recipe.name(), dataset.name(), dataset.synthetic(), epochs, fit, evaluated, result.numbers()));
        Plots.write(run.plots(), recipe.name(), epochs, evaluated, result.numbers(), List.of(result.layers()), warn);
        return result;
    }

    private static String subtitle(Dataset dataset, TrainedModel trained) {
        StringBuilder text = new StringBuilder(dataset.name());
        trained.history().test().ifPresent(test -> {
            test.accuracy()
                    .ifPresent(accuracy -> text.append(String.format(Locale.ROOT, " · accuracy %.4f", accuracy)));
            text.append(String.format(Locale.ROOT, " · loss %.4f", test.loss()));
            text.append(" on the test split");
        });
        return text.toString();
    }
}
