package dev.mote.app.studio.model;

import dev.mote.app.report.GraphPicture;
import dev.mote.app.report.GraphView;
import dev.mote.app.report.MemoryMap;
import dev.mote.app.report.Pictures;
import dev.mote.app.studio.runs.ModelNames;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.ModestModel;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.codegen.Goal;
import dev.mote.device.board.Board;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything about one model. */
@Path("/api")
@Tag(name = "models")
public final class ModelResource {
    private static final String SVG = "image/svg+xml;charset=UTF-8";
    private static final String USUAL_BOARD = "mps2-an386";
    private static final String USUAL_GOAL = "balanced";

    /** @param unit what is counted on it: instructions, or cycles */
    public record BoardChoice(String board, String core, String unit) {}

    /** What a measurement and a battery can be asked for as. */
    public record Choices(List<BoardChoice> boards, List<String> goals, List<String> cells) {}

    private static final Choices CHOICES = new Choices(
            Arrays.stream(Board.values())
                    .map(board -> new BoardChoice(
                            board.option(), board.core().title(), board.core().unit()))
                    .toList(),
            Arrays.stream(Goal.values()).map(Goal::option).toList(),
            DeviceTable.cells());

    private final Workspace workspace;
    private final Analyses analyses;
    private final Measurements measurements;
    private final QuantizationErrors errors;
    private final ModelNames names;
    private final Pictures pictures = new Pictures();

    ModelResource(
            Workspace workspace,
            Analyses analyses,
            Measurements measurements,
            QuantizationErrors errors,
            ModelNames names) {
        this.workspace = workspace;
        this.analyses = analyses;
        this.measurements = measurements;
        this.errors = errors;
        this.names = names;
    }

    @GET
    @Path("boards")
    @Operation(summary = "Emulated boards, goals and batteries that can be chosen")
    public Choices choices() {
        return CHOICES;
    }

    @GET
    @Path("models/{id}")
    @Operation(summary = "Inputs, outputs, figures, provenance and findings; also of a model that Mote cannot run")
    public ModelDetails details(@PathParam("id") String id) {
        ModelEntry model = workspace.model(id);
        RunEntry run = workspace.runOf(model);
        return ModelDetails.of(analyses.of(model), run, names.of(run, model));
    }

    @GET
    @Path("models/{id}/graph")
    @Operation(summary = "The graph of operators, with a place for each of them")
    public GraphPicture graph(@PathParam("id") String id) {
        Analysis analysis = analysis(id);
        return GraphView.picture(analysis.entry().name(), analysis.reading().graph(), analysis.operatorsThatRun());
    }

    @GET
    @Path("models/{id}/graph.svg")
    @Produces(SVG)
    @Operation(summary = "The graph of operators as a picture, in the colours of the page that it is put into")
    public String graphPicture(@PathParam("id") String id) {
        return pictures.graph(graph(id));
    }

    @GET
    @Path("models/{id}/memory")
    @Operation(summary = "Which tensor is where in the arena, and when")
    public MemoryMap memory(@PathParam("id") String id) {
        Analysis analysis = analysis(id);
        return analysis.ready()
                .flatMap(Analysis.Ready::memory)
                .orElseThrow(() -> new BadInputException(
                        analysis.entry().name() + ": Mote cannot run this model, so it has no plan of its memory"));
    }

    @GET
    @Path("models/{id}/memory.svg")
    @Produces(SVG)
    @Operation(summary = "The same as a picture; 204 if the model needs no memory")
    public String memoryPicture(@PathParam("id") String id) {
        String picture = pictures.memory(memory(id));
        return picture.isEmpty() ? null : picture;
    }

    @GET
    @Path("models/{id}/layers")
    @Operation(summary = "What each operator costs on a board: estimated, or as it was measured")
    public LayerTable layers(
            @PathParam("id") String id,
            @QueryParam("board") @DefaultValue(USUAL_BOARD) String boardName,
            @QueryParam("opt") @DefaultValue(USUAL_GOAL) String goalName) {
        Board board = Board.of(boardName);
        Goal goal = Goal.of(goalName);
        Analysis analysis = analysis(id);
        return LayerTable.of(
                analysis,
                board,
                goal,
                measurements.of(analysis.entry(), board, goal).report().map(report -> report.layers()));
    }

    @GET
    @Path("models/{id}/error")
    @Operation(summary = "What quantization did to each layer, against the float model of the same run")
    public ErrorTable error(@PathParam("id") String id) {
        Analysis analysis = analysis(id);
        return errors.of(analysis, workspace.runOf(analysis.entry()));
    }

    @GET
    @Path("models/{id}/devices")
    @Operation(summary = "Which devices it fits, and what it costs there in time and energy")
    public DeviceTable devices(
            @PathParam("id") String id, @QueryParam("cell") String cell, @QueryParam("every") String every) {
        return DeviceTable.of(analysis(id), Optional.ofNullable(cell), Optional.ofNullable(every));
    }

    @GET
    @Path("models/{id}/measure")
    @Operation(summary = "How far a measurement is, and its result")
    public Measurement measurement(
            @PathParam("id") String id,
            @QueryParam("board") @DefaultValue(USUAL_BOARD) String board,
            @QueryParam("opt") @DefaultValue(USUAL_GOAL) String goal) {
        return measurements.of(workspace.model(id), Board.of(board), Goal.of(goal));
    }

    @POST
    @Path("models/{id}/measure")
    @Operation(summary = "Builds the firmware and runs it on an emulated board; one measurement at a time")
    public Response measure(
            @PathParam("id") String id,
            @QueryParam("board") @DefaultValue(USUAL_BOARD) String board,
            @QueryParam("opt") @DefaultValue(USUAL_GOAL) String goal) {
        Analysis analysis = analysis(id);
        Graph graph = analysis.ready()
                .orElseThrow(() -> new BadInputException(
                        analysis.entry().name() + ": Mote cannot run this model; its findings say why"))
                .program()
                .graph();
        return Response.status(Status.ACCEPTED)
                .entity(measurements.start(
                        analysis.entry(),
                        ModestModel.require(analysis.entry().name(), graph),
                        Board.of(board),
                        Goal.of(goal)))
                .build();
    }

    @DELETE
    @Path("models/{id}/measure")
    @Operation(summary = "Ends a measurement")
    public Measurement cancel(
            @PathParam("id") String id,
            @QueryParam("board") @DefaultValue(USUAL_BOARD) String board,
            @QueryParam("opt") @DefaultValue(USUAL_GOAL) String goal) {
        return measurements.cancel(workspace.model(id), Board.of(board), Goal.of(goal));
    }

    private Analysis analysis(String id) {
        return analyses.of(workspace.model(id));
    }
}
