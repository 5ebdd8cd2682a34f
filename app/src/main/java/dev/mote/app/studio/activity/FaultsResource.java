package dev.mote.app.studio.activity;

import dev.mote.device.fault.FaultKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be wrong with a sensor of a signal, its clock and its link. */
@Path("/api/faults")
@Tag(name = "streams")
public final class FaultsResource {
    @GET
    @Operation(
            summary =
                    "Kinds of faults of signals, in the order in which they act, with ranges and units of their levels")
    public List<FaultChoice> faults() {
        return Arrays.stream(FaultKind.values())
                .filter(FaultKind::ofSignals)
                .map(FaultChoice::of)
                .toList();
    }
}
