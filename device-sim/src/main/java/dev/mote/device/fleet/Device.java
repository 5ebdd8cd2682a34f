package dev.mote.device.fleet;

import dev.mote.dataset.metrics.EventCounts;
import dev.mote.dataset.metrics.WindowScores;
import dev.mote.device.fault.Faults;
import dev.mote.device.stream.SimulationResult;

/**
 * How one device of a fleet did.
 *
 * @param faults that it has besides what its sensor unit brings
 * @param windows that it had
 * @param judged of these, those whose truth is known
 * @param right of the judged
 * @param floatRight of the judged, by the float model; -1 without one
 * @param seconds whose truth is known
 */
public record Device(
        int number,
        String person,
        Faults faults,
        long samples,
        long windows,
        long judged,
        long right,
        long floatRight,
        EventCounts events,
        double seconds) {

    static Device of(int number, String person, Faults faults, SimulationResult result) {
        WindowScores windows = result.int8().windows();
        return new Device(
                number,
                person,
                faults,
                result.samples(),
                windows.windows(),
                windows.all().samples(),
                windows.all().total(),
                result.floatSide().map(side -> side.windows().all().total()).orElse(-1L),
                result.int8().events().total(),
                result.int8().events().labelledSeconds());
    }

    /** NaN if no window could be judged. */
    public double accuracy() {
        return judged == 0 ? Double.NaN : (double) right / judged;
    }
}
