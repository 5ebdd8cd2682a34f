package dev.mote.device.sweep;

import dev.mote.dataset.metrics.ClusterSums;
import dev.mote.dataset.metrics.EventCounts;
import dev.mote.dataset.metrics.Interval;
import dev.mote.device.fault.Fault;
import dev.mote.device.stream.SimulationResult;
import java.util.Optional;

/**
 * One fault at one level.
 *
 * @param fault empty: without any
 * @param seeds that were run
 * @param result of all recordings and seeds together
 */
public record SweepPoint(Optional<Fault> fault, int seeds, SimulationResult result) {

    /** Of one of both models. */
    public record Figures(double accuracy, Interval interval, double recall, double falseAlarmsPerHour) {}

    public Figures int8() {
        return figures(result.int8());
    }

    public Optional<Figures> floating() {
        return result.floatSide().map(this::figures);
    }

    /** Windows that a device had, on average over the seeds. */
    public double windows() {
        return (double) result.int8().windows().windows() / seeds;
    }

    private Figures figures(SimulationResult.Side side) {
        EventCounts events = side.events().total();
        return new Figures(
                side.windows().accuracy(),
                oneSeed(side.windows().all()).shareInterval(),
                events.recall(),
                side.events().falseAlarmsPerHour());
    }

    /** Seeds share the recordings: a hundred of them are no hundred recordings, so that they do not make an interval smaller. */
    private ClusterSums oneSeed(ClusterSums all) {
        return new ClusterSums(
                all.clusters() / seeds,
                all.samples() / seeds,
                all.total() / seeds,
                all.samplesSquared() / seeds,
                all.totalSquared() / seeds,
                all.product() / seeds);
    }
}
