package dev.mote.app.command;

import dev.mote.app.pipeline.DeviceDemand;
import dev.mote.app.pipeline.Inspection;
import dev.mote.codegen.Core;
import dev.mote.device.budget.Supply;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Finding;
import dev.mote.model.tflite.TfliteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote inspect}: what a model holds, what it needs, and everything that stands in its way. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Show tensors, operators, MACs and memory of a model, and all that is unsupported in it.",
        footer = {
            "",
            "Exit code 2 if the model cannot run here; the findings say why and what to do.",
            "Exit code 1 if it is too slow for the one device that was asked for."
        })
public final class InspectCommand implements Callable<Integer> {
    private static final int CANNOT_RUN = 2;
    private static final int NAME_WIDTH = 32;
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.tflite", description = "Any .tflite file.")
    private Path model;

    @Option(
            names = "--device",
            paramLabel = "NAME|all",
            description =
                    "Whether the model fits a board that people own, and what it costs there; mote devices lists them.")
    private String device;

    @Mixin
    private EveryOption every;

    @Option(
            names = "--measure",
            description =
                    "Count instructions on the emulated board of the device, where there is one, instead of estimating"
                            + " them.")
    private boolean measure;

    @Mixin
    private SupplyOptions supply;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Inspection inspection = Inspection.of(TfliteFile.open(model), demand());
        json.print(spec.commandLine().getOut(), inspection, this::print);
        spec.commandLine().getOut().flush();
        if (inspection.devices().size() == 1) {
            inspection.devices().getFirst().requireInTime(model.toString());
        }
        return inspection.unsupported().isEmpty() ? 0 : CANNOT_RUN;
    }

    private DeviceDemand demand() {
        if (device == null
                && (measure || every.seconds().isPresent() || !supply.supply().equals(Supply.MAINS))) {
            throw new BadInputException("--every, --measure, --cell and --sensor-current need --device");
        }
        List<Device> devices =
                device == null ? List.of() : device.equals(ALL) ? Catalogue.all() : List.of(Catalogue.of(device));
        return new DeviceDemand(devices, every.seconds(), supply.supply(), measure);
    }

    private void print(Inspection inspection) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(model);
        inspection.inputs().forEach(end -> out.println("  input   " + end));
        inspection.outputs().forEach(end -> out.println("  output  " + end));
        out.println();
        String format = "%3s  %-28s %-32s %-16s %12s%n";
        out.printf(Locale.ROOT, format, "#", "operator", "output", "shape", "MACs");
        for (Inspection.OperatorRow row : inspection.operators()) {
            out.printf(
                    Locale.ROOT,
                    format,
                    row.index(),
                    row.operator(),
                    shortened(row.name()),
                    row.shape(),
                    row.macs() == 0 ? "" : String.format(Locale.ROOT, "%,d", row.macs()));
        }
        out.println();
        out.printf(Locale.ROOT, "MACs     %,d%n", inspection.macs());
        out.printf(Locale.ROOT, "weights  %,d bytes%n", inspection.weightsBytes());
        out.printf(
                Locale.ROOT,
                "arena    %,d bytes (no plan needs less than %,d; tensors in use together take %,d side by side)%n",
                inspection.arenaBytes(),
                inspection.arenaLowerBound(),
                inspection.liveBytes());
        inspection.instructions().ifPresent(count -> out.println("time     " + FiguresText.time(Core.PORTABLE, count)));
        DeviceText.print(out, inspection.devices());
        for (Finding finding : inspection.warnings()) {
            out.println("warning  " + finding);
        }
        for (Finding finding : inspection.unsupported()) {
            out.println("error    " + finding);
        }
    }

    /** Converters join the names of all that they fused. */
    private static String shortened(String name) {
        return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…";
    }
}
