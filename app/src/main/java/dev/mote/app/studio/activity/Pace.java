package dev.mote.app.studio.activity;

import java.util.function.LongSupplier;

/** Which moment of a stream is due by a clock. It does not drift; but a stream that cannot keep up waits, and the time is counted. */
final class Pace {
    /** After a longer pause between two looks the stream goes on where it was, less this. */
    private static final long LONGEST_NANOS = 500_000_000;

    private static final double NANOS_PER_MICRO = 1e3;

    private final LongSupplier nanos;
    private boolean running;
    private double speed = 1;
    /** Of the stream and of the clock, at the last change of the pace. */
    private double baseMicros;

    private long baseNanos;
    private long lookedNanos;
    private long waitedNanos;

    /** @param nanos a clock that never goes back */
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Moment of the stream, in microseconds, which is due now. */
    long due() {
        if (!running) {
            return (long) baseMicros;
        }
        long now = nanos.getAsLong();
        long late = Math.max(0, now - lookedNanos - LONGEST_NANOS);
        waitedNanos += late;
        baseNanos += late;
        lookedNanos = now;
        return (long) position(now);
    }

    private double position(long now) {
        return baseMicros + (now - baseNanos) / NANOS_PER_MICRO * speed;
    }

    /** The stream goes on. */
    void run() {
        if (!running) {
            running = true;
            baseNanos = nanos.getAsLong();
            lookedNanos = baseNanos;
        }
    }

    void pause() {
        baseMicros = due();
        running = false;
    }

    boolean isRunning() {
        return running;
    }

    /** @param newSpeed 1: as time goes */
    void speed(double newSpeed) {
        baseMicros = due();
        baseNanos = lookedNanos;
        speed = newSpeed;
    }

    /** How long the stream stood still because it could not keep up. */
    double waitedSeconds() {
        return waitedNanos / 1e9;
    }
}
