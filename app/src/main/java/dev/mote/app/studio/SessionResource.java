package dev.mote.app.studio;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a visitor from another machine gives the token. */
@Path("/api/session")
@Tag(name = "session")
public final class SessionResource {
    /** What {@code mote serve --host} printed. */
    public record Login(String token) {}

    private final Sessions sessions;

    SessionResource(Sessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open a session with the token; 403 if it is another")
    public Response open(Login login) {
        if (login == null || login.token() == null || !sessions.isToken(login.token())) {
            return Response.status(Status.FORBIDDEN)
                    .entity(new Problem("this is not the token that mote serve printed"))
                    .build();
        }
        NewCookie cookie = new NewCookie.Builder(Sessions.COOKIE)
                .value(sessions.id())
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite(SameSite.STRICT)
                .build();
        return Response.noContent().cookie(cookie).build();
    }
}
