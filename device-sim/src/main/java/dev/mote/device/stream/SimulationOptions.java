package dev.mote.device.stream;

import dev.mote.model.stream.StreamPlan;
import java.util.OptionalDouble;

/**
 * How a stream is run and judged.
 *
 * @param toleranceSeconds between the begin of an event and the begin in truth; empty: the length of the model's window, at least a
 *     second
 * @param byTime whether the device gets the time of each sample, and brings the stream to the model's rate; else it takes each sample
 *     as the next one
 * @param parallel whether reading, int8 and float model use cores of their own; the results are the same
 * @param immediate whether every event is told before the next sample is awaited: of live streams
 */
public record SimulationOptions(OptionalDouble toleranceSeconds, boolean byTime, boolean parallel, boolean immediate) {
    /** On one core, each sample as the next one. */
    public static final SimulationOptions DEFAULT = new SimulationOptions(OptionalDouble.empty(), false, false, false);

    private static final double LEAST_TOLERANCE_SECONDS = 1;

    /** The same with another way to tell time. */
    public SimulationOptions withTime(boolean newByTime) {
        return new SimulationOptions(toleranceSeconds, newByTime, parallel, immediate);
    }

    /** The same on one core. */
    public SimulationOptions alone() {
        return new SimulationOptions(toleranceSeconds, byTime, false, immediate);
    }

    double tolerance(StreamPlan plan) {
        return toleranceSeconds.orElse(Math.max(LEAST_TOLERANCE_SECONDS, plan.windowLength() / plan.rateHertz()));
    }
}
