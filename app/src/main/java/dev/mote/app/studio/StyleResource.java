package dev.mote.app.studio;

import dev.mote.app.report.ReportWriter;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The look of the reports, which is that of the studio too. */
@Path("/css/report.css")
public final class StyleResource {
    private final String style = ReportWriter.style();

    @GET
    @NonBlocking
    @Produces("text/css")
    @Operation(hidden = true)
    public String style() {
        return style;
    }
}
