package dev.mote.device.board;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.Figures;
import dev.mote.codegen.Goal;
import dev.mote.codegen.LayerWork;
import dev.mote.codegen.ModelSource;
import dev.mote.model.graph.Graph;
import dev.mote.model.tflite.TfliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The layers of a model, and what they took on a board.
 *
 * @param instructions of each layer
 */
record MeasuredLayers(List<LayerWork> layers, List<Long> instructions) {

    /** The reference's models, by the name of their folder. */
    static Map<String, Graph> golden() {
        String root = System.getenv("MOTE_DATA");
        assumeTrue(
                root != null && Files.isDirectory(Path.of(root, "golden")), "skipped: no folder golden in $MOTE_DATA");
        try (Stream<Path> listed = Files.list(Path.of(root, "golden"))) {
            Map<String, Graph> graphs = new LinkedHashMap<>();
            listed.filter(Files::isDirectory)
                    .sorted()
                    .forEach(folder -> graphs.put(
                            folder.getFileName().toString(),
                            TfliteFile.read(folder.resolve(folder.getFileName() + ".tflite"))));
            return graphs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelSource source(String name) {
        return new ModelSource(name + ".tflite", new byte[0]);
    }

    /** Empty if the model does not fit the board. */
    static Optional<MeasuredLayers> of(Graph graph, String name, Board board, Goal goal) {
        if (isTooLarge(Codegen.figures(graph, source(name)).get(board.core()), board)) {
            return Optional.empty();
        }
        try {
            BenchResult result = Bench.of(graph, source(name)).run(board, goal);
            return Optional.of(new MeasuredLayers(
                    Codegen.work(graph, source(name), board.core(), goal),
                    result.layers().stream().map(LayerCost::instructions).toList()));
        } catch (DoesNotFitException e) {
            return Optional.empty();
        }
    }

    /** Far too large: a compiler refuses what no linker has to. */
    private static boolean isTooLarge(Figures figures, Board board) {
        return figures.flashBytes() > board.flashBytes() || figures.ramBytes() > board.ramBytes();
    }

    long total() {
        return instructions.stream().mapToLong(Long::longValue).sum();
    }

    /** What to fit, by kernel; of layers that call one kernel only. */
    Map<String, List<LinearFit.Point>> points() {
        Map<String, List<LinearFit.Point>> points = new TreeMap<>();
        for (int i = 0; i < layers.size(); i++) {
            LayerWork layer = layers.get(i);
            if (layer.kernels().stream().distinct().count() == 1) {
                double[] features = {
                    layer.work(),
                    layer.outputs(),
                    layer.gathered(),
                    layer.kernels().size()
                };
                points.computeIfAbsent(layer.kernels().getFirst(), kernel -> new ArrayList<>())
                        .add(new LinearFit.Point(features, instructions.get(i)));
            }
        }
        return points;
    }
}
