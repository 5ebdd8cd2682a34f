package dev.mote.app.studio.model;

import dev.mote.app.pipeline.BenchReport;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.board.Bench;
import dev.mote.device.board.Board;
import dev.mote.model.BadInputException;
import dev.mote.model.CheckFailedException;
import dev.mote.model.MissingToolException;
import dev.mote.model.graph.Graph;
import java.util.Optional;
import java.util.concurrent.Future;

/** Runs {@code mote bench} for one model, board and goal. Its words on command lines are Mote's own: those of the board. */
final class MeasuringJob implements Runnable {
    private final Graph graph;
    private final ModelSource source;
    private final Board board;
    private final Goal goal;
    private volatile Measurement now;
    private volatile boolean isCancelled;
    private Future<?> future;

    MeasuringJob(Graph graph, ModelSource source, Board board, Goal goal) {
        this.graph = graph;
        this.source = source;
        this.board = board;
        this.goal = goal;
        this.now = state(board, goal, "waiting", "waiting for another measurement to end");
    }

    static Measurement state(Board board, Goal goal, String state, String progress) {
        return new Measurement(board.option(), goal.option(), state, progress, Optional.empty(), Optional.empty());
    }

    Measurement now() {
        return now;
    }

    void isIn(Future<?> started) {
        future = started;
    }

    @Override
    public void run() {
        now = state(board, goal, "running", "starting");
        try {
            BenchReport report = BenchReport.of(
                    source.fileName(),
                    Bench.of(graph, source).run(board, goal, step -> now = state(board, goal, "running", step)));
            now = new Measurement(board.option(), goal.option(), "done", "", Optional.empty(), Optional.of(report));
        } catch (BadInputException | CheckFailedException | MissingToolException e) {
            now = isCancelled ? state(board, goal, "cancelled", "") : failed(e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            now = failed("Mote fails on it, a fault in Mote: " + e);
            throw e;
        }
    }

    private Measurement failed(String why) {
        return new Measurement(board.option(), goal.option(), "failed", "", Optional.of(why), Optional.empty());
    }

    /** Without effect on what is done. */
    void cancel() {
        isCancelled = true;
        if (now.isUnderWay()) {
            future.cancel(true);
        }
        if (now.state().equals("waiting")) {
            now = state(board, goal, "cancelled", "");
        }
    }
}
