package dev.mote.app.tune;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress: a line a trial. */
final class TuneLog {
    private final TuneOptions options;
    private final List<String> labels;
    private final Consumer<String> out;
    private int expected;

    TuneLog(TuneOptions options, List<String> labels, Consumer<String> out) {
        this.options = options;
        this.labels = labels;
        this.out = out;
    }

    /** @param trials that there will be in all, as far as is known */
    void expect(int trials) {
        expected = trials;
    }

    void ended(Trial trial, boolean kept, double seconds) {
        String values = trial.candidate().values().isEmpty()
                ? "the recipe as it is"
                : trial.candidate().toString();
        out.accept("trial " + trial.number() + " of 0 to " + (expected - 1) + ": " + what(trial)
                + (kept ? ", from before" : String.format(Locale.ROOT, ", %.1f s", seconds)) + ": " + values);
    }

    private String what(Trial trial) {
        TrialResult result = trial.result();
        return switch (result.status()) {
            case OVER_BUDGET -> "skipped, " + result.reason().orElseThrow();
            case IMPOSSIBLE, FAILED ->
                result.status().name().toLowerCase(Locale.ROOT) + ", "
                        + result.reason().orElseThrow();
            case DONE ->
                String.format(
                                Locale.ROOT,
                                "%s %.4f, weights %,d bytes",
                                options.metric().title(),
                                trial.score(options.metric(), labels),
                                result.figures().orElseThrow().weightsBytes())
                        + trial.excess(options.budgets())
                                .map(excess -> ", over the budget: " + excess)
                                .orElse("");
        };
    }
}
