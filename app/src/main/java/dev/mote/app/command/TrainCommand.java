package dev.mote.app.command;

import dev.mote.app.pipeline.ClassifierFigures;
import dev.mote.app.pipeline.ComparisonSummary;
import dev.mote.app.pipeline.DeviceStages;
import dev.mote.app.pipeline.ProgressFile;
import dev.mote.app.pipeline.RunFolder;
import dev.mote.app.pipeline.SampleCounts;
import dev.mote.app.pipeline.TrainingLock;
import dev.mote.app.pipeline.TrainingReport;
import dev.mote.app.pipeline.TrainingResult;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.metrics.Regression;
import dev.mote.model.BadInputException;
import dev.mote.trainer.Checkpoints;
import dev.mote.trainer.CrossValidation;
import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import dev.mote.trainer.ProgressBarListener;
import dev.mote.trainer.TensorBoardListener;
import dev.mote.trainer.TrainedModel;
import dev.mote.trainer.Trainer;
import dev.mote.trainer.TrainingListener;
import dev.mote.trainer.recipe.InvalidValueException;
import dev.mote.trainer.recipe.Recipe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote train}: recipe and data to a float model. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Train a float model from a recipe.")
public final class TrainCommand implements Callable<Integer> {
    /** Result of {@code train}: accuracy, loss and metrics of the test split, and whether the model overfits. */
    record Trained(
            OptionalDouble accuracy,
            double loss,
            OptionalDouble meanAbsoluteError,
            OptionalDouble r2,
            int epochs,
            double seconds,
            double tensorflowSeconds,
            String dataset,
            boolean synthetic,
            boolean testsOnTraining,
            List<String> notes,
            Optional<String> fit,
            Optional<ClassifierFigures> metrics,
            Optional<FoldFigures> crossValidation,
            Optional<ComparisonSummary> int8) {}

