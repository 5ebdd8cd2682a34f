package dev.mote.app.studio.model;

import dev.mote.app.pipeline.MemoryMaps;
import dev.mote.app.report.MemoryMap;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.codegen.ModelSource;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Finding;
import dev.mote.model.interpreter.FoldConstants;
import dev.mote.model.lowered.Lowering;
import dev.mote.model.lowered.Program;
import dev.mote.model.tflite.TfliteReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What can be said about a model file without running it.
 *
 * @param bytes of the file
 * @param reading the graph as the file says it
 * @param ready empty for a model that Mote cannot run
 */
record Analysis(ModelEntry entry, long bytes, TfliteReading reading, Optional<Ready> ready) {

    /**
     * A model that Mote can run.
     *
     * @param nodes of each node of the program's graph its number in the file
     * @param figures of the C project on each core; empty if a layer is larger than its C kernel takes
     * @param memory of its arena; empty likewise
     */
    record Ready(Program program, List<Integer> nodes, Map<Core, Figures> figures, Optional<MemoryMap> memory) {

        static Ready of(FoldConstants.Folded folded, ModelSource source) {
            Program program = Lowering.lower(folded.graph());
            try {
                return new Ready(
                        program,
                        folded.nodes(),
                        Codegen.figures(folded.graph(), source),
                        Optional.of(MemoryMaps.of(folded.graph())));
            } catch (BadInputException e) {
                return new Ready(program, folded.nodes(), Map.of(), Optional.empty());
            }
        }
    }

    static Analysis of(ModelEntry entry, long bytes, TfliteReading reading) {
        boolean runs = reading.findings().stream().noneMatch(Analysis::isError);
        ModelSource source = source(entry);
        return new Analysis(
                entry, bytes, reading, runs ? Optional.of(Ready.of(reading.folded(), source)) : Optional.empty());
    }

    static boolean isError(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR;
    }

    /** For figures and estimates, which do not depend on the bytes of the file. */
    static ModelSource source(ModelEntry entry) {
        return new ModelSource(entry.name(), new byte[0]);
    }

    ModelSource source() {
        return source(entry);
    }

    /** Numbers of the operators that are left to the run: all of a model that cannot run. */
    TreeSet<Integer> operatorsThatRun() {
        return ready.map(some -> new TreeSet<>(some.nodes()))
                .orElseGet(() ->
                        new TreeSet<>(IntStream.range(0, reading.graph().nodes().size())
                                .boxed()
                                .toList()));
    }
}
