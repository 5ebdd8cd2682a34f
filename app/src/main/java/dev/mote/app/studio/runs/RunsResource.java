package dev.mote.app.studio.runs;

import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.runs.RunResults.EpochFigures;
import dev.mote.app.studio.runs.RunResults.ScoreFigures;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is in the workspace. */
@Path("/api/runs")
@Tag(name = "runs")
public final class RunsResource {
    /** Of a kind that many have: a Cortex-M4 at 80 MHz. */
    static final String USUAL_DEVICE = "stm32-nucleo-l476rg";

    /**
     * A report has styles and pictures within it, and needs nothing else. It was written by a command, but whoever can write into the
     * workspace can change it: it runs no script, and is of no origin.
     */
    private static final String REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /**
     * @param device the board that the figures are of
     * @param pending models that are still being looked at: ask again
     */
    public record RunList(String device, List<Board> boards, long pending, List<RunSummary> runs) {}

    /** A board that figures can be asked for. */
    public record Board(String name, String title, String core) {
        static Board of(Device device) {
            return new Board(device.name(), device.title(), device.core().title());
        }
    }

    /**
     * @param scores by {@code float} and {@code int8}
     * @param epochs all of the training
     */
    public record RunDetails(RunSummary run, Map<String, ScoreFigures> scores, List<EpochFigures> epochs) {}

    private final Workspace workspace;
    private final RunSummaries summaries;

    RunsResource(Workspace workspace, RunSummaries summaries) {
        this.workspace = workspace;
        this.summaries = summaries;
    }

    @GET
    @Operation(summary = "Runs and uploads of the workspace, with what they cost on a board")
    public RunList runs(@QueryParam("device") @DefaultValue(USUAL_DEVICE) String name) {
        Device device = Catalogue.of(name);
        List<RunSummary> runs = summaries.all(workspace, device);
        long pending = runs.stream()
                .flatMap(run -> run.models().stream())
                .filter(ModelFacts::pending)
                .count();
        List<Board> boards = Catalogue.all().stream().map(Board::of).toList();
        return new RunList(device.name(), boards, pending, runs);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One run, with its training and the recall of each class")
    public RunDetails run(@PathParam("id") String id, @QueryParam("device") @DefaultValue(USUAL_DEVICE) String device) {
        RunEntry run = workspace.run(id);
        RunResults results = summaries.results(run);
        return new RunDetails(summaries.of(run, Catalogue.of(device)), results.scores(), results.epochs());
    }

    @GET
    @Path("{id}/report")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The page that a command wrote about a run; scripts are not run in it")
    public Response report(@PathParam("id") String id, @Context HttpServerResponse answer) {
        java.nio.file.Path page = RunSummaries.page(workspace.run(id).files())
                .filter(workspace::isInside)
                .orElseThrow(() -> new UnknownIdException("report of a run"));
        // In place of the policy of the studio's own pages: a header of the Response would be sent beside it.
        answer.putHeader("Content-Security-Policy", REPORT_POLICY);
        return Response.ok(page.toFile(), "text/html; charset=utf-8").build();
    }
}
