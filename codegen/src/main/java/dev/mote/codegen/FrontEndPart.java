package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What a front end adds to a project: {@code <name>_front_end.h} and {@code .c}, and the kernels that they call. */
sealed interface FrontEndPart permits FrontEndFiles, ImageFrontEndFiles {
    /** What the arena must have at least. */
    int arenaBytes();

    Set<Kernel> kernels();

    int callCount();

    long constantBytes();

    long parameterBytes();

    SortedMap<String, String> files(Stamp stamp);

    /** None for a model without a front end, or one whose input is not int8. */
    static Optional<FrontEndPart> of(String name, Graph graph, MemoryPlan plan) {
        if (graph.inputs().isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(FrontEndFiles.of(name, graph, plan), ImageFrontEndFiles.of(name, graph))
                .flatMap(Optional::stream)
                .map(FrontEndPart.class::cast)
                .findFirst();
    }
}
