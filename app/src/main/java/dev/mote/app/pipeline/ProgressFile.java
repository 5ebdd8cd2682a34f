package dev.mote.app.pipeline;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import dev.mote.trainer.TrainingListener;
import dev.mote.trainer.recipe.QuantizationAwareness;
import dev.mote.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Keeps {@code progress.json} up to date while a training runs: whoever looks into the folder sees how far it is. */
public final class ProgressFile implements TrainingListener {
    /** Faster than eyes follow; a step of a small network takes less than a writing. */
    private static final long APART_NANOS = 500_000_000;

    private final RunFolder run;
    private final Recipe recipe;
    private final String data;
    private final boolean resumable;
    private final boolean int8;
    private final long startedMillis = System.currentTimeMillis();
    private final List<EpochPoint> points = new ArrayList<>();
    private int spacing = 1;
    private Optional<EpochPoint> latest = Optional.empty();
    private int planned;
    private int done;
    private int step;
    private int stepsPerEpoch;
    private OptionalDouble loss = OptionalDouble.empty();
    private OptionalDouble accuracy = OptionalDouble.empty();
    private long written;
    private boolean started;

    /**
     * @param data known name, or absolute path
     * @param resumable whether the training leaves checkpoints
     * @param int8 whether an int8 model will be made of it
     */
    public ProgressFile(RunFolder run, Recipe recipe, String data, boolean resumable, boolean int8) {
        this.run = run;
        this.recipe = recipe;
        this.data = data;
        this.resumable = resumable;
        this.int8 = int8;
        planned = recipe.training().epochs()
                + recipe.training()
                        .quantization()
                        .map(QuantizationAwareness::epochs)
                        .orElse(0);
    }

    /** Runs {@code training}; when it is done, its results say all, and the file goes. If it fails, the file tells why. */
    public <T> T during(Supplier<T> training) {
        try {
            T result = training.get();
            remove();
            return result;
        } catch (RuntimeException | Error e) {
            if (started) {
                write(TrainingProgress.Phase.FAILED, Optional.of(line(e)));
            }
            throw e;
        }
    }

    private static String line(Throwable failure) {
        String message = failure instanceof OutOfMemoryError ? "out of memory" : failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private void remove() {
        try {
            Files.deleteIfExists(run.progress());
        } catch (IOException e) {
            throw new BadInputException(run.progress() + ": cannot be removed: " + SafeFile.reason(e), e);
        }
    }

    @Override
    public void continues(int epochs, double seconds) {
        done = epochs;
        TrainingProgress.read(run)
                .ifPresent(earlier -> earlier.curve().epochs().stream()
                        .filter(point -> point.epoch() <= epochs
                                && latest.stream().noneMatch(last -> last.epoch() >= point.epoch()))
                        .forEach(this::add));
    }

    @Override
    public void started(Recipe part, int trainingSamples, int validationSamples, int steps) {
        if (started) {
            // Early stopping may have ended the first part of a training before its time.
            planned = done + part.training().epochs();
        }
        started = true;
        stepsPerEpoch = steps;
        write(TrainingProgress.Phase.TRAINING, Optional.empty());
    }

    @Override
    public void stepped(int epoch, int stepOfEpoch, Metrics soFar) {
        step = stepOfEpoch;
        loss = EpochPoint.finite(OptionalDouble.of(soFar.loss()));
        accuracy = EpochPoint.finite(soFar.accuracy());
        writeAtTimes();
    }

    @Override
    public void epochEnded(History.Epoch epoch) {
        done = epoch.number();
        step = 0;
        add(EpochPoint.of(epoch));
        writeAtTimes();
    }

    @Override
    public void ended() {
        if (started) {
            write(TrainingProgress.Phase.FINISHING, Optional.empty());
        }
    }

    private void add(EpochPoint point) {
        latest = Optional.of(point);
        if (point.epoch() % spacing == 0) {
            points.add(point);
        }
        if (points.size() > EpochCurve.MOST) {
            spacing *= 2;
            points.removeIf(kept -> kept.epoch() % spacing != 0);
        }
    }

    private EpochCurve curve() {
        List<EpochPoint> shown = new ArrayList<>(points);
        latest.filter(point -> !shown.contains(point)).ifPresent(shown::add);
        return new EpochCurve(shown);
    }

    private void writeAtTimes() {
        if (System.nanoTime() - written >= APART_NANOS) {
            write(TrainingProgress.Phase.TRAINING, Optional.empty());
        }
    }

    private void write(TrainingProgress.Phase phase, Optional<String> error) {
        TrainingProgress progress = new TrainingProgress(
                phase,
                recipe.name(),
                recipe.toYaml(),
                data,
                resumable,
                int8,
                planned,
                done,
                step,
                stepsPerEpoch,
                loss,
                accuracy,
                curve(),
                startedMillis,
                System.currentTimeMillis(),
                error);
        SafeFile.write(run.progress(), Json.text(progress));
        written = System.nanoTime();
    }
}
