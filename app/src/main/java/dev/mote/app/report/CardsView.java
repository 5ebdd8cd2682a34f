package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.device.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures at the top. */
final class CardsView {
    private CardsView() {}

    static List<Map<String, Object>> of(ReportData data) {
        Comparison comparison = data.comparison();
        Figures figures = data.figures();
        List<Map<String, Object>> cards = new ArrayList<>();
        cards.add(card(
                "int8 accuracy",
                Text.percent(comparison.int8Matrix().accuracy()),
                "float: " + Text.percent(comparison.floatMatrix().accuracy())));
        cards.add(card(
                "int8 macro-F1",
                Text.percent(comparison.int8Matrix().macroF1()),
                "float: " + Text.percent(comparison.floatMatrix().macroF1())));
        cards.add(card(
                "agreement",
                Text.percent(comparison.agreement()),
                Text.count(comparison.test().flips(), "flip") + " in " + Text.count(data.samples(), "sample")));
        cards.add(compiled(data));
        cards.add(card("weights", Text.size(figures.weightsBytes()), exact(figures.weightsBytes(), "of flash")));
        cards.add(card("arena", Text.size(figures.arenaBytes()), exact(figures.arenaBytes(), "of RAM")));
        figures.flashBytes()
                .ifPresent(flash -> cards.add(card("flash, estimated", Text.size(flash), "constants and code")));
        cards.add(card("MACs", Text.short3(figures.macs()), Text.count(figures.macs()) + " an inference"));
        cards.add(card(
                "largest output difference",
                Text.significant(comparison.largestOutputDifference()),
                "of any output, float to int8"));
        return cards;
    }

    private static Map<String, Object> compiled(ReportData data) {
        return data.figures().cMismatches().stream()
                .mapToObj(count -> card("C against simulator", Text.count(count), compared(count, data.samples())))
                .findFirst()
                .orElseGet(() -> card("C against simulator", Text.NOT_KNOWN, "the C was not run"));
    }

    private static String compared(long mismatches, int samples) {
        return (mismatches == 1 ? "mismatch" : "mismatches") + " in " + Text.count(samples, "sample");
    }

    private static String exact(long bytes, String where) {
        return Text.count(bytes, "byte") + " " + where;
    }

    private static Map<String, Object> card(String name, String figure, String detail) {
        return Map.ofEntries(entry("name", name), entry("figure", figure), entry("detail", detail));
    }
}
