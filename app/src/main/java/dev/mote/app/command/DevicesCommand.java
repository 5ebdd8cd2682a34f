package dev.mote.app.command;

import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mote devices}: the catalogue. */
@Command(name = "devices", mixinStandardHelpOptions = true, description = "List the boards that --device takes.")
public final class DevicesCommand implements Runnable {
    /** Result of {@code devices}. */
    record Devices(List<Row> devices) {}

    /** A device; what is not known is null. */
    record Row(
            String name,
            List<String> aliases,
            String title,
            String microcontroller,
            String core,
            String board,
            long flashBytes,
            long ramBytes,
            String memory,
            long clockHertz,
            String fpu,
            boolean dsp,
            boolean mve,
            OptionalDouble volts,
            OptionalDouble activeAmperes,
            OptionalDouble sleepAmperes,
            List<String> sources) {

        static Row of(Device device) {
            return new Row(
                    device.name(),
                    device.aliases(),
                    device.title(),
                    device.microcontroller(),
                    device.core().option(),
                    device.board().isEmpty() ? null : device.board(),
                    device.flashBytes(),
                    device.ramBytes(),
                    device.memory(),
                    device.clockHertz(),
                    device.fpu().name().toLowerCase(Locale.ROOT),
                    device.dsp(),
                    device.mve(),
                    device.volts(),
                    device.activeAmperes(),
                    device.sleepAmperes(),
                    device.sources());
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = Catalogue.all().stream().map(Row::of).toList();
        json.print(out, new Devices(rows), result -> print(out, result.devices()));
    }

    private static void print(PrintWriter out, List<Row> rows) {
        String format = "%-26s %-13s %10s %10s %8s  %s%n";
        out.printf(Locale.ROOT, format, "device", "core", "flash", "RAM", "MHz", "board");
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    format,
                    row.name(),
                    row.core(),
                    String.format(Locale.ROOT, "%,d", row.flashBytes()),
                    String.format(Locale.ROOT, "%,d", row.ramBytes()),
                    String.format(Locale.ROOT, "%.0f", row.clockHertz() / 1e6),
                    row.title());
        }
    }
}
