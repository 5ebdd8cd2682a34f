package dev.mote.device.fault;

import dev.mote.device.stream.TimedSample;

/** Values between two samples, along a straight line. */
final class Between {
    /** Of intervals: what is longer is a gap, over which nothing is known. */
    private static final double GAP = 2.5;

    private Between() {}

    static boolean isGap(TimedSample left, TimedSample right, double intervalMicros) {
        return left.stretch() != right.stretch() || right.micros() - left.micros() > GAP * intervalMicros;
    }

    /** @param micros from {@code left} to {@code right} */
    static float[] values(TimedSample left, TimedSample right, double micros) {
        double share = (micros - left.micros()) / (right.micros() - left.micros());
        float[] values = left.values().clone();
        for (int i = 0; i < values.length && share != 0; i++) {
            values[i] = share == 1 ? right.values()[i] : (float) (values[i] + share * (right.values()[i] - values[i]));
        }
        return values;
    }
}
