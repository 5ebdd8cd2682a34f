package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of costs holds what the cross compilers make. {@code -Dcosts.update=FOLDER} writes it anew; columns without a compiler stay. */
class KernelCostsTest {
    private static final String ROW = "update costs.csv: ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(InstructionSet.class)
    void figuresAreThoseOfTheCrossCompiler(InstructionSet set) {
        CrossCompiler compiler = new CrossCompiler(set, folder);
        assumeTrue(compiler.isInstalled(), "skipped: no compiler for " + set.column() + " in PATH");
        boolean exact = compiler.version().equals(KernelCosts.version(set));
        Map<Kernel, KernelCost> measured = compiler.measure();
        measured.forEach((kernel, cost) -> {
            KernelCost known = KernelCosts.of(set, kernel);
            String row = ROW + set.column() + ", " + kernel.function();
            if (exact) {
                assertEquals(cost, known, row);
            } else {
                assertEquals(cost.codeBytes(), known.codeBytes(), 0.25 * cost.codeBytes() + 32, row);
                assertEquals(cost.stackBytes(), known.stackBytes(), 0.25 * cost.stackBytes() + 32, row);
            }
        });
    }

    @Test
    void updatesTheTableWhenAsked() throws IOException {
        String target = System.getProperty("costs.update");
        assumeTrue(target != null, "skipped: -Dcosts.update names no folder");
        Map<InstructionSet, Map<Kernel, KernelCost>> costs = new EnumMap<>(InstructionSet.class);
        Map<InstructionSet, String> versions = new EnumMap<>(InstructionSet.class);
        for (InstructionSet set : InstructionSet.values()) {
            CrossCompiler compiler = new CrossCompiler(set, Files.createDirectory(folder.resolve(set.column())));
            if (compiler.isInstalled()) {
                versions.put(set, compiler.version());
                costs.put(set, compiler.measure());
            }
        }
        Files.writeString(Path.of(target).resolve(KernelCosts.FILE), table(versions, costs));
    }

    private static String table(
            Map<InstructionSet, String> versions, Map<InstructionSet, Map<Kernel, KernelCost>> costs) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Bytes of each kernel, compiled alone with -Os: its code and tables, what it needs of libraries, its stack.");
        lines.add("# Written by KernelCostsTest with -Dcosts.update=FOLDER, never by hand.");
        List<String> head = new ArrayList<>(List.of("kernel"));
        List<String> version = new ArrayList<>(List.of(KernelCosts.VERSION));
        for (InstructionSet set : InstructionSet.values()) {
            head.add(set.column() + KernelCosts.CODE);
            head.add(set.column() + KernelCosts.LIBRARY);
            head.add(set.column() + KernelCosts.STACK);
            version.addAll(List.of(versions.getOrDefault(set, KernelCosts.version(set)), "", ""));
        }
        lines.add(String.join(",", head));
        lines.add(String.join(",", version));
        for (Kernel kernel : Kernel.values()) {
            List<String> row = new ArrayList<>(List.of(kernel.function()));
            for (InstructionSet set : InstructionSet.values()) {
                KernelCost known = KernelCosts.of(set, kernel);
                KernelCost cost = costs.getOrDefault(set, Map.of()).getOrDefault(kernel, known);
                row.add(String.valueOf(cost.codeBytes()));
                row.add(String.valueOf(cost.libraryBytes()));
                row.add(String.valueOf(cost.stackBytes()));
            }
            lines.add(String.join(",", row));
        }
        return String.join("\n", lines) + "\n";
    }
}
