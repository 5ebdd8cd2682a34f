package dev.mote.device.compare;

import dev.mote.dataset.metrics.Interval;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * McNemar's test: do two classifiers that saw the same samples differ in accuracy by more than chance?
 * Source: Q. McNemar, "Note on the sampling error of the difference between correlated proportions", 1947; the exact binomial form.
 *
 * @param samples all samples
 * @param flips samples with different predictions, right or wrong
 * @param onlyFloatRight samples that only the float model got right
 * @param onlyInt8Right samples that only the int8 model got right
 */
public record PairedTest(int samples, int flips, int onlyFloatRight, int onlyInt8Right) {
    private static final double NORMAL_QUANTILE = 1.959963984540054;

    public double flipShare() {
        return (double) flips / samples;
    }

    /** Of the share of flips, by Wilson's score. */
    public Interval flipInterval() {
        return Interval.wilson(flips, samples);
    }

    /** int8 accuracy less float accuracy. */
    public double accuracyChange() {
        return (double) (onlyInt8Right - onlyFloatRight) / samples;
    }

    /** Of the change in accuracy, from the discordant pairs. */
    public Interval accuracyChangeInterval() {
        double discordant = onlyFloatRight + onlyInt8Right;
        double difference = onlyInt8Right - onlyFloatRight;
        double deviation = Math.sqrt(discordant - difference * difference / samples) / samples;
        double margin = NORMAL_QUANTILE * deviation;
        return new Interval(accuracyChange() - margin, accuracyChange() + margin);
    }

    /** Probability of a difference at least this large if both were equally accurate. */
    public double pValue() {
        int discordant = onlyFloatRight + onlyInt8Right;
        if (discordant == 0) {
            return 1;
        }
        return BinomialTest.withDefaults()
                .with(AlternativeHypothesis.TWO_SIDED)
                .test(discordant, onlyInt8Right, 0.5)
                .getPValue();
    }
}