    /** Each is a whole training. */
    private static final int MAX_FOLDS = 100;

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
            description = "Written: float.tflite, history.json, metrics.json, training.html, plots, tensorboard.")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", description = "In place of the recipe's seed.")
    private Long seed;

    @Option(names = "--resume", description = "Go on where an earlier run into the same folder was interrupted.")
    private boolean resume;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Cross-validation: K more trainings, each without one part of the training split.")
    private Integer folds;

    @Option(
            names = "--int8",
            description = "Go on as mote demo does: int8.tflite, firmware, report.json and report.html, too.")
    private boolean int8;

    @Mixin
    private DataDirectoryOption directory;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Recipe recipe = recipe();
        if (data == null && recipe.data().name().isEmpty()) {
            throw new BadInputException(recipeFile + ": names no data set; add 'data: NAME' or give --data NAME");
        }
        if (folds != null && (folds < 2 || folds > MAX_FOLDS)) {
            throw new BadInputException("--folds is " + folds + ", expected 2 to " + MAX_FOLDS);
        }
        RunFolder run = RunFolder.create(out);
        String location = recipe.data().location(Optional.ofNullable(data));
        ProgressFile progress = new ProgressFile(run, recipe, location, true, int8);
        print(TrainingLock.holding(run, () -> progress.during(() -> train(recipe, run, progress))));
        return 0;
    }

    /** @param sentence whether the model overfits */
    private record Done(Trained figures, Optional<String> sentence) {}

    private Done train(Recipe recipe, RunFolder run, ProgressFile progress) {
        Dataset dataset = recipe.data().load(Optional.ofNullable(data), directory.resolve(), recipe.seed());
        if (folds != null) {
            CrossValidation.requirePossible(recipe, dataset, folds);
        }
        SampleCounts counts = new SampleCounts(ProgressBarListener.standardError());
        TrainingListener listener = TrainingListener.both(
                TrainingListener.both(counts, new TensorBoardListener(run.tensorBoard())), progress);
        Checkpoints checkpoints = new Checkpoints(run.checkpoint(), resume);
        TrainedModel trained = Trainer.train(recipe, dataset, listener, Optional.of(checkpoints));
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> say = line -> err.println("mote: " + line);
        TrainingResult tested = TrainingReport.write(recipe, dataset, trained, counts, run, say);
        Optional<ComparisonSummary> compared = int8
                ? new DeviceStages(recipe, dataset, trained, counts, run, say).runWherePossible()
                : Optional.empty();
        checkpoints.remove();
        Optional<FoldFigures> crossValidation = Optional.ofNullable(folds)
                .map(count -> CrossValidation.of(recipe, dataset, count, ProgressBarListener.standardError()))
                .map(FoldFigures::of);
        List<String> notes = new ArrayList<>(dataset.notes());
        notes.addAll(counts.notes());
        Trained figures = figures(trained.history(), dataset, notes, tested, crossValidation, compared);
        return new Done(figures, tested.sentence());
    }

    private Recipe recipe() {
        Recipe recipe = Recipe.read(recipeFile);
        try {
            return seed == null ? recipe : recipe.withSeed(seed);
        } catch (InvalidValueException e) {
            throw new BadInputException("--" + e.getMessage(), e);
        }
    }

    /** Four decimals, or four digits where these would say nothing. */
    private static String loss(double loss) {
        return String.format(Locale.ROOT, loss >= 0.01 && loss < 1e6 ? "%.4f" : "%.4g", loss);
    }

    private static OptionalDouble error(History history, ToDoubleFunction<Regression> figure) {
        return history.errors().stream()
                .mapToDouble(errors -> figure.applyAsDouble(errors.test()))
                .findFirst();
    }

    private static Trained figures(
            History history,
            Dataset dataset,
            List<String> notes,
            TrainingResult tested,
            Optional<FoldFigures> crossValidation,
            Optional<ComparisonSummary> compared) {
        Metrics test = history.test().orElseThrow();
        return new Trained(
                test.accuracy(),
                test.loss(),
                error(history, Regression::meanAbsoluteError),
                error(history, Regression::r2),
                history.epochs().size(),
                history.seconds(),
                history.tensorFlowSeconds(),
                dataset.name(),
                dataset.synthetic(),
                dataset.testsOnTraining(),
                notes,
                tested.verdict(),
                tested.figures(),
                crossValidation,
                compared);
    }

    private void print(Done done) {
        PrintWriter writer = spec.commandLine().getOut();
        json.print(writer, done.figures(), trained -> {
            writer.printf(
                    Locale.ROOT, "data       %s%s%n", trained.dataset(), trained.synthetic() ? " (synthetic)" : "");
            trained.notes().forEach(note -> writer.printf("data       %s%n", note));
            if (trained.testsOnTraining()) {
                writer.printf(
                        "test split the training samples: figures say how well these are known, not how well others are%n");
            }
            trained.accuracy()
                    .ifPresent(accuracy -> writer.printf(Locale.ROOT, "accuracy   %.4f on the test split%n", accuracy));
            writer.printf(Locale.ROOT, "loss       %s%n", loss(trained.loss()));
            trained.meanAbsoluteError()
                    .ifPresent(error -> writer.printf(
                            Locale.ROOT,
                            "error      %.4g mean absolute, R2 %.4f on the test split%n",
                            error,
                            trained.r2().orElse(Double.NaN)));
            writer.printf(
                    Locale.ROOT,
                    "epochs     %d in %.0f s, %.1f %% of it within TensorFlow%n",
                    trained.epochs(),
                    trained.seconds(),
                    100 * trained.tensorflowSeconds() / trained.seconds());
            done.sentence().ifPresent(sentence -> writer.println("fit        " + sentence));
            trained.metrics().ifPresent(metrics -> new ClassesText(writer).print(List.of("float"), List.of(metrics)));
            trained.crossValidation().ifPresent(figures -> figures.print(writer));
            trained.int8().ifPresent(new SummaryText(writer)::print);
            writer.printf(Locale.ROOT, "written    %s%n", out);
        });
    }
}
