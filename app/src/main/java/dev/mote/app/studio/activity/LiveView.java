package dev.mote.app.studio.activity;

import dev.mote.dataset.metrics.EventCounts;
import dev.mote.device.stream.SimulatedEvent;
import dev.mote.device.stream.SimulatedWindow;
import dev.mote.device.stream.SimulationResult;
import dev.mote.device.stream.SimulationStep;
import dev.mote.device.stream.TimedSample;
import dev.mote.model.stream.StreamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a page is told of the steps of a simulation: not more than it can draw. */
final class LiveView {
    private static final int MOST_SAMPLES = 100;
    private static final int MOST_WINDOWS = 32;
    /** Messages from one time that totals are told to the next. */
    private static final int TOTALS_EVERY = 8;

    private final int values;
    private int label = TimedSample.NO_LABEL;
    private boolean labelled;
    private long ticks;

    LiveView(StreamPlan plan) {
        this.values = plan.channelCount();
    }

    boolean isTimeForTotals() {
        return ticks++ % TOTALS_EVERY == 0;
    }

    /** @param totals none or one */
    LiveReply.Tick tick(long at, SimulationStep step, List<TimedSample> clean, List<LiveReply.Totals> totals) {
        List<TimedSample> samples = step.samples();
        int every = Math.ceilDiv(Math.max(1, Math.max(samples.size(), clean.size())), MOST_SAMPLES);
        List<TimedSample> shown = thinned(samples, every);
        List<TimedSample> shownClean = thinned(clean, every);
        long newest = samples.isEmpty() ? at : Math.max(at, samples.getLast().micros());
        return new LiveReply.Tick(
                newest,
                times(shown),
                values(shown),
                every,
                times(shownClean),
                values(shownClean),
                truth(samples),
                windows(step),
                events(step.int8Events()),
                events(step.realEvents()),
                totals.stream().findFirst());
    }

    private static List<TimedSample> thinned(List<TimedSample> samples, int every) {
        List<TimedSample> shown = new ArrayList<>();
        for (int i = 0; i < samples.size(); i += every) {
            shown.add(samples.get(i));
        }
        return shown;
    }

    private static List<Long> times(List<TimedSample> samples) {
        return samples.stream().map(TimedSample::micros).toList();
    }

    private List<Float> values(List<TimedSample> samples) {
        List<Float> flat = new ArrayList<>(samples.size() * values);
        for (TimedSample sample : samples) {
            for (float value : sample.values()) {
                flat.add(value);
            }
        }
        return flat;
    }

    private List<LiveReply.Truth> truth(List<TimedSample> samples) {
        List<LiveReply.Truth> changes = new ArrayList<>();
        for (TimedSample sample : samples) {
            if (!labelled || sample.label() != label) {
                labelled = true;
                label = sample.label();
                changes.add(new LiveReply.Truth(sample.micros(), label));
            }
        }
        return changes;
    }

    private static List<LiveReply.Window> windows(SimulationStep step) {
        List<LiveReply.Window> windows = new ArrayList<>();
        int count = step.int8().size();
        for (int i = Math.max(0, count - MOST_WINDOWS); i < count; i++) {
            SimulatedWindow own = step.int8().get(i);
            Optional<SimulatedWindow> real =
                    i < step.real().size() ? Optional.of(step.real().get(i)) : Optional.empty();
            windows.add(new LiveReply.Window(
                    own.atMicros(),
                    own.truth(),
                    own.best(),
                    own.label(),
                    own.scores(),
                    real.map(SimulatedWindow::best),
                    real.map(SimulatedWindow::scores).orElse(List.of())));
        }
        return windows;
    }

    private static List<LiveReply.Event> events(List<SimulatedEvent> events) {
        return events.stream()
                .map(event -> new LiveReply.Event(event.label(), event.beginMicros(), event.atMicros()))
                .toList();
    }

    static LiveReply.Totals totals(SimulationResult result, long measured, long lost, double waitedSeconds) {
        return new LiveReply.Totals(
                measured,
                result.samples(),
                lost,
                waitedSeconds,
                result.defects(),
                side(result.int8()),
                result.floatSide().map(LiveView::side),
                result.agreement().map(SimulationResult.Agreement::sameWindows).orElse(0L));
    }

    private static LiveReply.Side side(SimulationResult.Side side) {
        EventCounts events = side.events().total();
        return new LiveReply.Side(
                side.windows().windows(),
                side.windows().scored(),
                side.windows().right(),
                side.eventCount(),
                events.truth(),
                events.matched(),
                events.falseAlarms());
    }
}
