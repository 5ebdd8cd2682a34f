package dev.mote.device.fuzz;

import dev.mote.model.graph.Graph;
import dev.mote.model.tflite.TfliteReader;
import dev.mote.model.tflite.TfliteWriter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws how a file is changed: as a graph, as tables, or as bytes. */
final class Mutations {
    /**
     * A file to be changed.
     *
     * @param graph that is in it, if it can be read
     */
    record Base(byte[] file, Optional<Graph> graph) {}

    private final RandomGenerator random;
    private final GraphMutations graphs;
    private final TableMutations tables;
    private final ByteMutations bytes;

    Mutations(RandomGenerator random) {
        this.random = random;
        this.graphs = new GraphMutations(random);
        this.tables = new TableMutations(random);
        this.bytes = new ByteMutations(random);
    }

    /** @param other to take parts from */
    byte[] change(Base base, Base other) {
        return switch (random.nextInt(10)) {
            case 0 -> bytes.change(base.file(), other.file());
            case 1, 2, 3 -> tables.change(base.file());
            default ->
                base.graph().map(graph -> asGraph(base, graph, other)).orElseGet(() -> tables.change(base.file()));
        };
    }

    /** What cannot be written as a graph is changed as tables: the writer promises nothing for a graph with errors. */
    private byte[] asGraph(Base base, Graph graph, Base other) {
        try {
            boolean joined = other.graph().isPresent() && random.nextInt(8) == 0;
            Graph changed = joined ? graphs.joined(graph, other.graph().get()) : graph;
            int changes = joined ? random.nextInt(2) : 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                changed = graphs.change(changed);
            }
            return TfliteWriter.write(changed);
        } catch (RuntimeException e) {
            return tables.change(base.file());
        }
    }

    /** A file that cannot be read, or must not be read as it breaks the reader, has no graph. */
    static Base base(byte[] file) {
        try {
            return new Base(
                    file, Optional.of(TfliteReader.read("base.tflite", file).graph()));
        } catch (RuntimeException e) {
            return new Base(file, Optional.empty());
        }
    }
}
