package dev.mote.app.studio.training;

import dev.mote.app.pipeline.EpochCurve;
import dev.mote.app.pipeline.EpochPoint;
import dev.mote.app.pipeline.RunFolder;
import dev.mote.app.pipeline.TrainingProgress;
import dev.mote.app.studio.Places;
import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.workspace.Workspace;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** All trainings of the workspace as pages show them: what runs, what waits, then the others, the newest first. */
@Singleton
final class TrainingViews {
    private static final int MOST_ENDED = 100;

    /** Many pages that look at once share one look into the folders. */
    private static final long FRESH_NANOS = 300_000_000;

    private record Known(FileTime changed, EpochCurve curve) {}

    private final TrainingQueue queue;
    private final CommandTrainings command;
    private final Workspace workspace;
    private final Places places;
    private final Map<Path, Known> histories = new HashMap<>();
    private List<TrainingView> latest = List.of();
    private long lookedAt = System.nanoTime() - FRESH_NANOS;

    TrainingViews(TrainingQueue queue, CommandTrainings command, Workspace workspace, Places places) {
        this.queue = queue;
        this.command = command;
        this.workspace = workspace;
        this.places = places;
    }

    /** As it was at most 0.3 seconds ago. */
    synchronized List<TrainingView> recent() {
        if (System.nanoTime() - lookedAt >= FRESH_NANOS) {
            now();
        }
        return latest;
    }

