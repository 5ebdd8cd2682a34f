package dev.mote.codegen;

import dev.mote.model.stream.StreamPlan;

/** What {@code mote_stream_draw} draws: samples for the self test of a stream, and their times. */
final class DrawnStream {
    private static final int GOLDEN = 0x9E3779B9;

    private final int windowLength;
    private final int interval;
    private final int maxGap;
    private int random;
    private int segment;
    private int time;
    private int left;

    DrawnStream(StreamPlan plan, int seed, int time) {
        this.windowLength = plan.windowLength();
        this.interval = (int) (plan.interval() / StreamPlan.INTERVAL_UNITS);
        this.maxGap = plan.maxGapMicros();
        this.random = seed;
        this.time = time;
    }

    /** @return its time */
    int draw(short[] sample) {
        if (left == 0) {
            left = windowLength;
            segment = random;
        }
        left--;
        random = SelfTest.next(random);
        int chance = random >>> 24;
        int before = time;
        if (chance == 2) {
            time += maxGap + interval * windowLength;
        } else if (chance != 0) {
            time += interval - interval / 8 + interval / 1024 * (random >>> 8 & 0xff);
        }
        int softness = 4 << (segment >>> 29);
        for (int c = 0; c < sample.length; c++) {
            int channel = segment ^ GOLDEN * (c + 1);
            random = SelfTest.next(random);
            sample[c] = (short) ((SelfTest.next(channel) >> 16) / 4 + (random >> 16) / softness);
        }
        return chance == 1 ? before - interval / 2 : time;
    }
}
