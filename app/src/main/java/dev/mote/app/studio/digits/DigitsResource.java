package dev.mote.app.studio.digits;

import dev.mote.app.studio.runs.ModelNames;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which models one can draw for. */
@Path("/api/digits/models")
@Tag(name = "digits")
public final class DigitsResource {
    /** A model to choose from. */
    public record Choice(String id, String name) {}

    private final Workspace workspace;
    private final PictureModels pictures;
    private final ModelNames names;

    DigitsResource(Workspace workspace, PictureModels pictures, ModelNames names) {
        this.workspace = workspace;
        this.pictures = pictures;
        this.names = names;
    }

    @GET
    @Operation(summary = "The int8 models of the workspace that tell classes of pictures")
    public List<Choice> models() {
        List<Choice> choices = new ArrayList<>();
        for (RunEntry run : workspace.runs()) {
            for (ModelEntry model : run.models()) {
                if (pictures.isSuitable(model)) {
                    choices.add(new Choice(model.id(), names.of(run, model)));
                }
            }
        }
        return choices;
    }
}
