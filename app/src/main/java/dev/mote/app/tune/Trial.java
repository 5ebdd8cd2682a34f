package dev.mote.app.tune;

import dev.mote.trainer.tune.Candidate;
import dev.mote.trainer.tune.ParetoFront;
import java.util.List;
import java.util.Optional;

/**
 * A candidate and what came of it.
 *
 * @param complete trained for all epochs of its recipe; only then it is compared with others
 */
record Trial(int number, Candidate candidate, boolean complete, TrialResult result) {
    /** Trained, and within the budgets. */
    boolean isFit(Budgets budgets) {
        return result.endedWell() && excess(budgets).isEmpty();
    }

    Optional<String> excess(Budgets budgets) {
        return result.figures().flatMap(budgets::exceededBy);
    }

    double score(Metric metric, List<String> labels) {
        return metric.score().applyAsDouble(result.int8Scores(labels).all());
    }

    /** Of a trial that ended well. */
    ParetoFront.Point point(TuneOptions options, List<String> labels) {
        return new ParetoFront.Point(
                score(options.metric(), labels),
                options.against().of(result.figures().orElseThrow()));
    }
}
