package dev.mote.app.command;

import dev.mote.app.pipeline.RunFolder;
import dev.mote.app.pipeline.TrainingReport;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Datasets;
import dev.mote.model.BadInputException;
import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import dev.mote.trainer.ProgressBarListener;
import dev.mote.trainer.TrainedModel;
import dev.mote.trainer.Trainer;
import dev.mote.trainer.recipe.Recipe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote train}: recipe and data to a float model. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Train a float model from a recipe.")
public final class TrainCommand implements Callable<Integer> {
    /** Result of {@code train}: accuracy and loss of the test split. */
    record Trained(
            OptionalDouble accuracy,
            double loss,
            int epochs,
            double seconds,
            double tensorflowSeconds,
            String dataset,
            boolean synthetic) {}

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPE", description = "A YAML file; docs/recipes.md tells every key.")
    private Path recipeFile;

    @Option(names = "--data", paramLabel = "NAME", description = "Data set, or a path. Default: the recipe's.")
    private String data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Written: float.tflite, history.json, training.html.")
    private Path out;

    @Mixin
    private DataDirectoryOption directory;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Recipe recipe = Recipe.read(recipeFile);
        RunFolder run = RunFolder.create(out);
        Dataset dataset = Datasets.load(dataName(recipe), directory.resolve(), recipe.seed());
        TrainedModel trained = Trainer.train(recipe, dataset, ProgressBarListener.standardError());
        TrainingReport.write(recipe, dataset, trained, run);
        print(trained.history(), dataset);
        return 0;
    }

    private String dataName(Recipe recipe) {
        String name = data == null ? recipe.data() : data;
        if (name.isEmpty()) {
            throw new BadInputException(recipeFile + ": names no data set; add 'data: NAME' or give --data NAME");
        }
        return name;
    }

    private void print(History history, Dataset dataset) {
        Metrics test = history.test().orElseThrow();
        Trained result = new Trained(
                test.accuracy(),
                test.loss(),
                history.epochs().size(),
                history.seconds(),
                history.tensorFlowSeconds(),
                dataset.name(),
                dataset.synthetic());
        PrintWriter writer = spec.commandLine().getOut();
        json.print(writer, result, trained -> {
            writer.printf(
                    Locale.ROOT, "data       %s%s%n", trained.dataset(), trained.synthetic() ? " (synthetic)" : "");
            trained.accuracy()
                    .ifPresent(accuracy -> writer.printf(Locale.ROOT, "accuracy   %.4f on the test split%n", accuracy));
            writer.printf(Locale.ROOT, "loss       %.4f%n", trained.loss());
            writer.printf(
                    Locale.ROOT,
                    "epochs     %d in %.0f s, %.1f %% of it within TensorFlow%n",
                    trained.epochs(),
                    trained.seconds(),
                    100 * trained.tensorflowSeconds() / trained.seconds());
            writer.printf(Locale.ROOT, "written    %s%n", out);
        });
    }
}
