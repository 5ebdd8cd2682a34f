package dev.mote.app.tune;

import dev.mote.app.Version;
import dev.mote.app.report.FrontPage;
import dev.mote.dataset.metrics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** {@link TuneSummary} as the page {@code tune.html}. */
final class TunePage {
    private static final Interval NOT_KNOWN = new Interval(Double.NaN, Double.NaN);

    private TunePage() {}

    static FrontPage of(TuneSummary summary, TuneOptions options) {
        List<FrontPage.Point> points = new ArrayList<>();
        List<FrontPage.Untried> untried = new ArrayList<>();
        for (TuneSummary.Row row : summary.trials()) {
            if (row.status().equals("done")) {
                points.add(point(row, summary, options.against()));
            } else {
                untried.add(new FrontPage.Untried(row.trial(), reason(row), values(row)));
            }
        }
        return new FrontPage(
                summary.recipe(),
                subtitle(summary),
                summary.synthetic(),
                options.metric().title(),
                options.against().title(),
                points,
                untried,
                conclusion(summary, options),
                Version.text());
    }

    private static String reason(TuneSummary.Row row) {
        if (row.status().equals("short")) {
            return "trained for fewer epochs, "
                    + row.score().stream()
                            .mapToObj(score -> String.format(Locale.ROOT, "%.4f", score))
                            .collect(Collectors.joining());
        }
        return row.status().replace('_', ' ')
                + row.reason().map(reason -> ": " + reason).orElse("");
    }

    private static String subtitle(TuneSummary summary) {
        return String.format(
                Locale.ROOT,
                "%s · %,d trials, judged on %,d samples of the training split that were held out%s · figures of %s",
                summary.dataset(),
                summary.trials().size(),
                summary.samples(),
                summary.byGroup() ? " by person or recording" : "",
                summary.figuresOf());
    }

    private static List<String> conclusion(TuneSummary summary, TuneOptions options) {
        if (summary.best().isEmpty()) {
            return List.of("No trial ended well within the budgets.");
        }
        TuneSummary.Row best = summary.row(summary.best().getAsInt());
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                Locale.ROOT,
                "Trial %d has the highest %s, %.4f, with %,d bytes of weights; best.yaml is its recipe.",
                best.trial(),
                options.metric().title(),
                best.score().orElseThrow(),
                best.weightsBytes().orElseThrow()));
        int asGood = summary.asGood().orElse(best.trial());
        if (asGood != best.trial()) {
            TuneSummary.Row cheaper = summary.row(asGood);
            sentences.add(String.format(
                    Locale.ROOT,
                    "Trial %d costs less, %,d bytes of weights, and may be as good: its %s of %.4f is lower by no more than one"
                            + " standard error of their difference.",
                    asGood,
                    cheaper.weightsBytes().orElseThrow(),
                    options.metric().title(),
                    cheaper.score().orElseThrow()));
        }
        return sentences;
    }

    private static FrontPage.Point point(TuneSummary.Row row, TuneSummary summary, Cost against) {
        Interval interval = row.scoreInterval().orElse(NOT_KNOWN);
        TrialFigures figures = new TrialFigures(
                row.weightsBytes().orElseThrow(),
                row.arenaBytes().orElseThrow(),
                row.flashBytes().orElseThrow(),
                row.macs().orElseThrow(),
                row.instructions());
        return new FrontPage.Point(
                row.trial(),
                row.score().orElseThrow(),
                interval.low(),
                interval.high(),
                against.of(figures),
                row.onFront(),
                row.chance(),
                summary.best().equals(OptionalInt.of(row.trial())),
                List.of(
                        share(row.int8Accuracy()),
                        share(row.int8MacroF1()),
                        share(row.floatAccuracy()),
                        count(row.weightsBytes()),
                        count(row.arenaBytes()),
                        count(row.macs()),
                        count(row.instructions())),
                values(row));
    }

    private static String share(OptionalDouble value) {
        return Optional.of(value)
                .filter(OptionalDouble::isPresent)
                .map(present -> String.format(Locale.ROOT, "%.4f", present.getAsDouble()))
                .orElse("not known");
    }

    private static String count(OptionalLong value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,d", value.getAsLong()) : "not known";
    }

    private static String values(TuneSummary.Row row) {
        return row.values().isEmpty()
                ? "the recipe as it is"
                : row.values().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }
}
