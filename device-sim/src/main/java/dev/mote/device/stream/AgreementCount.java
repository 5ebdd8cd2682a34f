package dev.mote.device.stream;

import dev.mote.dataset.metrics.ClusterSums;
import dev.mote.dataset.metrics.EventAgreement;
import java.util.List;

/** Counts where int8 and float model agree, block by block. */
final class AgreementCount {
    private final EventAgreement events;
    private final long latestMicros;
    private ClusterSums change = ClusterSums.NONE;
    private long windows;
    private long same;
    private int truth = TimedSample.NO_LABEL;
    private long clusterWindows;
    private long clusterChange;

    /** @param latestMicros from the begin of an event until it is told, at most */
    AgreementCount(int classes, double toleranceSeconds, long latestMicros) {
        this.events = new EventAgreement(classes, toleranceSeconds);
        this.latestMicros = latestMicros;
    }

    void add(ModelSide int8, ModelSide floatSide) {
        List<ModelSide.Answer> own = int8.answers();
        List<ModelSide.Answer> other = floatSide.answers();
        for (int i = 0; i < own.size(); i++) {
            add(own.get(i).best(), other.get(i).best(), own.get(i).truth());
        }
        floatSide.told().stream()
                .filter(event -> event.label() >= 0)
                .forEach(event -> events.first(event.label(), event.beginMicros()));
        int8.told().stream()
                .filter(event -> event.label() >= 0)
                .forEach(event -> events.second(event.label(), event.beginMicros()));
    }

    private void add(int int8Best, int floatBest, int windowTruth) {
        windows++;
        same += int8Best == floatBest ? 1 : 0;
        if (windowTruth != truth) {
            endCluster();
            truth = windowTruth;
        }
        if (windowTruth >= 0) {
            clusterWindows++;
            clusterChange += (int8Best == windowTruth ? 1 : 0) - (floatBest == windowTruth ? 1 : 0);
        }
    }

    /** All blocks until then have been added. */
    void until(long micros) {
        events.forgetBefore(micros - latestMicros);
    }

    private void endCluster() {
        change = change.with(clusterWindows, clusterChange);
        clusterWindows = 0;
        clusterChange = 0;
    }

    SimulationResult.Agreement result() {
        endCluster();
        return new SimulationResult.Agreement(windows, same, change, events.shared());
    }
}
