package dev.mote.app.studio.activity;

import dev.mote.app.pipeline.StreamSource;
import dev.mote.device.stream.MissingChannelsException;
import dev.mote.model.BadInputException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can run live: models of signals, and streams for them. */
@Path("/api/streams")
@Tag(name = "streams")
public final class StreamsResource {
    private final LiveModels models;
    private final StreamCatalogue streams;

    StreamsResource(LiveModels models, StreamCatalogue streams) {
        this.models = models;
        this.streams = streams;
    }

    @GET
    @Path("/models")
    @Operation(summary = "Int8 models of signals, which can run on a stream")
    public List<LiveModelChoice> models() {
        return models.all();
    }

    @GET
    @Operation(
            summary = "Streams that a model can be tried on: data sets found, generated activities, uploads, a phone")
    public List<StreamChoice> streams(@QueryParam("model") @DefaultValue("") String model) {
        return streams.choices(models.model(model));
    }

    @GET
    @Path("/{stream}/recordings")
    @Operation(summary = "Recordings of a stream, opened once to see whether they fit the model")
    public RecordingChoices recordings(
            @PathParam("stream") String stream, @QueryParam("model") @DefaultValue("") String model) {
        LiveModel chosen = models.model(model);
        StreamSource source = streams.source(chosen, stream, "", chosen.seed());
        try {
            LiveStream.open(source, 0, true).close();
        } catch (MissingChannelsException e) {
            throw new BadInputException(e.found() + "; choose another stream, or another model", e);
        }
        return RecordingChoices.of(source);
    }
}
