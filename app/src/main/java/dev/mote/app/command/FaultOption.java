package dev.mote.app.command;

import dev.mote.app.pipeline.RecordingFaults;
import dev.mote.device.fault.Faults;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --fault}, any number of times. */
final class FaultOption {
    @Option(
            names = "--fault",
            paramLabel = "KIND:LEVEL",
            description =
                    "What is wrong with the device, as dropout:5%% or rotate:30deg/x; several times for several faults."
                            + " mote faults lists them.")
    private List<String> texts = List.of();

    /** @throws dev.mote.model.BadInputException one line, of the first that cannot be read */
    Faults faults() {
        return Faults.parse(texts);
    }

    RecordingFaults faults(long seed) {
        return new RecordingFaults(faults(), seed);
    }
}
