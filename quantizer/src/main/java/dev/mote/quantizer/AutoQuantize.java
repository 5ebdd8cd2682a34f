package dev.mote.quantizer;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tries ways to quantize a model in the order of what they cost on the device, and takes the cheapest that stays within a tolerance on
 * validation samples: all in int8 first, where the ways cost the same and the one with the least error at the output is taken; then more
 * and more activations in int16, those first that gain most.
 */
public final class AutoQuantize {
    private static final List<RangeMethod> METHODS =
            List.of(RangeMethod.PERCENTILE, RangeMethod.MIN_MAX, RangeMethod.MSE, RangeMethod.ENTROPY);

    /** Validation samples for ranking what int16 would gain. */
    private static final int FEW = 200;

    private final Attempts attempts;
    private final double tolerance;
    private final Set<Remedy> tried = new LinkedHashSet<>();

    private AutoQuantize(Attempts attempts, double tolerance) {
        this.attempts = attempts;
        this.tolerance = tolerance;
    }

    /**
     * @param options what is given by the user and kept: percentile, scales of dense layers
     * @param tolerance points that may be lost against float
     * @param footprint what a model takes on the device
     */
    public static Choice choose(
            FloatModel model,
            Calibration calibration,
            Validation validation,
            QuantizerOptions options,
            double tolerance,
            Function<Int8Model, Footprint> footprint) {
        Attempts attempts = new Attempts(model, calibration, validation, footprint);
        return new AutoQuantize(attempts, tolerance).choose(options);
    }

    private Choice choose(QuantizerOptions options) {
        Remedy narrow = bestOfInt8(options);
        Remedy chosen = fits(narrow) ? narrow : widened(narrow);
        QuantizationResult result =
                Quantizer.quantize(attempts.observed(chosen.options().equalization()), chosen.options());
        return new Choice(
                withFacts(result, chosen), attempts.exact(), chosen, fits(chosen), reason(chosen), List.copyOf(tried));
    }

    /** All methods with each equalization; then what else helps, on the best of them. */
    private Remedy bestOfInt8(QuantizerOptions options) {
        QuantizerOptions plain = options.withWide(WideActivations.NONE).withCorrectBias(false);
        for (Equalization equalization : Equalization.values()) {
            for (RangeMethod method : METHODS) {
                measure(plain.withEqualization(equalization).withMethod(method));
            }
        }
        for (Remedy good : best(2)) {
            measure(good.options().withCorrectBias(true));
        }
        measure(best(1).getFirst().options().withMethod(RangeMethod.SEARCH));
        return best(1).getFirst();
    }

    private void measure(QuantizerOptions options) {
        tried.add(attempts.measure(options));
    }

    /** Those within the tolerance first, among them those with the least error at the output. */
    private List<Remedy> best(int count) {
        return tried.stream()
                .sorted(Comparator.comparing((Remedy remedy) -> !fits(remedy))
                        .thenComparing(remedy -> -remedy.validation().sqnrDb()))
                .limit(count)
                .toList();
    }

    private boolean fits(Remedy remedy) {
        // Shares are quotients: a point more or less in the last digit is none.
        return remedy.pointsLost() <= tolerance + 1e-9;
    }

    /** int16 for 1, 2, 4, ... of the groups that gain most, then wherever it can be. */
    private Remedy widened(Remedy narrow) {
        Observed observed = attempts.observed(narrow.options().equalization());
        QuantizerOptions ranking = narrow.options().withCorrectBias(false);
        List<String> ranked = new WideGains(observed, ranking, attempts.quickJudge(FEW)).ranked();
        for (int count = 1; count < ranked.size(); count *= 2) {
            Set<String> names = new HashSet<>(ranked.subList(0, count));
            Remedy remedy = attempts.measure(narrow.options().withWide(WideActivations.of(names)));
            tried.add(remedy);
            if (fits(remedy)) {
                return remedy;
            }
        }
        measure(narrow.options().withWide(WideActivations.ALL));
        return tried.stream()
                .min(Comparator.comparing((Remedy remedy) -> Math.max(remedy.pointsLost(), tolerance))
                        .thenComparing(remedy -> -remedy.validation().sqnrDb()))
                .orElseThrow();
    }

    private String reason(Remedy chosen) {
        if (!fits(chosen)) {
            return String.format(
                    Locale.ROOT,
                    "none of %d ways loses %s points or less; this one loses least, %.2f",
                    tried.size(),
                    tolerance,
                    chosen.pointsLost());
        }
        boolean isNarrow = chosen.options().wide().equals(WideActivations.NONE);
        return String.format(
                Locale.ROOT,
                isNarrow
                        ? "%.2f points lost, tolerance %s; of the ways in int8 that stay within it, which cost the same, the one"
                                + " with the least error at the output"
                        : "%.2f points lost, tolerance %s; no way in int8 stays within it, and of those with int16 this costs"
                                + " least",
                chosen.pointsLost(),
                tolerance);
    }

    private QuantizationResult withFacts(QuantizationResult result, Remedy chosen) {
        Graph graph = result.model().graph();
        ModelCard card = graph.card();
        TreeMap<String, String> facts = new TreeMap<>(card.facts());
        facts.put("quantization.chosen_by", "mote quantize --auto");
        facts.put("quantization.tolerance_points", Double.toString(tolerance));
        facts.put("quantization.points_lost", String.format(Locale.ROOT, "%.2f", chosen.pointsLost()));
        ModelCard more = card.withFacts(facts);
        return new QuantizationResult(new Int8Model(more.in(graph)), result.report());
    }
}
