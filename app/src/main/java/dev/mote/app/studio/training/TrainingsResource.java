package dev.mote.app.studio.training;

import dev.mote.app.pipeline.EpochPoint;
import dev.mote.app.plot.Plots;
import dev.mote.model.BadInputException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trainings of the workspace: the studio's, one at a time, and those of the command. */
@Path("/api/trainings")
@Tag(name = "trainings")
public final class TrainingsResource {
    private static final String SVG = "image/svg+xml";

    /** @param trainings running, waiting, then the others, the newest first */
    public record Listing(List<TrainingView> trainings) {}

    private final Trainings trainings;
    private final TrainingViews views;

    TrainingsResource(Trainings trainings, TrainingViews views) {
        this.trainings = trainings;
        this.views = views;
    }

    @GET
    @Operation(summary = "All trainings: running, waiting, stopped, failed, done")
    public Listing list() {
        return new Listing(views.now());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Queue a training of a recipe; it starts when no other runs")
    public TrainingView submit(TrainingRequest request) {
        if (request == null) {
            throw new BadInputException("no body, expected {\"recipe\": \"...\"}");
        }
        return views.of(trainings.submit(request).id());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One training")
    public TrainingView training(@PathParam("id") String id) {
        return views.of(id);
    }

    @GET
    @Path("{id}/curves.svg")
    @Produces(SVG)
    @Operation(summary = "Loss over the epochs so far, as a picture")
    public byte[] curves(@PathParam("id") String id) {
        TrainingView view = views.of(id);
        return Plots.loss(
                        view.name(),
                        view.epochs().stream().map(EpochPoint::shown).toList())
                .orElseThrow(() -> new BadInputException(view.name() + ": no epoch is over yet, nothing to draw"));
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stop a training that the studio runs; it can go on from its last checkpoint")
    public TrainingView stop(@PathParam("id") String id) {
        trainings.stop(id);
        return views.of(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Queue a training again that was stopped, killed or failed, also one of the command")
    public TrainingView resume(@PathParam("id") String id) {
        trainings.resume(id);
        return views.of(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forget a training that does not run; the run of a finished one stays")
    public void remove(@PathParam("id") String id) {
        trainings.remove(id);
    }
}
