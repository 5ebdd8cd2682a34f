package dev.mote.device.stream;

import dev.mote.dataset.metrics.ClusterSums;
import dev.mote.dataset.metrics.EventAgreement;
import dev.mote.dataset.metrics.EventScores;
import dev.mote.dataset.metrics.WindowScores;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a simulation found. Results of several streams of one model add up.
 *
 * @param samples that the device got
 * @param seconds that the stream lasted
 * @param otherSamples of these, those whose truth is a class that the model does not know
 * @param defects what was wrong with the stream, by kind
 */
public record SimulationResult(
        long samples,
        double seconds,
        long otherSamples,
        Side int8,
        Optional<Side> floatSide,
        Optional<Agreement> agreement,
        Map<String, Long> defects) {
    public SimulationResult {
        defects = Map.copyOf(defects);
    }

    /**
     * Of one model.
     *
     * @param eventCount changes of the label to a class
     */
    public record Side(WindowScores windows, EventScores events, long eventCount) {
        Side plus(Side other) {
            return new Side(windows.plus(other.windows), events.plus(other.events), eventCount + other.eventCount);
        }
    }

    /**
     * Of int8 and float model.
     *
     * @param windows of both
     * @param sameWindows for which both give the same class
     * @param accuracyChange over the windows whose truth is known: 1 where only int8 is right, -1 where only float is
     * @param events that both announce
     */
    public record Agreement(long windows, long sameWindows, ClusterSums accuracyChange, EventAgreement.Shared events) {
        public double windowShare() {
            return windows == 0 ? Double.NaN : (double) sameWindows / windows;
        }

        Agreement plus(Agreement other) {
            return new Agreement(
                    windows + other.windows,
                    sameWindows + other.sameWindows,
                    accuracyChange.plus(other.accuracyChange),
                    events.plus(other.events));
        }
    }

    public SimulationResult plus(SimulationResult other) {
        Map<String, Long> sum = new TreeMap<>(defects);
        other.defects.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new SimulationResult(
                samples + other.samples,
                seconds + other.seconds,
                otherSamples + other.otherSamples,
                int8.plus(other.int8),
                floatSide.flatMap(side -> other.floatSide.map(side::plus)),
                agreement.flatMap(own -> other.agreement.map(own::plus)),
                sum);
    }
}
