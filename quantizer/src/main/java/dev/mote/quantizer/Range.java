package dev.mote.quantizer;

import dev.mote.model.graph.Quantization.PerTensor;

/** The real values that a tensor's integers can stand for. Always contains 0, so that padding and ReLU are exact. */
record Range(double min, double max) {
    /** Steps between the lowest and the highest int8. */
    private static final int STEPS = Byte.MAX_VALUE - Byte.MIN_VALUE;

    static final Range ZERO = new Range(0, 0);
    static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    Range {
        min = Math.min(min, 0);
        max = Math.max(max, 0);
    }

    Range union(Range other) {
        return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }

    Range intersection(Range other) {
        return new Range(Math.max(min, other.min), Math.min(max, other.max));
    }

    /** Real value of one int8 step. */
    double scale() {
        return (max - min) / STEPS;
    }

    /** Real value of one int16 step, where zero lies in the middle. */
    double wideScale() {
        return Math.max(-min, max) / Short.MAX_VALUE;
    }

    /** This range, stretched where its int8 steps are smaller than {@code scale}. */
    Range withScaleAtLeast(double scale) {
        return withScaleAtLeast(scale, scale(), Byte.MAX_VALUE);
    }

    /** This range, stretched where its int16 steps are smaller than {@code scale}. */
    Range withWideScaleAtLeast(double scale) {
        return withScaleAtLeast(scale, wideScale(), Short.MAX_VALUE);
    }

    private Range withScaleAtLeast(double scale, double own, int largest) {
        if (own >= scale) {
            return this;
        }
        double stretch = scale / own;
        // A range of nothing, or almost, says nothing about the sign either.
        return Double.isFinite(stretch)
                ? new Range(min * stretch, max * stretch)
                : new Range(-(largest + 1) * scale, largest * scale);
    }

    /** The zero point is {@code min}'s place moved to the nearest integer, so the ends move by up to half a step. */
    PerTensor quantization() {
        float scale = (float) scale();
        long zeroPoint = Math.round(Byte.MIN_VALUE - min / scale);
        return new PerTensor(scale, Math.clamp(zeroPoint, Byte.MIN_VALUE, Byte.MAX_VALUE));
    }

    /** What the integers of {@code quantization} stand for. */
    static Range of(PerTensor quantization) {
        double scale = quantization.scale();
        return new Range(
                scale * (Byte.MIN_VALUE - quantization.zeroPoint()),
                scale * (Byte.MAX_VALUE - quantization.zeroPoint()));
    }

    /** What int16 integers of this scale stand for. */
    static Range ofWide(double scale) {
        return new Range(scale * Short.MIN_VALUE, scale * Short.MAX_VALUE);
    }

    static Range of(float[] values) {
        double min = 0;
        double max = 0;
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return new Range(min, max);
    }
}
