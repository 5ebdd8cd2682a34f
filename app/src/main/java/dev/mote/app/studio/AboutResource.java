package dev.mote.app.studio;

import dev.mote.app.Version;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is being served. */
@Path("/api/about")
@Tag(name = "about")
public final class AboutResource {
    /** @param workspace name of its folder, without the path */
    public record About(String version, String workspace) {}

    private final StudioSettings settings;

    AboutResource(StudioSettings settings) {
        this.settings = settings;
    }

    @GET
    @Operation(summary = "Version and workspace")
    public About about() {
        return new About(Version.text(), String.valueOf(settings.workspace().getFileName()));
    }
}
