package dev.mote.app.tune;

import dev.mote.app.pipeline.Json;
import dev.mote.app.plot.Plots;
import dev.mote.app.report.FrontPage;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.metrics.BlockScores;
import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.model.file.SafeFile;
import dev.mote.trainer.tune.HeldOut;
import dev.mote.trainer.tune.ParetoFront;
import dev.mote.trainer.tune.RecipeTree;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What the trials tell: the front, the best within the budgets, and what may be as good. */
final class Conclusion {
    private final RecipeTree recipe;
    private final Dataset dataset;
    private final HeldOut parts;
    private final TuneOptions options;
    private final List<Trial> trials;
    private final List<Trial> fit;

    Conclusion(RecipeTree recipe, Dataset dataset, HeldOut parts, TuneOptions options, List<Trial> trials) {
        this.recipe = recipe;
        this.dataset = dataset;
        this.parts = parts;
        this.options = options;
        this.trials = List.copyOf(trials);
        this.fit = trials.stream()
                .filter(trial -> trial.complete() && trial.isFit(options.budgets()))
                .toList();
    }

    /**
     * Writes tune.json, tune.html, best.yaml and the pictures.
     *
     * @param warn is told if no pictures can be drawn
     */
    TuneSummary write(Consumer<String> warn) {
        TuneSummary summary = summary();
        Path out = options.out();
        SafeFile.write(out.resolve("tune.json"), Json.text(summary) + "\n");
        FrontPage page = TunePage.of(summary, options);
        SafeFile.write(out.resolve("tune.html"), page.html());
        Plots.write(out, page, warn);
        best().ifPresent(best -> SafeFile.write(out.resolve("best.yaml"), best(best)));
        return summary;
    }

    private String best(Trial best) {
        return "# Trial " + best.number() + " of mote tune, the best by "
                + options.metric().title() + ": "
                + (best.candidate().values().isEmpty() ? "the recipe as it was" : best.candidate()) + "\n"
                + recipe.with(best.candidate()).text();
    }

    private TuneSummary summary() {
        Optional<Trial> best = best();
        List<Trial> alike = best.map(this::alike).orElse(List.of());
        List<Trial> front = ParetoFront.of(fit.stream().map(this::point).toList()).stream()
                .map(fit::get)
                .toList();
        Optional<Trial> asGood = alike.stream()
                .min(Comparator.<Trial>comparingLong(trial -> point(trial).cost())
                        .thenComparing(trial -> -point(trial).score()));
        return new TuneSummary(
                recipe.recipe().name(),
                dataset.name(),
                dataset.synthetic(),
                judgedSamples(),
                parts.count(),
                options.judged(),
                parts.byGroup(),
                options.repeats(),
                options.method().option(),
                options.seed(),
                options.metric().option(),
                options.against().option(),
                options.figuresOf(),
                trials.stream()
                        .map(trial -> row(trial, front.contains(trial), alike.contains(trial)))
                        .toList(),
                front.stream().map(Trial::number).toList(),
                best.map(trial -> OptionalInt.of(trial.number())).orElse(OptionalInt.empty()),
                asGood.map(trial -> OptionalInt.of(trial.number())).orElse(OptionalInt.empty()));
    }

    private int judgedSamples() {
        int samples = 0;
        for (int part = 0; part < options.judged(); part++) {
            samples += parts.indices(part).length;
        }
        return samples;
    }

    private ParetoFront.Point point(Trial trial) {
        return trial.point(options, dataset.labels());
    }

    /** The highest score; of equals the cheapest, then the first. */
    private Optional<Trial> best() {
        return fit.stream()
                .min(Comparator.<Trial>comparingDouble(trial -> -point(trial).score())
                        .thenComparingLong(trial -> point(trial).cost()));
    }

    /**
     * What is not worse than the best by more than one standard error of their difference, the best among it. Source: L. Breiman and
     * others, "Classification and Regression Trees", 1984, the one standard error rule.
     */
    private List<Trial> alike(Trial best) {
        return fit.stream()
                .filter(trial -> trial == best || isWithinAnError(trial, best))
                .toList();
    }

    private boolean isWithinAnError(Trial trial, Trial best) {
        BlockScores.Estimate difference = trial.result()
                .int8Scores(dataset.labels())
                .difference(
                        best.result().int8Scores(dataset.labels()),
                        options.metric().score());
        return difference.score() + difference.error() >= 0;
    }

    private TuneSummary.Row row(Trial trial, boolean onFront, boolean alike) {
        TrialResult result = trial.result();
        Optional<BlockScores> int8 =
                result.endedWell() ? Optional.of(result.int8Scores(dataset.labels())) : Optional.empty();
        Optional<BlockScores> floats =
                result.endedWell() ? Optional.of(result.floatScores(dataset.labels())) : Optional.empty();
        ToDoubleFunction<ConfusionMatrix> score = options.metric().score();
        return new TuneSummary.Row(
                trial.number(),
                result.values(),
                status(trial),
                result.reason().or(() -> trial.excess(options.budgets())),
                of(int8, score),
                int8.map(scores -> scores.estimate(score).interval()),
                spread(result),
                of(floats, ConfusionMatrix::accuracy),
                of(int8, ConfusionMatrix::accuracy),
                of(floats, ConfusionMatrix::macroF1),
                of(int8, ConfusionMatrix::macroF1),
                figure(result, TrialFigures::weightsBytes),
                figure(result, TrialFigures::arenaBytes),
                figure(result, TrialFigures::flashBytes),
                figure(result, TrialFigures::macs),
                result.figures().map(TrialFigures::instructions).orElse(OptionalLong.empty()),
                onFront,
                alike);
    }

    private String status(Trial trial) {
        TrialResult.Status status = trial.result().status();
        if (status == TrialResult.Status.DONE && trial.excess(options.budgets()).isPresent()) {
            return "over_budget";
        }
        return status == TrialResult.Status.DONE && !trial.complete()
                ? "short"
                : status.name().toLowerCase(Locale.ROOT);
    }

    private static OptionalDouble of(Optional<BlockScores> scores, ToDoubleFunction<ConfusionMatrix> figure) {
        return scores.map(blocks -> OptionalDouble.of(figure.applyAsDouble(blocks.all())))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalLong figure(TrialResult result, ToLongFunction<TrialFigures> figure) {
        return result.figures()
                .map(figures -> OptionalLong.of(figure.applyAsLong(figures)))
                .orElse(OptionalLong.empty());
    }

    private OptionalDouble spread(TrialResult result) {
        if (result.runs().size() < 2) {
            return OptionalDouble.empty();
        }
        double[] scores = result.runs().stream()
                .mapToDouble(run -> options.metric() == Metric.ACCURACY ? run.int8Accuracy() : run.int8MacroF1())
                .sorted()
                .toArray();
        return OptionalDouble.of(scores[scores.length - 1] - scores[0]);
    }
}
