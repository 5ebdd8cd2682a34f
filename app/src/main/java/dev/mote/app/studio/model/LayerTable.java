package dev.mote.app.studio.model;

import dev.mote.app.report.GraphBoxes;
import dev.mote.app.report.GraphPicture;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Goal;
import dev.mote.device.board.Board;
import dev.mote.device.board.LayerCost;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.layout.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * What each operator of a model costs on a board; the components are JSON keys.
 *
 * @param unit {@code instructions}, or {@code cycles}
 * @param origin {@code measured} on the emulated board, or {@code estimated} from the table of kernels
 * @param note why there are no instructions; empty if there are
 * @param instructions of one run
 */
public record LayerTable(
        String board,
        String core,
        String opt,
        String unit,
        String origin,
        String note,
        OptionalLong macs,
        OptionalLong instructions,
        List<Row> layers) {

    /**
     * @param number of the operator in the file
     * @param output what comes out
     * @param reads the inputs of the model, and the operators, that lead to it
     * @param knownBefore whether it is computed before the model runs, and so costs nothing
     * @param weightsBytes weights and biases as they are in the file
     */
    public record Row(
            int number,
            String operator,
            String activation,
            GraphPicture.End output,
            List<GraphPicture.End> weights,
            List<String> reads,
            boolean knownBefore,
            long weightsBytes,
            OptionalLong macs,
            OptionalLong instructions) {}

    /** @param measured layers as they were counted on the board; empty for an estimate */
    static LayerTable of(Analysis analysis, Board board, Goal goal, Optional<List<LayerCost>> measured) {
        Graph graph = analysis.reading().graph();
        List<Long> macs = new ArrayList<>(Collections.nCopies(graph.nodes().size(), 0L));
        List<OptionalLong> instructions =
                new ArrayList<>(Collections.nCopies(graph.nodes().size(), OptionalLong.empty()));
        String note = "";
        if (analysis.ready().isEmpty()) {
            note = "Mote cannot run this model, so nothing is counted";
        } else {
            Analysis.Ready ready = analysis.ready().get();
            addTo(macs, ready, step -> ready.program().steps().get(step).layer().macs());
            try {
                List<OptionalLong> steps = measured.map(LayerTable::counted)
                        .orElseGet(() ->
                                Codegen.instructions(ready.program().graph(), analysis.source(), board.core(), goal));
                if (steps.stream().allMatch(OptionalLong::isPresent)) {
                    List<Long> sums =
                            new ArrayList<>(Collections.nCopies(graph.nodes().size(), 0L));
                    addTo(sums, ready, step -> steps.get(step).getAsLong());
                    instructions = sums.stream().map(OptionalLong::of).toList();
                } else {
                    note = "a kernel of this model was not measured on "
                            + board.core().title() + ", so nothing can be estimated: measure it";
                }
            } catch (BadInputException e) {
                note = e.getMessage();
            }
        }
        List<OptionalLong> counts = instructions;
        List<List<String>> reads = reads(graph);
        GraphBoxes texts = new GraphBoxes(graph, analysis.operatorsThatRun());
        boolean runs = analysis.ready().isPresent();
        return new LayerTable(
                board.option(),
                board.core().title(),
                goal.option(),
                board.core().unit(),
                measured.isPresent() ? "measured" : "estimated",
                note,
                analysis.ready().stream()
                        .mapToLong(ready -> ready.program().macs())
                        .findFirst(),
                counts.isEmpty() || counts.stream().anyMatch(OptionalLong::isEmpty)
                        ? OptionalLong.empty()
                        : OptionalLong.of(counts.stream()
                                .mapToLong(OptionalLong::getAsLong)
                                .sum()),
                IntStream.range(0, graph.nodes().size())
                        .mapToObj(i -> row(
                                graph,
                                texts.operator(i),
                                reads.get(i),
                                runs ? OptionalLong.of(macs.get(i)) : OptionalLong.empty(),
                                counts.get(i)))
                        .toList());
    }

    private static List<OptionalLong> counted(List<LayerCost> layers) {
        return layers.stream()
                .map(layer -> OptionalLong.of(layer.instructions()))
                .toList();
    }

    /** Adds what each step has to the operator of the file that it comes from. */
    private static void addTo(List<Long> sums, Analysis.Ready ready, IntToLongFunction steps) {
        for (int step = 0; step < ready.program().steps().size(); step++) {
            int number = ready.nodes().get(ready.program().steps().get(step).node());
            sums.set(number, sums.get(number) + steps.applyAsLong(step));
        }
    }

    private static Row row(
            Graph graph, GraphPicture.Box box, List<String> reads, OptionalLong macs, OptionalLong instructions) {
        int number = box.number().getAsInt();
        return new Row(
                number,
                box.title(),
                box.activation(),
                box.output(),
                box.weights(),
                reads,
                box.knownBefore(),
                constantBytes(graph, graph.nodes().get(number)),
                macs,
                instructions);
    }

    private static long constantBytes(Graph graph, Node node) {
        return node.inputs().stream()
                .filter(index -> index >= 0 && index < graph.tensors().size())
                .flatMap(index -> graph.tensor(index).data().stream())
                .mapToLong(data -> data.size())
                .sum();
    }

    /** Of each operator. */
    private static List<List<String>> reads(Graph graph) {
        Outline outline = Outline.of(graph);
        List<List<String>> reads = new ArrayList<>();
        graph.nodes().forEach(node -> reads.add(new ArrayList<>()));
        for (Outline.Arrow arrow : outline.arrows()) {
            Outline.Box to = outline.boxes().get(arrow.to());
            Outline.Box from = outline.boxes().get(arrow.from());
            if (to.kind() == Outline.Kind.OPERATOR) {
                reads.get(to.index())
                        .add(from.kind() == Outline.Kind.OPERATOR ? String.valueOf(from.index()) : "input");
            }
        }
        return reads.stream().map(names -> names.stream().distinct().toList()).toList();
    }
}
