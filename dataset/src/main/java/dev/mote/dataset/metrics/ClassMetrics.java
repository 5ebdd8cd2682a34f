package dev.mote.dataset.metrics;

/**
 * How well one class is told from all others; shares from 0 to 1, NaN where not defined.
 *
 * @param support samples of the class
 * @param precision of what was said to be the class, the share that is
 * @param recall of what is the class, the share that was found; also called sensitivity
 * @param specificity of what is not the class, the share that was not taken for it
 * @param negativePredictiveValue of what was said not to be the class, the share that is not
 * @param f1 harmonic mean of precision and recall
 * @param auc area below the ROC curve
 */
public record ClassMetrics(
        String label,
        int support,
        double precision,
        double recall,
        double specificity,
        double negativePredictiveValue,
        double f1,
        double auc) {}
