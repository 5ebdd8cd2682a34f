package dev.mote.device.stream;

/** When the last samples at the model's rate were: a ring, so that events that are told late find their time. */
final class PositionLog {
    private final long[] micros;
    private long positions;

    PositionLog(long capacity) {
        micros = new long[(int) Math.min(capacity, 1 << 20)];
    }

    void reset() {
        positions = 0;
    }

    long positions() {
        return positions;
    }

    void add(long time) {
        micros[(int) (positions % micros.length)] = time;
        positions++;
    }

    /** Of the sample with this number from 0 on: of the oldest that is known, if it is older. */
    long micros(long position) {
        long known = Math.clamp(position, Math.max(0, positions - micros.length), Math.max(0, positions - 1));
        return micros[(int) (known % micros.length)];
    }
}
