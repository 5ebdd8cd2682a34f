package dev.mote.app.pipeline;

import dev.mote.dataset.recording.Recording;
import dev.mote.device.stream.RecordedStream;
import dev.mote.device.stream.Simulation;
import dev.mote.device.stream.SimulationListener;
import dev.mote.device.stream.SimulationResult;
import dev.mote.device.stream.StreamFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All recordings of a request through one simulation. */
public final class SimulateFiles {
    /** Hears what happens in each recording. */
    public interface Audience {
        Audience NONE = (recording, format) -> SimulationListener.SILENT;

        /** The next recording begins. */
        SimulationListener of(Recording recording, StreamFormat format);

        /** This one, and {@code other} after it. */
        default Audience and(Audience other) {
            return (recording, format) -> of(recording, format).and(other.of(recording, format));
        }
    }

    private SimulateFiles() {}

    /**
     * @param faults what is wrong with the device: each recording with random numbers of its own
     * @param study what more was found of the same stream
     * @param fit what the model costs on a device, if there is one
     */
    public static SimulationSummary run(
            Simulation simulation,
            StreamSource source,
            RecordingFaults faults,
            FaultStudy study,
            Optional<DeviceFit> fit,
            Audience audience) {
        Set<String> notes = new LinkedHashSet<>(source.notes());
        List<SimulationResult> results = new ArrayList<>();
        Simulation timed = simulation.withTime(source.settings().resample());
        for (Recording recording : source.set().recordings()) {
            try (RecordedStream stream = source.open(recording)) {
                notes.addAll(stream.notes());
                results.add(timed.run(
                        faults.apply(recording, stream, timed.plan()), audience.of(recording, stream.format())));
            }
        }
        SimulationResult result =
                results.stream().reduce(SimulationResult::plus).orElseThrow();
        return SimulationSummary.of(
                source,
                result,
                simulation.plan().rateHertz(),
                List.copyOf(notes),
                faults.faults().texts(),
                study,
                fit);
    }
}
