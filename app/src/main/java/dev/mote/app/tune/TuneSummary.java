package dev.mote.app.tune;

import dev.mote.dataset.metrics.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The result of {@code mote tune}; the components are the JSON keys, of {@code tune.json}, too.
 *
 * @param samples of the training split that trials were judged on, each held out of its training
 * @param byGroup no person or recording was both trained on and judged
 * @param front numbers of trials that nothing beats in both metric and cost, from the least cost on
 * @param best with the highest score within the budgets
 * @param asGood the cheapest trial whose distance to the best may be chance
 */
public record TuneSummary(
        String recipe,
        String dataset,
        boolean synthetic,
        int samples,
        int parts,
        int judgedParts,
        boolean byGroup,
        int repeats,
        String method,
        long seed,
        String metric,
        String against,
        String figuresOf,
        List<Row> trials,
        List<Integer> front,
        OptionalInt best,
        OptionalInt asGood) {
    public TuneSummary {
        trials = List.copyOf(trials);
        front = List.copyOf(front);
    }

    /**
     * A trial.
     *
     * @param values that it changes in the recipe, by path
     * @param status {@code done}, {@code over_budget}, {@code impossible}, {@code failed}; {@code short}: it did not get all epochs
     * @param reason of another status than {@code done}
     * @param score of the int8 model by the metric
     * @param scoreInterval 95 %, for other persons or samples of the same kind
     * @param spread highest less lowest score over the repeats
     * @param chance whether its distance to the best may be chance
     */
    public record Row(
            int trial,
            Map<String, String> values,
            String status,
            Optional<String> reason,
            OptionalDouble score,
            Optional<Interval> scoreInterval,
            OptionalDouble spread,
            OptionalDouble floatAccuracy,
            OptionalDouble int8Accuracy,
            OptionalDouble floatMacroF1,
            OptionalDouble int8MacroF1,
            OptionalLong weightsBytes,
            OptionalLong arenaBytes,
            OptionalLong flashBytes,
            OptionalLong macs,
            OptionalLong instructions,
            boolean onFront,
            boolean chance) {}

    /** @throws java.util.NoSuchElementException if there is no trial of that number */
    public Row row(int trial) {
        return trials.stream().filter(row -> row.trial() == trial).findFirst().orElseThrow();
    }
}
