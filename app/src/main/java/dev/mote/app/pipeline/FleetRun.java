package dev.mote.app.pipeline;

import dev.mote.dataset.RecordingChoice;
import dev.mote.dataset.SyntheticActivity;
import dev.mote.dataset.recording.Recording;
import dev.mote.device.fleet.Device;
import dev.mote.device.fleet.Fleet;
import dev.mote.device.fleet.FleetOptions;
import dev.mote.device.fleet.FleetSummary;
import dev.mote.device.fleet.GeneratedPersons;
import dev.mote.device.fleet.Persons;
import dev.mote.device.fleet.RecordedPersons;
import dev.mote.device.stream.Simulation;
import dev.mote.device.sweep.StreamCopy;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.ModelCard;
import java.io.PrintWriter;
import java.util.List;

/** Many devices, on the persons of a request or on generated ones. */
public final class FleetRun {
    /** The persons of the generator with lower numbers are those of its training and test. */
    private static final int FIRST_STRANGER = 1000;

    private final Fleet fleet;
    private final FleetRequest request;

    private FleetRun(Fleet fleet, FleetRequest request) {
        this.fleet = fleet;
        this.request = request;
    }

    /** @param always faults that every device has */
    public static FleetRun of(
            Simulation simulation,
            StreamSource source,
            StreamRequest stream,
            ModelCard card,
            RecordingFaults always,
            FleetRequest request) {
        if (source.set().recordings().getFirst().format().isImages()) {
            throw new BadInputException("--devices: " + stream.name()
                    + " gives images, but the devices of a fleet have motion sensors; give a stream of signals");
        }
        FleetOptions options = new FleetOptions(
                request.devices(),
                request.seconds(),
                request.meanFaults(),
                always.faults(),
                always.seed(),
                Runtime.getRuntime().availableProcessors());
        Simulation alone = SweepRun.alone(simulation, source);
        return new FleetRun(new Fleet(alone, persons(source, stream, card, request), options), request);
    }

    /** New ones for every device where a generator makes them and nobody in particular is wanted. */
    private static Persons persons(StreamSource source, StreamRequest stream, ModelCard card, FleetRequest request) {
        RecordingChoice choice = RecordingChoice.parse(stream.name(), stream.subjects());
        if (choice.name().equals(SyntheticActivity.NAME) && !choice.choosesPersons()) {
            return new GeneratedPersons(SweepRun.format(source), number -> {
                StreamSource own = StreamSource.of(
                        stream.ofPerson(FIRST_STRANGER + number, request.seconds()), source.demand(), card);
                return own.open(own.set().recordings().getFirst());
            });
        }
        List<StreamCopy> copies = source.set().recordings().stream()
                .map(recording -> copy(source, recording))
                .toList();
        return new RecordedPersons(copies);
    }

    private static StreamCopy copy(StreamSource source, Recording recording) {
        return SweepRun.copy(source, recording)
                .orElseThrow(() -> new BadInputException("--devices: " + recording.where()
                        + " is too long to be kept in memory; give a shorter recording"));
    }

    public FleetFigures run(PrintWriter err) {
        long start = System.nanoTime();
        List<Device> devices;
        try (RunProgress progress = new RunProgress("devices", request.devices(), err)) {
            devices = fleet.run(progress);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return FleetFigures.of(fleet, FleetSummary.of(devices, fleet::unit), request.seconds(), seconds);
    }

    /** Whether one device only is wanted. */
    public boolean isOne() {
        return request.number().isPresent();
    }

    /** The only device that is wanted. */
    public FleetFigures.DeviceRow runOne() {
        return FleetFigures.DeviceRow.of(fleet, fleet.run(request.number().orElseThrow()));
    }
}
