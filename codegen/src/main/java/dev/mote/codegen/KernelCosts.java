package dev.mote.codegen;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The table {@code costs.csv}: each kernel as a cross compiler makes it, for each instruction set. Its test writes it. */
final class KernelCosts {
    static final String FILE = "costs.csv";

    /** Row with the compilers' versions. */
    static final String VERSION = "version";

    static final String CODE = " code";
    static final String LIBRARY = " library";
    static final String STACK = " stack";
    private static final String NAME = "kernel";

    private static final Map<String, NamedCsvRecord> ROWS = read();
    private static final Map<InstructionSet, Map<Kernel, KernelCost>> COSTS = costs();

    private KernelCosts() {}

    static KernelCost of(InstructionSet set, Kernel kernel) {
        return COSTS.get(set).get(kernel);
    }

    /** Of the compiler that made the figures, as {@code 12.2.1}. */
    static String version(InstructionSet set) {
        return ROWS.get(VERSION).getField(set.column() + CODE);
    }

    private static Map<InstructionSet, Map<Kernel, KernelCost>> costs() {
        Map<InstructionSet, Map<Kernel, KernelCost>> costs = new EnumMap<>(InstructionSet.class);
        for (InstructionSet set : InstructionSet.values()) {
            Map<Kernel, KernelCost> column = new EnumMap<>(Kernel.class);
            for (Kernel kernel : Kernel.values()) {
                NamedCsvRecord row = ROWS.get(kernel.function());
                column.put(
                        kernel,
                        row == null
                                ? new KernelCost(0, 0, 0)
                                : new KernelCost(
                                        number(row, set, CODE), number(row, set, LIBRARY), number(row, set, STACK)));
            }
            costs.put(set, column);
        }
        return costs;
    }

    private static int number(NamedCsvRecord row, InstructionSet set, String what) {
        return Integer.parseInt(row.getField(set.column() + what));
    }

    private static Map<String, NamedCsvRecord> read() {
        try (InputStream table = KernelCosts.class.getResourceAsStream(FILE);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new String(table.readAllBytes(), StandardCharsets.UTF_8))) {
            return reader.stream().collect(Collectors.toMap(row -> row.getField(NAME), row -> row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
