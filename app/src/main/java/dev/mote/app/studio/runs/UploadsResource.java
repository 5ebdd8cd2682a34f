package dev.mote.app.studio.runs;

import dev.mote.app.studio.Problem;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.model.graph.Finding;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Models and recordings that visitors send. */
@Path("/api/uploads")
@Tag(name = "uploads")
public final class UploadsResource {
    /**
     * @param mostBytesEach larger ones are cut off with status 413
     * @param bytes of all uploads together
     */
    public record UploadList(int most, long mostBytes, long mostBytesEach, long bytes, List<Uploaded> uploads) {}

    /**
     * An upload.
     *
     * @param model its model, if it is one
     */
    public record Uploaded(UploadEntry upload, Optional<ModelFacts> model) {}

    /** @param findings about a damaged model */
    public record Refused(String error, List<Finding> findings) {}

    private final Uploads uploads;
    private final Workspace workspace;
    private final ModelCatalogue models;
    private final MemorySize mostBytes;

    UploadsResource(
            Uploads uploads,
            Workspace workspace,
            ModelCatalogue models,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
        this.uploads = uploads;
        this.workspace = workspace;
        this.models = models;
        this.mostBytes = mostBytes;
    }

    @GET
    @Operation(summary = "What was uploaded, the latest first, and how much may be")
    public UploadList list() {
        List<UploadEntry> all = uploads.all();
        Map<java.nio.file.Path, ModelEntry> found = models();
        return new UploadList(
                Uploads.MOST,
                Uploads.MOST_BYTES,
                mostBytes.asLongValue(),
                all.stream().mapToLong(UploadEntry::bytes).sum(),
                all.stream().map(entry -> uploaded(entry, found)).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RunOnVirtualThread
    @Operation(
            summary =
                    "Send a .tflite file or a recording as CSV; what is damaged is not kept: status 400, with findings")
    public Uploaded receive(@QueryParam("name") String name, InputStream content) {
        return uploaded(uploads.receive(name, content));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an upload")
    public void delete(@PathParam("id") String id) {
        uploads.delete(id);
    }

    /** Status 400. */
    @ServerExceptionMapper
    public Response refused(UploadRefusedException failure) {
        return Response.status(Status.BAD_REQUEST)
                .entity(new Refused(failure.getMessage(), failure.findings()))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    /** Status 429. */
    @ServerExceptionMapper
    public Response full(UploadsFullException failure) {
        return Response.status(Status.TOO_MANY_REQUESTS)
                .entity(new Problem(failure.getMessage()))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private Uploaded uploaded(UploadEntry entry) {
        return uploaded(entry, models());
    }

    private Uploaded uploaded(UploadEntry entry, Map<java.nio.file.Path, ModelEntry> found) {
        return new Uploaded(
                entry, Optional.ofNullable(found.get(uploads.file(entry))).map(models::facts));
    }

    private Map<java.nio.file.Path, ModelEntry> models() {
        return workspace.runs().stream()
                .flatMap(run -> run.models().stream())
                .collect(Collectors.toMap(ModelEntry::file, Function.identity()));
    }
}
