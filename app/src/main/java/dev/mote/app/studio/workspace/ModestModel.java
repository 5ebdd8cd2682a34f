package dev.mote.app.studio.workspace;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Cost;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import dev.mote.model.tflite.TfliteFile;
import java.nio.file.Path;
import java.util.Locale;

/** Reads models that may be run here: a file of a thousand bytes can ask for all memory and hours, which others share. */
public final class ModestModel {
    /** Of all tensors that are computed, each by itself; no device of the catalogue has as much RAM. */
    private static final long MOST_BYTES = 64 << 20;

    /** A few seconds. */
    private static final double MOST_STEPS = 1e10;

    private ModestModel() {}

    /** @throws BadInputException if it is no model that Mote can run, or too large a one */
    public static Graph read(Path file) {
        return require(String.valueOf(file.getFileName()), TfliteFile.read(file));
    }

    /** @throws BadInputException if it is too large */
    public static Graph require(String name, Graph graph) {
        long bytes = graph.tensors().stream()
                .filter(tensor -> !tensor.isConstant())
                .mapToLong(Tensor::byteSize)
                .sum();
        double steps = Cost.steps(graph);
        if (bytes > MOST_BYTES || steps > MOST_STEPS) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "%s: has tensors of %d MiB and takes %.1e steps a run; the studio runs models of up to %d MiB and %.0e"
                            + " steps, larger ones are for the commands",
                    name,
                    bytes >> 20,
                    steps,
                    MOST_BYTES >> 20,
                    MOST_STEPS));
        }
        return graph;
    }
}
