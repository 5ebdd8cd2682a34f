package dev.mote.app.studio.model;

import dev.mote.app.report.GraphBoxes;
import dev.mote.app.report.GraphPicture;
import dev.mote.app.report.MemoryMap;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.device.live.LiveClassifier;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.NumberKind;
import dev.mote.model.graph.Quantity;
import dev.mote.model.stream.StreamPlan;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model at a glance; the components are JSON keys. Figures of a model that Mote cannot run are null.
 *
 * @param title what pages call it
 * @param run id of the run that it belongs to
 * @param kind {@code float}, {@code int8}, {@code int16}, {@code mixed} or {@code other}
 * @param runs whether Mote can run it
 * @param inputWords what happens from the sensor to the input tensor
 * @param outputWords what happens from the scores to the label
 * @param provenance facts of the card: dataset, recipe, seed, calibration, ...
 * @param flashBytes weights, parameters and code, an estimate for a Cortex-M3
 * @param instructions of one run, likewise
 * @param peak where the arena is fullest
 * @param findings of the validator
 * @param isForDrawing whether one can draw pictures for it
 * @param isForStreams whether it runs on streams
 * @param hasReport whether a command wrote a page about the run
 * @param floatModel id of the float model of the same run, if that is another one
 * @param int8Model likewise
 */
public record ModelDetails(
        String id,
        String title,
        String name,
        String run,
        String place,
        String kind,
        long fileBytes,
        boolean runs,
        List<GraphPicture.End> inputs,
        List<GraphPicture.End> outputs,
        List<String> labels,
        List<String> targets,
        List<String> inputWords,
        List<String> outputWords,
        Map<String, String> provenance,
        int operators,
        OptionalLong macs,
        OptionalLong weightsBytes,
        OptionalLong arenaBytes,
        OptionalLong arenaLowerBound,
        OptionalLong flashBytes,
        OptionalLong instructions,
        Optional<Peak> peak,
        List<Finding> findings,
        Optional<String> floatModel,
        Optional<String> int8Model,
        boolean isForDrawing,
        boolean isForStreams,
        boolean hasReport) {

    /**
     * @param step as {@code step 3 CONV_2D}
     * @param bytes of the tensors in use
     */
    public record Peak(String step, long bytes) {}

    static ModelDetails of(Analysis analysis, RunEntry run, String title) {
        Graph graph = analysis.reading().graph();
        ModelCard card = graph.card();
        ModelEntry entry = analysis.entry();
        GraphBoxes texts = new GraphBoxes(graph, Set.of());
        Optional<Figures> figures = analysis.ready()
                .flatMap(ready -> Optional.ofNullable(ready.figures().get(Core.PORTABLE)));
        return new ModelDetails(
                entry.id(),
                title,
                entry.name(),
                run.id(),
                run.place(),
                NumberKind.of(graph).title(),
                analysis.bytes(),
                analysis.ready().isPresent(),
                graph.inputs().stream().map(texts::end).toList(),
                graph.outputs().stream().map(texts::end).toList(),
                card.labels(),
                card.targets().stream().map(Quantity::toString).toList(),
                CardWords.input(card),
                CardWords.output(card),
                card.facts(),
                graph.nodes().size(),
                whole(analysis.ready().map(ready -> ready.program().macs())),
                whole(figures.map(Figures::weightsBytes)),
                whole(figures.map(Figures::arenaBytes)),
                whole(figures.map(Figures::arenaLowerBound)),
                whole(figures.map(Figures::flashBytes)),
                figures.map(Figures::instructions).orElse(OptionalLong.empty()),
                analysis.ready().flatMap(Analysis.Ready::memory).map(ModelDetails::peak),
                sorted(analysis.reading().findings()),
                other(run.floatModel(), entry),
                other(run.int8Model(), entry),
                analysis.ready()
                        .map(ready -> isForDrawing(ready.program().graph()))
                        .orElse(false),
                analysis.ready()
                        .map(ready -> StreamPlan.isPossible(ready.program().graph()))
                        .orElse(false),
                Stream.of(run.files().reportHtml(), run.files().trainingHtml()).anyMatch(Files::isRegularFile));
    }

    private static boolean isForDrawing(Graph graph) {
        try {
            LiveClassifier.requireUsable(new Int8Model(graph));
            return true;
        } catch (BadInputException e) {
            return false;
        }
    }

    /** Errors first. */
    private static List<Finding> sorted(List<Finding> findings) {
        return Stream.concat(
                        findings.stream().filter(Analysis::isError),
                        findings.stream().filter(finding -> !Analysis.isError(finding)))
                .toList();
    }

    private static Optional<String> other(Optional<ModelEntry> named, ModelEntry self) {
        return named.map(ModelEntry::id).filter(id -> !id.equals(self.id()));
    }

    private static OptionalLong whole(Optional<Long> number) {
        return number.stream().mapToLong(Long::longValue).findFirst();
    }

    private static Peak peak(MemoryMap map) {
        return new Peak(map.stepText(map.peakStep()), map.inUse(map.peakStep()));
    }
}
