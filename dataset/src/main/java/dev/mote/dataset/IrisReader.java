package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads Fisher's iris data: as he published it, or UCI's file, which has another value in three cells of samples 35 and 38. */
final class IrisReader {
    /** With a header. */
    static final String FISHER_SHA256 = "9cc1c345c71bcc9b486b74cbf6063fa66f4bb5e0f603a4b3c3471ec2e5e8e355";
    /** Without a header, and with {@code Iris-} before each species. */
    static final String UCI_SHA256 = "6f608b71a7317216319b4d27b4d9bc84e6abd734eda7872b71a458569e2656c0";

    private static final List<String> FEATURES = List.of("sepal_length", "sepal_width", "petal_length", "petal_width");
    private static final String SPECIES = "species";

    private IrisReader() {}

    /** @throws BadInputException unless it is one of the two files */
    static void verify(Path file) {
        isUci(file);
    }

    static Dataset read(Path file, long seed, DataOptions options) {
        List<String> columns = isUci(file)
                ? Stream.concat(FEATURES.stream(), Stream.of(SPECIES)).toList()
                : List.of();
        List<Quantity> features =
                FEATURES.stream().map(name -> new Quantity(name, "cm")).toList();
        ColumnOptions known = new ColumnOptions(columns, ColumnOptions.COMMA, features, List.of(), SPECIES, "");
        TextTable table = withoutPrefix(TextTable.read(file, known));
        DataOptions all =
                new DataOptions(false, List.of(), known, options.test(), SignalOptions.DEFAULT, options.image());
        return TableDataset.of(table, "iris", seed, all);
    }

    private static TextTable withoutPrefix(TextTable table) {
        return new TextTable(
                table.file(),
                table.columns(),
                table.rows().stream()
                        .map(row -> new TextTable.Row(
                                row.line(),
                                row.cells().stream()
                                        .map(cell -> cell.replaceFirst("^Iris-", ""))
                                        .toList()))
                        .toList());
    }

    private static boolean isUci(Path file) {
        String found = sha256(file);
        if (!found.equals(FISHER_SHA256) && !found.equals(UCI_SHA256)) {
            throw new BadInputException(file + ": SHA-256 is " + found + ", expected " + UCI_SHA256 + " or "
                    + FISHER_SHA256 + ": not the published file");
        }
        return found.equals(UCI_SHA256);
    }

    private static String sha256(Path file) {
        try {
            return Checksum.of(file);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
