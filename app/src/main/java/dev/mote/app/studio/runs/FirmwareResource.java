package dev.mote.app.studio.runs;

import dev.mote.app.studio.workspace.LoadedModels;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Graph;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is downloaded of a model: its file, and firmware projects. */
@jakarta.ws.rs.Path("/api")
@Tag(name = "downloads")
public final class FirmwareResource {
    /** One value of an option of {@code mote codegen}. */
    public record Choice(String option, String title) {}

    /** Everything that a project can be asked for as; the first of each is what is meant without the option. */
    public record Choices(List<Choice> targets, List<Choice> projects, List<Choice> goals) {}

    /** Drawing the self test of a large model takes all of a processor. */
    private static final int MOST_AT_ONCE = 2;

    private static final Choices CHOICES = new Choices(
            Arrays.stream(Core.values())
                    .map(core -> new Choice(core.option(), core == Core.PORTABLE ? "any core" : core.title()))
                    .toList(),
            Arrays.stream(ProjectKind.values())
                    .map(kind -> new Choice(kind.option(), title(kind)))
                    .toList(),
            List.of(
                    new Choice(Goal.BALANCED.option(), "balanced"),
                    new Choice(Goal.SIZE.option(), "least flash and RAM"),
                    new Choice(Goal.SPEED.option(), "fastest")));

    private final Workspace workspace;
    private final LoadedModels models;
    private final DownloadNames names;
    private final Semaphore builders = new Semaphore(MOST_AT_ONCE);

    FirmwareResource(Workspace workspace, LoadedModels models, DownloadNames names) {
        this.workspace = workspace;
        this.models = models;
        this.names = names;
    }

    @GET
    @jakarta.ws.rs.Path("firmware")
    @Operation(summary = "Targets, kinds of projects and goals that firmware can be asked for")
    public Choices choices() {
        return CHOICES;
    }

    @GET
    @jakarta.ws.rs.Path("models/{id}/firmware")
    @Produces("application/zip")
    @RunOnVirtualThread
    @Operation(summary = "The firmware project as a zip; the same model and options give the same bytes")
    public Response firmware(
            @PathParam("id") String id,
            @QueryParam("target") @DefaultValue("portable") String target,
            @QueryParam("project") @DefaultValue("plain") String project,
            @QueryParam("opt") @DefaultValue("balanced") String goal) {
        Core core = Core.of(target);
        ProjectKind kind = ProjectKind.of(project);
        Goal wanted = Goal.of(goal);
        ModelEntry model = workspace.model(id);
        Graph graph = models.graph(model);
        String name = names.of(model, graph.card().facts());
        CProject generated =
                generate(graph, model, new Target(Target.plain(name).name(), kind, core, wanted));
        String file = generated.name() + "-" + kind.option() + "-" + core.option() + ".zip";
        return Response.ok(FirmwareZip.of(generated), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, DownloadNames.attachment(file))
                .build();
    }

    @GET
    @jakarta.ws.rs.Path("models/{id}/file")
    @Produces("application/octet-stream")
    @Operation(summary = "The .tflite file")
    public Response file(@PathParam("id") String id) {
        ModelEntry model = workspace.model(id);
        return Response.ok(model.file().toFile(), "application/octet-stream")
                .header(HttpHeaders.CONTENT_DISPOSITION, DownloadNames.attachment(names.file(model)))
                .build();
    }

    private CProject generate(Graph graph, ModelEntry model, Target target) {
        builders.acquireUninterruptibly();
        try {
            return Codegen.generate(graph, new ModelSource(model.name(), Files.readAllBytes(model.file())), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            builders.release();
        }
    }

    private static String title(ProjectKind kind) {
        return switch (kind) {
            case PLAIN -> "plain C files";
            case ARRAY -> "C array for TensorFlow Lite Micro";
            case CMAKE -> "CMake";
            case ARDUINO -> "Arduino library";
            case PLATFORMIO -> "PlatformIO";
            case ESP_IDF -> "ESP-IDF";
            case ZEPHYR -> "Zephyr module";
            case CMSIS_PACK -> "CMSIS pack";
            case STM32CUBE -> "STM32CubeIDE";
        };
    }
}
