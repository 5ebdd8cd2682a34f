package dev.mote.app.studio;

import dev.mote.model.BadInputException;
import dev.mote.model.CheckFailedException;
import dev.mote.model.MissingToolException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a cause becomes a status and a {@link Problem}. */
public final class Problems {

    /** Of what the request names or sends. */
    @ServerExceptionMapper
    public Response badInput(BadInputException failure) {
        return answer(Status.BAD_REQUEST, failure);
    }

    /** A check of the model failed, as when it does not fit a device. */
    @ServerExceptionMapper
    public Response checkFailed(CheckFailedException failure) {
        return answer(Status.CONFLICT, failure);
    }

    /** This machine has no compiler, emulator or the like. */
    @ServerExceptionMapper
    public Response missingTool(MissingToolException failure) {
        return answer(Status.NOT_IMPLEMENTED, failure);
    }

    /** Nothing has the id that the request names. */
    @ServerExceptionMapper
    public Response unknown(UnknownIdException failure) {
        return answer(Status.NOT_FOUND, failure);
    }

    private static Response answer(Status status, RuntimeException failure) {
        // Told here, as the method that failed may answer with something else than JSON.
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Problem(failure.getMessage()))
                .build();
    }
}
