package dev.mote.app.command;

import dev.mote.dataset.DatasetStatus;
import dev.mote.dataset.Datasets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote data}: which data sets are there, and how to get them. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "List data sets, or fetch one from its publisher.")
public final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Result of {@code data list}. */
    record Listing(List<DatasetStatus> datasets) {}

    /** Result of {@code data get}. */
    record Fetched(String dataset, List<String> files) {}

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Show every data set, and whether it is here.")
    int list(@Mixin DataDirectoryOption directory, @Mixin JsonOption json) {
        PrintWriter out = spec.commandLine().getOut();
        json.print(
                out,
                new Listing(Datasets.list(directory.resolve())),
                listing -> listing.datasets().forEach(dataset -> print(out, dataset)));
        return 0;
    }

    @Command(
            name = "get",
            mixinStandardHelpOptions = true,
            description = "Fetch a data set from its publisher and check it by SHA-256.")
    int get(
            @Parameters(paramLabel = "NAME", description = "As mote data list names it.") String name,
            @Mixin DataDirectoryOption directory,
            @Mixin JsonOption json) {
        PrintWriter err = spec.commandLine().getErr();
        List<Path> files = Datasets.get(name, directory.resolve(), err::println);
        PrintWriter out = spec.commandLine().getOut();
        Fetched fetched = new Fetched(name, files.stream().map(Path::toString).toList());
        json.print(out, fetched, result -> result.files().forEach(file -> out.println("ready: " + file)));
        return 0;
    }

    private static void print(PrintWriter out, DatasetStatus dataset) {
        String where = dataset.synthetic()
                ? "generated on the spot"
                : dataset.folder().map(Path::toString).orElse("");
        out.printf(Locale.ROOT, "%-20s %-8s %s%n", dataset.name(), dataset.found() ? "ready" : "missing", where);
        out.printf(Locale.ROOT, "  %s%n  %s; %s%n", dataset.records(), dataset.publisher(), dataset.licence());
        if (!dataset.found()) {
            out.printf(Locale.ROOT, "  missing: %s%n", String.join(", ", dataset.missing()));
        }
    }
}