    synchronized List<TrainingView> now() {
        List<TrainingView> running = new ArrayList<>();
        List<TrainingView> waiting = new ArrayList<>();
        List<Training> ended = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Training training : queue.trainings()) {
            known.add(training.id());
            switch (training.order().state()) {
                case RUNNING -> running.add(view(training, 0));
                case WAITING -> waiting.add(view(training, waiting.size() + 1));
                case STOPPED, FAILED, DONE -> ended.add(training);
            }
        }
        List<TrainingView> left = new ArrayList<>();
        for (CommandTrainings.Found found : command.all()) {
            if (!known.contains(found.run().id())) {
                (found.running() ? running : left).add(view(found));
            }
        }
        List<TrainingView> all = new ArrayList<>(running);
        all.addAll(waiting);
        ended.stream()
                .sorted(Comparator.comparingLong(training -> -training.order().queuedMillis()))
                .limit(MOST_ENDED)
                .forEach(training -> all.add(view(training, 0)));
        all.addAll(left);
        latest = List.copyOf(all);
        lookedAt = System.nanoTime();
        return latest;
    }

    /** @throws UnknownIdException if there is none */
    TrainingView of(String id) {
        return now().stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownIdException("training"));
    }

    private TrainingView view(Training training, int position) {
        TrainingOrder order = training.order();
        boolean done = order.state() == TrainingState.DONE;
        Optional<TrainingProgress> progress = done ? Optional.empty() : TrainingProgress.read(training.run());
        List<EpochPoint> epochs = done
                ? history(training.run()).epochs()
                : progress.map(told -> told.curve().epochs()).orElse(List.of());
        boolean runs = order.state() == TrainingState.RUNNING;
        boolean ended = order.state() == TrainingState.STOPPED || order.state() == TrainingState.FAILED;
        boolean stopping = queue.isStopping(training);
        long started = queue.startedMillis(training);
        String phase =
                !runs ? "" : stopping ? "stopping" : phase(progress.filter(told -> told.updatedMillis() >= started));
        return new TrainingView(
                training.id(),
                order.name(),
                text(order.state()),
                phase,
                true,
                order.target(),
                order.data(),
                order.int8(),
                position,
                progress.map(TrainingProgress::epochsPlanned).orElse(done ? lastEpoch(epochs) : 0),
                progress.map(TrainingProgress::epochsDone).orElse(done ? lastEpoch(epochs) : 0),
                progress.map(TrainingProgress::step).orElse(0),
                progress.map(TrainingProgress::stepsPerEpoch).orElse(0),
                latest(progress, epochs, true),
                latest(progress, epochs, false),
                epochs.isEmpty() ? OptionalDouble.empty() : epochs.getLast().valLoss(),
                epochs.isEmpty() ? OptionalDouble.empty() : epochs.getLast().valAccuracy(),
                phase.equals("training") ? secondsLeft(progress) : OptionalDouble.empty(),
                started > 0 && !stopping,
                ended,
                !runs,
                done ? model(training.run()) : Optional.empty(),
                order.error().map(places::hiddenIn),
                done
                        ? List.of()
                        : TrainingLog.lastLines(training.log()).stream()
                                .map(places::hiddenIn)
                                .toList(),
                epochs);
    }

    private TrainingView view(CommandTrainings.Found found) {
        TrainingProgress progress = found.progress();
        boolean failed = progress.phase() == TrainingProgress.Phase.FAILED;
        TrainingState state =
                found.running() ? TrainingState.RUNNING : failed ? TrainingState.FAILED : TrainingState.STOPPED;
        List<EpochPoint> epochs = progress.curve().epochs();
        Optional<TrainingProgress> told = Optional.of(progress);
        return new TrainingView(
                found.run().id(),
                progress.recipe(),
                text(state),
                found.running() ? phase(told) : "",
                false,
                found.run().place(),
                CommandTrainings.dataName(progress),
                progress.int8(),
                0,
                progress.epochsPlanned(),
                progress.epochsDone(),
                progress.step(),
                progress.stepsPerEpoch(),
                latest(told, epochs, true),
                latest(told, epochs, false),
                epochs.isEmpty() ? OptionalDouble.empty() : epochs.getLast().valLoss(),
                epochs.isEmpty() ? OptionalDouble.empty() : epochs.getLast().valAccuracy(),
                found.running() ? secondsLeft(told) : OptionalDouble.empty(),
                false,
                found.canGoOn(),
                false,
                Optional.empty(),
                progress.error().map(places::hiddenIn),
                List.of(),
                epochs);
    }

    private static String text(TrainingState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String phase(Optional<TrainingProgress> progress) {
        return progress.map(told -> switch (told.phase()) {
                    case TRAINING -> "training";
                    case FINISHING -> "finishing";
                    // Left by an earlier try.
                    case FAILED -> "starting";
                })
                .orElse("starting");
    }

    private static OptionalDouble secondsLeft(Optional<TrainingProgress> progress) {
        return progress.filter(told -> told.phase() == TrainingProgress.Phase.TRAINING)
                .map(TrainingProgress::secondsLeft)
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble latest(Optional<TrainingProgress> progress, List<EpochPoint> epochs, boolean loss) {
        OptionalDouble now = progress.filter(told -> told.step() > 0)
                .map(told -> loss ? told.loss() : told.accuracy())
                .orElse(OptionalDouble.empty());
        if (now.isPresent() || epochs.isEmpty()) {
            return now;
        }
        return loss ? epochs.getLast().loss() : epochs.getLast().accuracy();
    }

    private static int lastEpoch(List<EpochPoint> epochs) {
        return epochs.isEmpty() ? 0 : epochs.getLast().epoch();
    }

    private Optional<String> model(RunFolder run) {
        return List.of(run.int8Model(), run.floatModel()).stream()
                .filter(Files::exists)
                .map(workspace::id)
                .findFirst();
    }

    /** Read again only when it has changed. */
    private EpochCurve history(RunFolder run) {
        try {
            FileTime changed = Files.getLastModifiedTime(run.history());
            Known known = histories.get(run.folder());
            if (known == null || !known.changed().equals(changed)) {
                known = new Known(changed, EpochCurve.of(run));
                histories.put(run.folder(), known);
            }
            return known.curve();
        } catch (IOException e) {
            return EpochCurve.EMPTY;
        }
    }
}
