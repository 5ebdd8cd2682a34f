package dev.mote.app.studio.model;

import dev.mote.app.studio.workspace.FileState;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.board.Board;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Measurements on emulated boards: one at a time, a few may wait, and what was measured is kept as long as the model stays the same. */
@Singleton
final class Measurements {
    private static final int MOST_WAITING = 8;
    private static final int MOST_KEPT = 100;

    private record Key(FileState file, Board board, Goal goal) {}

    private final Map<Key, MeasuringJob> jobs = new LinkedHashMap<>();
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("measure-", 0).factory());

    /**
     * Starts one, unless it is under way or done.
     *
     * @throws BadInputException if too many wait already
     */
    synchronized Measurement start(ModelEntry model, Graph graph, Board board, Goal goal) {
        Key key = new Key(FileState.of(model.file()), board, goal);
        MeasuringJob known = jobs.get(key);
        if (known != null && (known.now().isUnderWay() || known.now().report().isPresent())) {
            return known.now();
        }
        MeasuringJob job = new MeasuringJob(graph, source(model), board, goal);
        try {
            job.isIn(worker.submit(job));
        } catch (RejectedExecutionException e) {
            throw new BadInputException(
                    "measure: " + MOST_WAITING + " measurements wait already, as many as may; try again later", e);
        }
        jobs.put(key, job);
        forget();
        return job.now();
    }

    synchronized Measurement of(ModelEntry model, Board board, Goal goal) {
        MeasuringJob job = jobs.get(new Key(FileState.of(model.file()), board, goal));
        return job == null ? MeasuringJob.state(board, goal, "none", "") : job.now();
    }

    /** Ends the board's program, if it runs. */
    synchronized Measurement cancel(ModelEntry model, Board board, Goal goal) {
        MeasuringJob job = jobs.get(new Key(FileState.of(model.file()), board, goal));
        if (job != null) {
            job.cancel();
            worker.purge();
        }
        return of(model, board, goal);
    }

    /** The oldest that are not under way. */
    private void forget() {
        jobs.entrySet().stream()
                .filter(entry -> !entry.getValue().now().isUnderWay())
                .limit(Math.max(0, jobs.size() - MOST_KEPT))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(jobs::remove);
    }

    private static ModelSource source(ModelEntry model) {
        try {
            return new ModelSource(model.name(), Files.readAllBytes(model.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void end() {
        worker.shutdownNow();
    }
}
