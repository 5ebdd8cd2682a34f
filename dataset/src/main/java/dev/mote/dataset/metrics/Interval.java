package dev.mote.dataset.metrics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** A confidence interval of 95 %. */
public record Interval(double low, double high) {
    private static final double ALPHA = 0.05;

    /** Of the share {@code successes / trials}, by Wilson's score; from 0 to 1 if nothing was tried. */
    public static Interval wilson(int successes, int trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, successes, ALPHA);
        return new Interval(interval.getLowerBound(), interval.getUpperBound());
    }
}
