package dev.mote.app.command;

import dev.mote.device.fault.FaultKind;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mote faults}: what can be wrong with a sensor, its clock and its link. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "List the faults that mote simulate --fault takes, in the order in which they act.")
public final class FaultsCommand implements Runnable {
    /** Result of {@code faults}. */
    record Listing(List<Row> faults) {}

    /** A kind of fault. */
    record Row(
            String name,
            String stage,
            String level,
            List<String> sweep,
            boolean signals,
            boolean images,
            String does,
            String source) {

        static Row of(FaultKind kind) {
            return new Row(
                    kind.option(),
                    kind.stage().word(),
                    kind.range(),
                    kind.levels(),
                    kind.ofSignals(),
                    kind.ofImages(),
                    kind.text(),
                    kind.source());
        }

        String streams() {
            return signals && images ? "both" : signals ? "signals" : "images";
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = Arrays.stream(FaultKind.values()).map(Row::of).toList();
        json.print(out, new Listing(rows), result -> print(out, result.faults()));
    }

    private static void print(PrintWriter out, List<Row> rows) {
        for (Row row : rows) {
            out.printf(Locale.ROOT, "%-11s %-10s %-8s %s%n", row.name(), row.stage(), row.streams(), row.does());
            out.printf(Locale.ROOT, "%-31s level: %s%n", "", row.level());
            out.printf(Locale.ROOT, "%-31s source: %s%n", "", row.source());
        }
    }
}
