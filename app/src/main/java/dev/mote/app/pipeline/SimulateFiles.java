package dev.mote.app.pipeline;

import dev.mote.dataset.recording.Recording;
import dev.mote.device.stream.RecordedStream;
import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.Simulation;
import dev.mote.device.stream.SimulationListener;
import dev.mote.device.stream.SimulationResult;
import dev.mote.device.stream.StreamFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All recordings of a request through one simulation. */
public final class SimulateFiles {
    /** Hears what happens in each recording. */
    public interface Audience {
        Audience NONE = (recording, format) -> SimulationListener.SILENT;

        /** The next recording begins. */
        SimulationListener of(Recording recording, StreamFormat format);
    }

    private SimulateFiles() {}

    /** @param faults what is wrong with the device: applied to each stream */
    public static SimulationSummary run(
            Simulation simulation, StreamSource source, UnaryOperator<SampleStream> faults, Audience audience) {
        Set<String> notes = new LinkedHashSet<>(source.notes());
        List<SimulationResult> results = new ArrayList<>();
        Simulation timed = simulation.withTime(source.settings().resample());
        for (Recording recording : source.set().recordings()) {
            try (RecordedStream stream = source.open(recording)) {
                notes.addAll(stream.notes());
                results.add(timed.run(faults.apply(stream), audience.of(recording, stream.format())));
            }
        }
        SimulationResult result =
                results.stream().reduce(SimulationResult::plus).orElseThrow();
        return SimulationSummary.of(source, result, simulation.plan().rateHertz(), List.copyOf(notes));
    }
}
