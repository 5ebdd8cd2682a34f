package dev.mote.app.figures;

import dev.mote.app.pipeline.BenchReport;
import dev.mote.codegen.Goal;
import dev.mote.device.board.Board;
import dev.mote.model.file.SafeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Figures of benches: kept in a file, told as a page, and compared with those of an earlier file. */
public final class BenchFigures {
    private final List<RunFigures> runs;

    private BenchFigures(List<RunFigures> runs) {
        this.runs = runs;
    }

    /** Without those that differ from the simulator: what they take says nothing. */
    public static BenchFigures of(List<BenchReport> reports) {
        return new BenchFigures(
                reports.stream().filter(BenchReport::exact).map(RunFigures::of).toList());
    }

    /** @throws dev.mote.model.BadInputException if the file cannot be read, or is not one that {@link #save} writes */
    public static BenchFigures read(Path file) {
        return new BenchFigures(FiguresFile.read(file));
    }

    public void save(Path file) {
        SafeFile.write(file, FiguresFile.text(runs));
    }

    /** As Markdown. */
    public String page() {
        return PerformancePage.text(runs);
    }

    /** Whether it has a run of one of the models on one of the boards for one of the goals. */
    public boolean knowsAny(Set<String> models, List<Board> boards, List<Goal> goals) {
        Set<String> names = models.stream().map(RunFigures::modelName).collect(Collectors.toSet());
        return runs.stream()
                .anyMatch(run -> names.contains(run.model())
                        && boards.stream().anyMatch(board -> board.option().equals(run.board()))
                        && goals.stream().anyMatch(goal -> goal.option().equals(run.opt())));
    }

    /** How many runs there are in {@code before} too. */
    public long sharedWith(BenchFigures before) {
        Set<RunFigures.Key> known = before.runs.stream().map(RunFigures::key).collect(Collectors.toSet());
        return runs.stream().filter(run -> known.contains(run.key())).count();
    }

    /** Of the runs that both have. */
    public List<FiguresChange> changesSince(BenchFigures before) {
        return FiguresChange.between(before.runs, runs);
    }
}
