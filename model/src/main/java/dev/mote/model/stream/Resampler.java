package dev.mote.model.stream;

/**
 * Samples with times to the model's rate, by straight lines between neighbours, in integers of 32 bits as on the device. Times are in
 * microseconds and wrap after 71 minutes.
 */
final class Resampler {
    /** What an interpolation weight of 1 is. */
    private static final int WHOLE = 1 << 15;

    /** Where samples at the model's rate go. */
    interface Target {
        /** @param resampled to be copied: the next one overwrites it */
        void sample(short[] resampled);

        /** A silence that is not bridged; {@code samples} fall into it. */
        void gap(long samples);
    }

    private final int maxGap;
    private final int interval;
    private final int intervalFraction;
    private final short[] last;
    private final short[] between;
    private boolean started;
    private int lastMicros;
    /** Time of the next sample to make, and its part below a microsecond. */
    private int next;

    private int nextFraction;
    private long gaps;
    private long repeated;
    private long backward;

    Resampler(StreamPlan plan) {
        this.maxGap = plan.maxGapMicros();
        this.interval = (int) (plan.interval() / StreamPlan.INTERVAL_UNITS);
        this.intervalFraction = (int) (plan.interval() % StreamPlan.INTERVAL_UNITS);
        this.last = new short[plan.channelCount()];
        this.between = new short[plan.channelCount()];
    }

    void reset() {
        started = false;
        gaps = 0;
        repeated = 0;
        backward = 0;
    }

    StreamDefects defects() {
        return new StreamDefects(gaps, repeated, backward);
    }

    void push(int micros, short[] sample, Target target) {
        int elapsed = micros - lastMicros;
        if (!started) {
            started = true;
            restart(micros, sample, target);
        } else if (elapsed == 0) {
            repeated++;
        } else if (Integer.compareUnsigned(elapsed, maxGap) <= 0) {
            bridge(elapsed, sample, target);
            keep(micros, sample);
        } else if (Integer.compareUnsigned(-elapsed, maxGap) <= 0) {
            backward++;
        } else {
            gaps++;
            target.gap(Integer.toUnsignedLong(Integer.divideUnsigned(micros - next + interval / 2, interval)));
            restart(micros, sample, target);
        }
    }

    private void restart(int micros, short[] sample, Target target) {
        next = micros;
        nextFraction = 0;
        advance();
        keep(micros, sample);
        target.sample(sample);
    }

    private void keep(int micros, short[] sample) {
        lastMicros = micros;
        System.arraycopy(sample, 0, last, 0, last.length);
    }

    private void advance() {
        nextFraction += intervalFraction;
        next += interval + (nextFraction >> 16);
        nextFraction &= StreamPlan.INTERVAL_UNITS - 1;
    }

    /** Makes the samples whose time is after the last one and at or before the present one. */
    private void bridge(int elapsed, short[] sample, Target target) {
        for (int after = next - lastMicros; Integer.compareUnsigned(after, elapsed) <= 0; after = next - lastMicros) {
            interpolate(weight(after, elapsed), sample);
            advance();
            target.sample(between);
        }
    }

    /** Share of the present sample, rounded. Both times lose the bits that they have above 16. */
    private static int weight(int after, int elapsed) {
        int part = after;
        int whole = elapsed;
        while (whole >= 1 << 16) {
            part >>>= 1;
            whole >>>= 1;
        }
        return (part * WHOLE + whole / 2) / whole;
    }

    /** |difference * weight| is at most 65,535 * 2^15, below 2^31. */
    private void interpolate(int weight, short[] sample) {
        for (int c = 0; c < last.length; c++) {
            between[c] = (short) (last[c] + ((sample[c] - last[c]) * weight + WHOLE / 2 >> 15));
        }
    }
}
