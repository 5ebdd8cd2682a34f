package dev.mote.app.pipeline;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.Dataset;
import dev.mote.device.HostCompiler;
import dev.mote.model.BadInputException;
import dev.mote.model.tflite.TfliteFile;
import dev.mote.trainer.TrainedModel;
import dev.mote.trainer.Trainer;
import dev.mote.trainer.TrainingListener;
import dev.mote.trainer.recipe.Recipe;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The main job: {@code data -> float model -> int8 model -> C project -> built and run -> compared}, each stage written as it is done.
 */
public final class Demo {
    private final DemoKind kind;
    private final String dataName;
    private final DataDirectory directory;
    private final Path out;
    private final TrainingListener listener;
    private final Consumer<String> log;

    /** @param log is told what begins, one line a stage */
    public Demo(
            DemoKind kind,
            String dataName,
            DataDirectory directory,
            Path out,
            TrainingListener listener,
            Consumer<String> log) {
        this.kind = kind;
        this.dataName = dataName;
        this.directory = directory;
        this.out = out;
        this.listener = listener;
        this.log = log;
    }

    /** @throws dev.mote.model.MissingToolException before anything is trained, if there is no C compiler */
    public ComparisonSummary run() {
        HostCompiler.find(Optional.empty());
        Recipe recipe = kind.recipe(dataName);
        RunFolder run = RunFolder.create(out);
        ProgressFile progress = new ProgressFile(run, recipe, dataName, false, true);
        return TrainingLock.holding(run, () -> progress.during(() -> run(recipe, run, progress)));
    }

    private ComparisonSummary run(Recipe recipe, RunFolder run, ProgressFile progress) {
        log.accept("data: " + dataName);
        Dataset dataset = recipe.data().load(Optional.of(dataName), directory, recipe.seed());
        if (dataset.isRegression()) {
            throw new BadInputException(
                    dataName + ": has numbers to predict, but the demos tell classes; use mote train");
        }
        log.accept("train: " + recipe.source());
        SampleCounts counts = new SampleCounts(listener);
        TrainedModel trained = Trainer.train(recipe, dataset, TrainingListener.both(counts, progress));
        TfliteFile.write(run.floatModel(), trained.model().graph());
        return new DeviceStages(recipe, dataset, trained, counts, run, log).run();
    }
}
