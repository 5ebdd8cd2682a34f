package dev.mote.app.pipeline;

import dev.mote.app.Version;
import dev.mote.app.report.TrainingPage;
import dev.mote.dataset.Dataset;
import dev.mote.model.file.SafeFile;
import dev.mote.model.tflite.TfliteFile;
import dev.mote.trainer.TrainedModel;
import dev.mote.trainer.recipe.Recipe;
import java.util.Locale;

/** What {@code mote train} leaves: the model, its history as JSON and as a page with the curves. */
public final class TrainingReport {
    private TrainingReport() {}

    public static void write(Recipe recipe, Dataset dataset, TrainedModel trained, RunFolder run) {
        TfliteFile.write(run.floatModel(), trained.model().graph());
        SafeFile.write(run.history(), trained.history().toJson());
        TrainingPage page = new TrainingPage(
                recipe.name(),
                subtitle(dataset, trained),
                dataset.synthetic(),
                Epochs.of(trained.history()),
                Version.text());
        SafeFile.write(run.trainingHtml(), page.html());
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
