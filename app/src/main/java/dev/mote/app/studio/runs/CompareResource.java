package dev.mote.app.studio.runs;

import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.runs.Comparison.Row;
import dev.mote.app.studio.runs.Comparison.Unit;
import dev.mote.app.studio.runs.Comparison.Wanted;
import dev.mote.app.studio.runs.RunResults.ClassFigures;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Two models, or the models of two runs, side by side. */
@Path("/api/compare")
@Tag(name = "runs")
public final class CompareResource {
    private final Workspace workspace;
    private final RunSummaries summaries;
    private final ModelCatalogue models;
    private final ModelNames names;

    CompareResource(Workspace workspace, RunSummaries summaries, ModelCatalogue models, ModelNames names) {
        this.workspace = workspace;
        this.summaries = summaries;
        this.models = models;
        this.names = names;
    }

    @GET
    @Operation(summary = "Every figure of two models with its difference; a and b are ids of models or runs")
    public Comparison compare(
            @QueryParam("a") String a,
            @QueryParam("b") String b,
            @QueryParam("device") @DefaultValue(RunsResource.USUAL_DEVICE) String name) {
        Device device = Catalogue.of(name);
        List<RunEntry> runs = workspace.runs();
        ComparedModel first = find(runs, a, device);
        ComparedModel second = find(runs, b, device);
        return new Comparison(
                device.name(), side(first), side(second), figures(first, second, device), classes(first, second));
    }

    private ComparedModel find(List<RunEntry> runs, String id, Device device) {
        for (RunEntry run : runs) {
            boolean isRun = run.id().equals(id);
            if (!isRun && run.models().stream().noneMatch(model -> model.id().equals(id))) {
                continue;
            }
            RunSummary summary = summaries.of(run, device);
            String wanted = isRun ? summary.model().orElse("") : id;
            ModelEntry entry = run.models().stream()
                    .filter(model -> model.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new UnknownIdException("model"));
            return new ComparedModel(run, summary, entry, models.facts(entry), summaries.results(run));
        }
        throw new UnknownIdException("model");
    }

    private Comparison.Side side(ComparedModel model) {
        return model.side(names.of(model.run(), model.entry()));
    }

    private static List<Row> figures(ComparedModel a, ComparedModel b, Device device) {
        String on = device.name();
        return Stream.of(
                        Row.of("Accuracy", Unit.SHARE, more(a, b), a.accuracy(), b.accuracy()),
                        Row.of("Macro F1", Unit.SHARE, more(a, b), a.macroF1(), b.macroF1()),
                        less(
                                "Weights",
                                Unit.BYTES,
                                real(a.facts().weightsBytes()),
                                real(b.facts().weightsBytes())),
                        less(
                                "Arena",
                                Unit.BYTES,
                                real(a.facts().arenaBytes()),
                                real(b.facts().arenaBytes())),
                        less(
                                "MACs",
                                Unit.COUNT,
                                real(a.facts().macs()),
                                real(b.facts().macs())),
                        less(
                                "Instructions",
                                Unit.COUNT,
                                a.board(figures -> real(figures.instructions()), on),
                                b.board(figures -> real(figures.instructions()), on)),
                        less(
                                "Time",
                                Unit.MILLISECONDS,
                                a.board(BoardFigures::latencyMs, on),
                                b.board(BoardFigures::latencyMs, on)),
                        less(
                                "Flash",
                                Unit.BYTES,
                                a.board(figures -> OptionalDouble.of(figures.flashBytes()), on),
                                b.board(figures -> OptionalDouble.of(figures.flashBytes()), on)),
                        less(
                                "RAM",
                                Unit.BYTES,
                                a.board(figures -> OptionalDouble.of(figures.ramBytes()), on),
                                b.board(figures -> OptionalDouble.of(figures.ramBytes()), on)),
                        less(
                                "File",
                                Unit.BYTES,
                                OptionalDouble.of(a.facts().bytes()),
                                OptionalDouble.of(b.facts().bytes())),
                        Row.of(
                                "Operators",
                                Unit.COUNT,
                                Wanted.NEITHER,
                                OptionalDouble.of(a.facts().operators()),
                                OptionalDouble.of(b.facts().operators())))
                .filter(Row::isKnown)
                .toList();
    }

    /** Scores on different data tell nothing about which is better. */
    private static Wanted more(ComparedModel a, ComparedModel b) {
        return Wanted.moreOn(a.summary().dataset(), b.summary().dataset());
    }

    private static Row less(String name, Unit unit, OptionalDouble a, OptionalDouble b) {
        return Row.of(name, unit, Wanted.LESS, a, b);
    }

    private static OptionalDouble real(OptionalLong value) {
        return ComparedModel.real(value);
    }

    private static List<Row> classes(ComparedModel a, ComparedModel b) {
        return Stream.concat(a.classes(), b.classes())
                .map(ClassFigures::label)
                .distinct()
                .map(label -> Row.of(label, Unit.SHARE, more(a, b), a.recall(label), b.recall(label)))
                .toList();
    }
}
