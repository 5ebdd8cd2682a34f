package dev.mote.device.fuzz;

import dev.mote.model.graph.Graph;
import dev.mote.model.tflite.TfliteReader;
import dev.mote.model.tflite.TfliteWriter;
import java.util.random.RandomGenerator;

/** Draws how a file is changed: as a graph, as tables, or as bytes. */
final class Mutations {
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

    /** @param other a file to take parts from */
    byte[] change(byte[] file, byte[] other) {
        return switch (random.nextInt(10)) {
            case 0 -> bytes.change(file, other);
            case 1, 2, 3 -> tables.change(file);
            default -> asGraph(file, other);
        };
    }

    /** What cannot be read or written as a graph is changed as tables: the writer promises nothing for a graph with errors. */
    private byte[] asGraph(byte[] file, byte[] other) {
        try {
            Graph graph = read(file);
            boolean joined = random.nextInt(8) == 0;
            Graph changed = joined ? graphs.joined(graph, read(other)) : graph;
            int changes = joined ? random.nextInt(2) : 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                changed = graphs.change(changed);
            }
            return TfliteWriter.write(changed);
        } catch (RuntimeException e) {
            return tables.change(file);
        }
    }

    private static Graph read(byte[] file) {
        return TfliteReader.read("base.tflite", file).graph();
    }
}
