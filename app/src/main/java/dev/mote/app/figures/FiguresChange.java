package dev.mote.app.figures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A figure of a run that is not what it was.
 *
 * @param figure its name; 0 before or after where only one of the runs has it
 */
public record FiguresChange(String model, String board, String opt, String figure, long before, long after) {
    private static final double PERCENT = 100;

    /** Changes of the runs that both lists have, in the order of {@code now}. */
    static List<FiguresChange> between(List<RunFigures> before, List<RunFigures> now) {
        Map<RunFigures.Key, RunFigures> known =
                before.stream().collect(Collectors.toMap(RunFigures::key, Function.identity(), (a, b) -> b));
        List<FiguresChange> changes = new ArrayList<>();
        for (RunFigures run : now) {
            RunFigures was = known.get(run.key());
            if (was != null) {
                changes.addAll(between(was, run));
            }
        }
        return changes;
    }

    private static List<FiguresChange> between(RunFigures before, RunFigures now) {
        Map<String, Long> were = before.named();
        Map<String, Long> are = now.named();
        Set<String> names = new LinkedHashSet<>(are.keySet());
        names.addAll(were.keySet());
        return names.stream()
                .map(name -> new FiguresChange(
                        now.model(),
                        now.board(),
                        now.opt(),
                        name,
                        were.getOrDefault(name, 0L),
                        are.getOrDefault(name, 0L)))
                .filter(change -> change.before != change.after)
                .toList();
    }

    /** Whether it is a figure of the whole run that is larger by more than {@code tolerance} percent. */
    public boolean grewBeyond(double tolerance) {
        return !figure.contains(" ") && after > before * (1 + tolerance / PERCENT);
    }

    /** In percent of what it was; infinite where it was 0. */
    public double percent() {
        return PERCENT * (after - before) / before;
    }
}
