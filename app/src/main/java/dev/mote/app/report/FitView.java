package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.dataset.metrics.Generalization;
import dev.mote.dataset.metrics.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Training, validation and test side by side, each with its interval, and the verdict on overfitting. */
final class FitView {
    private static final double WIDTH = 460;
    private static final double LEFT = 84;
    private static final double RIGHT = WIDTH - 62;
    private static final double TOP = 12;
    private static final double ROW = 30;

    private FitView() {}

    static Map<String, Object> of(Generalization fit) {
        List<Map<String, Object>> bars = new ArrayList<>();
        List<Share> shares = new ArrayList<>(List.of(fit.training()));
        fit.validation().ifPresent(shares::add);
        fit.test().ifPresent(shares::add);
        double least =
                shares.stream().mapToDouble(s -> s.interval().low()).min().orElse(0);
        Axis axis = Axis.rounded(Math.floor(least * 100), 100, 5, LEFT, RIGHT);
        add(bars, "training", Optional.of(fit.training()), axis);
        add(bars, "validation", fit.validation(), axis);
        add(bars, "test", fit.test(), axis);
        double bottom = TOP + ROW * bars.size();
        String sentence = FitText.sentence(fit);
        return Map.ofEntries(
                entry("level", level(fit.kind())),
                entry("sign", level(fit.kind()).equals("good") ? "✓" : "!"),
                entry(
                        "sentence",
                        sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1) + "."),
                entry("note", FitText.note(fit)),
                entry("bars", bars),
                entry("ticks", axis.ticks()),
                entry("top", Text.number(TOP - 4)),
                entry("bottom", Text.number(bottom)),
                entry("left", Text.number(LEFT)),
                entry("right", Text.number(RIGHT)),
                entry("labelled", Text.number(bottom + 16)),
                entry("box", Text.number(WIDTH) + " " + Text.number(bottom + 38)));
    }

    static String level(Generalization.Kind kind) {
        return switch (kind) {
            case FITS, OVERFITS_SLIGHTLY -> "good";
            case OVERFITS, UNDERFITS, UNKNOWN -> "warn";
        };
    }

    private static void add(List<Map<String, Object>> bars, String name, Optional<Share> measured, Axis axis) {
        measured.ifPresent(share -> bars.add(Map.ofEntries(
                entry("name", name),
                entry("y", Text.number(TOP + ROW * bars.size() + ROW / 2)),
                entry("low", Text.number(axis.at(100 * share.interval().low()))),
                entry("high", Text.number(axis.at(100 * share.interval().high()))),
                entry("centre", Text.number(axis.at(100 * share.accuracy()))),
                entry("text", Text.percent(share.accuracy())),
                entry(
                        "title",
                        name + ": " + Text.count(share.right()) + " of " + Text.count(share.samples(), "sample")
                                + " right"))));
    }
}
