package dev.mote.app.figures;

import dev.mote.app.figures.Benches.Skipped;
import dev.mote.app.pipeline.BenchReport;
import dev.mote.codegen.Goal;
import dev.mote.device.board.Bench;
import dev.mote.device.board.Board;
import dev.mote.device.board.DoesNotFitException;
import dev.mote.model.CheckFailedException;
import dev.mote.model.MissingToolException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One model after the other on boards, for goals. A board that a model does not fit is no failure among others that it fits. */
public final class BenchSeries {
    private static final int CHECK_FAILED = 1;
    private static final int MISSING_TOOL = 3;

    private final Consumer<String> progress;
    private final List<BenchReport> reports = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int code;

    /** @param progress gets a line before each run */
    public BenchSeries(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Adds the figures of a model. */
    public void run(String model, Bench bench, List<Board> boards, List<Goal> goals) {
        for (Board board : boards) {
            for (Goal goal : goals) {
                progress.accept(model + ", " + board.option() + ", " + goal.option() + " ...");
                try {
                    reports.add(BenchReport.of(model, bench.run(board, goal)));
                } catch (DoesNotFitException e) {
                    skip(model, board, goal, e);
                } catch (CheckFailedException e) {
                    skip(model, board, goal, e);
                    code = CHECK_FAILED;
                } catch (MissingToolException e) {
                    skip(model, board, goal, e);
                    code = code == 0 ? MISSING_TOOL : code;
                }
            }
        }
    }

    private void skip(String model, Board board, Goal goal, RuntimeException e) {
        skipped.add(new Skipped(model, board.option(), goal.option(), e.getMessage()));
    }

    public List<BenchReport> reports() {
        return List.copyOf(reports);
    }

    public List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /** 0, or why there are no figures that all agree with the simulator. */
    public int exitCode() {
        boolean differs = reports.stream().anyMatch(report -> !report.exact());
        boolean fitsNowhere = reports.isEmpty() && code == 0;
        return differs || fitsNowhere ? CHECK_FAILED : code;
    }

    /** Whether there are figures, all are exact, and none failed; a tool may be missing. */
    public boolean isExact() {
        return !reports.isEmpty() && exitCode() != CHECK_FAILED;
    }
}
