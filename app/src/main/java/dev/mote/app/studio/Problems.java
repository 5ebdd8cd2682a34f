package dev.mote.app.studio;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.mote.model.BadInputException;
import dev.mote.model.CheckFailedException;
import dev.mote.model.MissingToolException;
import dev.mote.model.file.SafeFile;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a cause becomes a status and a {@link Problem}. */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final String NOT_UNDERSTOOD =
            "the body is not understood; expected JSON as /api/openapi describes it";

    private final Places places;

    Problems(Places places) {
        this.places = places;
    }

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

    /** The body is JSON, but another than is expected. */
    @ServerExceptionMapper
    public Response otherJson(MismatchedInputException failure) {
        return answer(Response.status(Status.BAD_REQUEST), NOT_UNDERSTOOD);
    }

    /** The request meets no method, or its body is no JSON. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException failure) {
        Response refusal = failure.getResponse();
        String why =
                switch (refusal.getStatus()) {
                    case 400 -> NOT_UNDERSTOOD;
                    case 404 -> "nothing has this address; /api/openapi tells which there are";
                    case 405 -> "this address does not take this method; /api/openapi tells which it takes";
                    case 406 -> "this address does not answer with this type; /api/openapi tells with which";
                    case 415 -> "this address does not take this Content-Type; /api/openapi tells which it takes";
                    default -> refusal.getStatusInfo().getReasonPhrase();
                };
        return answer(Response.fromResponse(refusal), why);
    }

    /** The workspace is gone or full, or may not be read or written. */
    @ServerExceptionMapper
    public Response workspace(UncheckedIOException failure) {
        return answer(
                Response.status(Status.INTERNAL_SERVER_ERROR),
                "the workspace cannot be read or written (" + SafeFile.reason(failure.getCause()) + ")");
    }

    /** A fault of Mote's. */
    @ServerExceptionMapper
    public Response fault(RuntimeException failure) {
        LOG.error("internal error, please report it", failure);
        return answer(
                Response.status(Status.INTERNAL_SERVER_ERROR), "internal error: the studio's own messages tell more");
    }

    /** Of one request; the others go on. */
    @ServerExceptionMapper
    public Response tooLarge(VirtualMachineError failure) {
        LOG.error("a request needs too much memory", failure);
        return answer(
                Response.status(Status.INTERNAL_SERVER_ERROR),
                "this needs more memory than the studio has: " + failure);
    }

    private Response answer(Status status, RuntimeException failure) {
        return answer(Response.status(status), failure.getMessage());
    }

    private Response answer(Response.ResponseBuilder answer, String why) {
        // Told here, as the method that failed may answer with something else than JSON.
        return answer.type(MediaType.APPLICATION_JSON)
                .entity(new Problem(places.hiddenIn(why)))
                .build();
    }
}
