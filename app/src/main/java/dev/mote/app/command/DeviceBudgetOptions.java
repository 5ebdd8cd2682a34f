package dev.mote.app.command;

import dev.mote.app.pipeline.DeviceDemand;
import dev.mote.app.pipeline.DeviceFit;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.device.budget.Supply;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --device} and what belongs to it, of a command that runs a model at a rhythm. */
final class DeviceBudgetOptions {
    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "A board that people own: whether the model fits it in flash, RAM and time, and what energy it takes.")
    private String device;

    @Option(
            names = "--estimate",
            description = "Estimate the instructions for --device, instead of counting them on its emulated board.")
    private boolean estimate;

    @Mixin
    private SupplyOptions supply;

    /**
     * Counts on the emulated board where it, its compiler and its emulator are there.
     *
     * @param file of the model, for its name
     * @param everySeconds from one window to the next; empty for what the model's front end says
     * @return empty without {@code --device}
     */
    Optional<DeviceFit> fit(Graph graph, Path file, OptionalDouble everySeconds) {
        if (device == null) {
            if (estimate || !supply.supply().equals(Supply.MAINS)) {
                throw new BadInputException("--estimate, --cell and --sensor-current need --device");
            }
            return Optional.empty();
        }
        ModelSource source = new ModelSource(file.getFileName().toString(), new byte[0]);
        DeviceDemand demand = new DeviceDemand(List.of(Catalogue.of(device)), everySeconds, supply.supply(), !estimate);
        return Optional.of(
                demand.fits(graph, source, Codegen.figures(graph, source)).getFirst());
    }
}
