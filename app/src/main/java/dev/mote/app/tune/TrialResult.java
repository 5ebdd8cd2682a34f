package dev.mote.app.tune;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mote.dataset.metrics.BlockScores;
import dev.mote.dataset.metrics.ConfusionMatrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code result.json} of a trial holds; the components are the JSON keys. There is no time in it: the same trial gives the same bytes.
 *
 * @param values changed in the recipe, by path
 * @param reason why it was not trained, or did not end well
 * @param figures empty if the network cannot be built
 * @param runs one for each seed
 * @param floatMatrices of each block of samples (a person), all seeds together: matrices.get(block).get(truth).get(predicted)
 * @param int8Matrices likewise
 */
record TrialResult(
        Map<String, String> values,
        TrialOrigin origin,
        Status status,
        Optional<String> reason,
        Optional<TrialFigures> figures,
        List<Run> runs,
        List<List<List<Integer>>> floatMatrices,
        List<List<List<Integer>>> int8Matrices) {
    /** How a trial ended. */
    enum Status {
        @JsonProperty("done")
        DONE,
        /** Not trained: it costs more than it may. */
        @JsonProperty("over_budget")
        OVER_BUDGET,
        /** Not trained: its values do not go together, or its shapes do not fit. */
        @JsonProperty("impossible")
        IMPOSSIBLE,
        /** Its loss became NaN. */
        @JsonProperty("failed")
        FAILED
    }

    /** One seed, over all samples that were held out. */
    record Run(long seed, double floatAccuracy, double int8Accuracy, double floatMacroF1, double int8MacroF1) {}

    static TrialResult untrained(
            Map<String, String> values,
            TrialOrigin origin,
            Status status,
            String reason,
            Optional<TrialFigures> figures) {
        return new TrialResult(values, origin, status, Optional.of(reason), figures, List.of(), List.of(), List.of());
    }

    boolean endedWell() {
        return status == Status.DONE;
    }

    BlockScores floatScores(List<String> labels) {
        return scores(labels, floatMatrices);
    }

    BlockScores int8Scores(List<String> labels) {
        return scores(labels, int8Matrices);
    }

    private static BlockScores scores(List<String> labels, List<List<List<Integer>>> matrices) {
        return new BlockScores(matrices.stream()
                .map(counts -> new ConfusionMatrix(labels, counts))
                .toList());
    }

    /** Without the blocks that were not held out: those are the same ones in all trials. */
    static List<List<List<Integer>>> counts(BlockScores scores) {
        return scores.blocks().stream()
                .filter(block -> block.total() > 0)
                .map(ConfusionMatrix::counts)
                .toList();
    }
}
